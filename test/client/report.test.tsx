import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { csvOf, guarded } from '#client/lib/csv.ts';
import { changedSearch, readChoice, reportInputOf } from '#client/features/report/report-choice.ts';
import { groupCells } from '#client/features/report/GroupTable.tsx';
import { hourCells } from '#client/features/report/HeatMap.tsx';
import { leftOutCells } from '#client/features/report/LeftOut.tsx';
import { ReportPage } from '#client/features/report/ReportPage.tsx';
import { columnsOf } from '#client/features/promise-board/use-board.ts';
import { PromiseBoardPage } from '#client/features/promise-board/PromiseBoardPage.tsx';
import { nl } from '#client/lib/i18n/nl.ts';
import { renderScreen } from './support/render-screen.tsx';

describe('a CSV file', () => {
  test.each([
    '=1+2',
    '+31612345678',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '"=1',
    "'=1",
    '＝1',
    '\u200b=1',
    '\ufeff=1',
  ])('never begins a cell with what a spreadsheet calculates: %j', (text) => {
    expect(guarded(text)).toBe(`'${text}`);
    expect(csvOf([[text]], 'comma').slice(1)).toMatch(/^"'/u);
  });

  test('leaves ordinary words and numbers alone, also negative ones', () => {
    expect(csvOf([['Sanne de Vries', 12.5, -3, null]], 'comma')).toBe('\ufeffSanne de Vries,12.5,-3,\r\n');
    expect(csvOf([['a;b', 'zei "nee"', 12.5]], 'semicolon')).toBe('\ufeff"a;b";"zei ""nee""";12,5\r\n');
  });
});

describe('what a report is asked for', () => {
  const today = '2026-03-31';
  const read = (text: string) => readChoice(new URLSearchParams(text), today);

  test('lives in the address', () => {
    const { choice, valid } = read(
      'from=2026-03-01&to=2026-03-07&channel=x&account=a1&visibility=public&team=t1&writer=agent:u2&by=agent&step=day',
    );
    expect(valid).toBe(true);
    expect(choice).toEqual({
      ...{ from: '2026-03-01', to: '2026-03-07', channel: 'x', account: 'a1', visibility: 'public' },
      ...{ team: 't1', writer: 'agent:u2', by: 'agent', step: 'day' },
    });
  });

  test.each(['from=2026-02-31&to=2026-03-01', 'from=2026-03-07&to=2026-03-01', 'from=2026-03-01', 'from=x&to=y'])(
    'falls back to 30 days, and says so, for %s',
    (text) => {
      const { choice, valid } = read(text);
      expect(valid).toBe(false);
      expect(choice).toMatchObject({ from: '2026-03-02', to: today });
    },
  );

  test('is 30 days by channel where the address says nothing', () => {
    expect(read('')).toMatchObject({
      valid: true,
      choice: { from: '2026-03-02', to: today, by: 'channel', step: 'day' },
    });
    expect(changedSearch(new URLSearchParams('by=agent'), { by: null, channel: 'x' }).toString()).toBe('channel=x');
  });
});

const durations = { n: 2, medianMs: 5_400_000, p75Ms: 7_200_000, p90Ms: 7_200_000, p99Ms: 7_200_000 };
const none = { n: 0, medianMs: null, p75Ms: null, p90Ms: null, p99Ms: null };
const both = { calendar: durations, openHours: { ...durations, medianMs: 1_800_000 } };
const rate = (hits: number, n: number) => ({ hits, n, rate: n === 0 ? null : hits / n, low: 0.1, high: 0.9 });
const promises = {
  ...{
    kept: 3,
    keptLate: 1,
    missed: 1,
    superseded: 0,
    withdrawn: 0,
    open: 2,
    vague: 0,
    onTopOfMissed: 0,
    chased: 4,
    otherContact: 1,
  },
  ...{ keptRate: rate(3, 5), lateBy: none, promised: durations, real: durations },
};
const figures = {
  ...{ answered: 2, waiting: 1, waitingLate: 1, inNorm: rate(2, 3), inUsual: rate(1, 3), reply: both },
  ...{ firstResponse: both, resolution: both, promises },
  firstTimeFix: { rate: rate(1, 2), medianMoments: 2, p90Moments: 6, medianTurns: 1 },
};
const group = (key: string, name: string, wording: string | null = null) => ({
  ...{ key, label: { nl: name, en: name }, wording, figures },
});

function report(change: object = {}) {
  return {
    __typename: 'Report',
    ...{ from: '2026-03-02', to: '2026-03-31', at: '2026-03-31T10:00:00.000Z', total: figures },
    groups: ({ by }: { by: string }) =>
      by === 'wording' ? [group('v1', 'Pagina, versie 1', 'Je krijgt z.s.m. antwoord.')] : [group('x', 'X')],
    trend: [group('2026-03-02', '2026-03-02'), group('2026-03-09', '2026-03-09')],
    hours: [{ weekday: 1, hour: 9, turns: 4, reply: durations, inNorm: rate(1, 1), keptRate: rate(0, 0) }],
    promisers: [
      {
        ...{ promiser: 'publicClaim', kept: 1, keptLate: 4, missed: 2, open: 3 },
        ...{ keptRate: rate(1, 7), lateBy: { ...durations, n: 4 } },
      },
    ],
    promiseBars: [
      { upToMs: 3_600_000, promised: 4, real: 1 },
      { upToMs: null, promised: 1, real: 3 },
    ],
    leftOut: {
      ...{ excused: 4, notNeeded: 9, waiting: 1, undecided: 0, machineMeanwhile: 2, ownClock: 0, superseded: 0 },
      ...{ withdrawn: 0, open: 2, received: 7, sentByPeople: 3, sentByMachines: 5 },
      ...{ platformDelay: none, peopleDelay: durations, sendDelay: none },
    },
    ...change,
  };
}

describe('the rows of a CSV file', () => {
  test('hold every figure: three lengths by both clocks, shares with their intervals, fates of promises', () => {
    const [head = [], row = []] = groupCells('kanaal', [{ key: 'x', name: 'X', figures }], nl);
    expect(row).toHaveLength(head.length);
    const cell = (name: string) => row[head.indexOf(name)];
    expect(cell('wacht te lang')).toBe(1);
    expect(cell('Eerste reactie: mediaan (openingstijden, minuten)')).toBe(30);
    expect(cell('Opgelost: P99 (kalender, minuten)')).toBe(120);
    expect(cell('Reactietijd: n (kalender)')).toBe(2);
    expect(cell('in norm (n)')).toBe(3);
    expect(cell('woord gehouden, minstens (%)')).toBe(10);
    expect(cell('woord gehouden, hoogstens (%)')).toBe(90);
    expect(cell('te laat')).toBe(1);
    expect(new Set(head).size).toBe(head.length);
  });
});

describe('the CSV files of hours and of what is left out', () => {
  test('hold each hour with its percentiles and shares', () => {
    const [head = [], row = []] = hourCells(report().hours, nl);
    expect(row).toHaveLength(head.length);
    expect(row.slice(0, 4)).toEqual(['dinsdag', '09:00', 2, 90]);
    expect(row[head.indexOf('woord gehouden (%)')]).toBeNull();
  });

  test('hold every count and the percentiles of each delay', () => {
    const [head = [], ...rows] = leftOutCells(report().leftOut, nl);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    expect(rows.find(([name]) => name === nl.report.left.excused)?.[1]).toBe(4);
    expect(rows.find(([name]) => name === nl.report.delay.peopleDelay)?.slice(1)).toEqual([2, 90, 120, 120, 120]);
  });
});

describe('the report page', () => {
  test('shows both clocks, intervals, wordings, and what the figures leave out', async () => {
    renderScreen(<ReportPage />, { report: () => report(), channelAccounts: [] });
    expect(await screen.findByText('Inclusief 1 die nu nog wachten, van wie 1 te lang.')).toBeDefined();
    expect(screen.getAllByText('openingstijden').length).toBeGreaterThan(1);
    expect(screen.getAllByText('95%-interval 10% tot 90%').length).toBeGreaterThan(1);
    expect(screen.getByText('Je krijgt z.s.m. antwoord.')).toBeDefined();
    expect(screen.getByText(/bij 4 vroeg de klant ernaar, bij 1 kwam die langs een andere weg/u)).toBeDefined();
    expect(screen.getByText('Wie op dinsdag om 09:00 schrijft, wacht het langst: mediaan 1 u 30 min.')).toBeDefined();
    expect(screen.getByText('mediaan 1 u 30 min, 4 beurten')).toBeDefined();
    expect(screen.getByText('Beurten gesloten met een reden, zonder antwoord').nextSibling?.textContent).toBe('4');
    expect(screen.getAllByText('Als tabel')).toHaveLength(2);
    const claim = screen.getByRole('row', { name: /de pagina zelf/u });
    expect(
      within(claim)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual([...['1', '4', '2', '3', '1 u 30 min', '14%95%-interval 10% tot 90%']]);
  });

  test('says that there is nothing to measure', async () => {
    const empty = { ...figures, answered: 0, waiting: 0 };
    const leftOut = { ...report().leftOut, received: 0, sentByPeople: 0, sentByMachines: 0 };
    renderScreen(<ReportPage />, { report: () => report({ total: empty, leftOut }), channelAccounts: [] });
    expect(await screen.findByText('In deze periode is er niets te meten.')).toBeDefined();
  });

  test('tells what the server says about a period', async () => {
    const refusal = { __typename: 'InvalidInput', field: 'from', message: { nl: 'Te lang.', en: 'Too long.' } };
    renderScreen(<ReportPage />, { report: () => refusal, channelAccounts: [] });
    expect(await screen.findByText('Te lang.')).toBeDefined();
  });
});

describe('the filters of the report', () => {
  const account = {
    ...{ id: 'a1', name: 'Weidefeest', channel: { name: 'x', label: 'X' } },
    autoReply: { versions: [{ id: 'v2' }, { id: 'v1' }] },
  };
  const users = [
    { id: 'u1', name: 'Sanne de Wit', role: 'agent' },
    { id: 'u2', name: 'Youssef Amrani', role: 'agent' },
  ];
  const root = {
    report: () => report(),
    channelAccounts: [account],
    teams: [{ id: 't1', name: 'Team Plein' }],
    users,
  };

  test('ask the server for a team and for one writer, and offer an agent no colleague', async () => {
    const { sent } = renderScreen(<ReportPage />, root);
    const inputs = () =>
      sent.filter(({ operationName }) => operationName === 'ReportPage').map((each) => each.variables);
    fireEvent.change(await screen.findByLabelText('Team'), { target: { value: 't1' } });
    const writer = screen.getByLabelText('Geschreven door');
    const offered = within(writer).getAllByRole('option');
    expect(offered.map(({ textContent }) => textContent)).toContain('Weidefeest, versie 2');
    expect(offered.map(({ textContent }) => textContent)).not.toContain('Youssef Amrani');
    fireEvent.change(writer, { target: { value: 'wording:v2' } });
    expect(await screen.findByText(/Wie nog wacht, hoort bij niemand/u)).toBeDefined();
    expect(screen.queryByText('Wanneer klanten lang wachten')).toBeNull();
    await waitFor(() => {
      expect(inputs().at(-1)).toMatchObject({ input: { teamId: 't1', wordingId: 'v2' }, by: 'channel' });
    });
    const divisions = within(screen.getByLabelText('Naar')).getAllByRole('option');
    expect(divisions.map(({ textContent }) => textContent)).toEqual([
      ...['kanaal', 'account', 'team', 'privé of openbaar', 'tekst'],
    ]);
  });

  test('ask for one account where a channel has several, and for none of another channel', async () => {
    const account = (id: string, channel: string) => ({
      ...{ id, name: `Account ${id}`, channel: { name: channel, label: channel }, autoReply: { versions: [] } },
    });
    const channelAccounts = [account('a1', 'messenger'), account('a2', 'messenger'), account('a3', 'x')];
    const { sent } = renderScreen(<ReportPage />, { ...root, channelAccounts });
    const input = () => sent.findLast(({ operationName }) => operationName === 'ReportPage')?.variables;
    fireEvent.change(await screen.findByLabelText('Account'), { target: { value: 'a2' } });
    await waitFor(() => {
      expect(input()).toMatchObject({ input: { accountId: 'a2', channel: null } });
    });
    fireEvent.change(screen.getByLabelText('Kanaal'), { target: { value: 'x' } });
    await waitFor(() => {
      expect(input()).toMatchObject({ input: { accountId: null, channel: 'x' } });
    });
    expect(screen.queryByLabelText('Account')).toBeNull();
  });

  test.each(['agent:', 'authorKind:somebody', 'nobody:u1', 'agent'])(
    'leave out a writer that is none: %s',
    (writer) => {
      const { choice } = readChoice(new URLSearchParams({ writer }), '2026-03-31');
      expect(choice.writer).toBeNull();
      expect(reportInputOf(choice)).not.toHaveProperty('agentId');
    },
  );

  test('do not divide by a kind of writer that the filter leaves nothing of', () => {
    const { choice } = readChoice(new URLSearchParams('writer=agent:u1&by=wording'), '2026-03-31');
    expect(choice).toMatchObject({ writer: 'agent:u1', by: 'channel' });
    expect(reportInputOf(choice)).toMatchObject({ agentId: 'u1' });
  });
});

describe('the promise board', () => {
  const item = (id: string, dueAt: string) => ({
    promise: {
      ...{ id, dueAt, state: 'open', settledAt: null, lateByMs: null, madeBy: 'autoReply' },
      wording: { start: 0, end: 6, text: 'z.s.m.' },
    },
    conversation: {
      ...{ id: `c-${id}`, visibility: 'private', assignee: null, contact: { id: 'k', displayName: 'Roos' } },
      account: { id: 'a', name: 'Pagina', channel: { name: 'x', label: 'X' } },
    },
  });

  test('puts what came due since it was read among the missed, and what falls due within the hour first', () => {
    const open = [
      item('past', '2026-03-31T09:59:00Z'),
      item('soon', '2026-03-31T10:30:00Z'),
      item('later', '2026-04-01T10:00:00Z'),
    ];
    const board = { open, missed: [item('old', '2026-03-01T10:00:00Z')], kept: [] } as unknown as Parameters<
      typeof columnsOf
    >[0];
    const columns = columnsOf(board, new Date('2026-03-31T10:00:00Z'));
    const ids = (name: keyof typeof columns) => columns[name].map(({ promise }) => promise.id);
    expect([ids('missed'), ids('atRisk'), ids('open'), ids('kept')]).toEqual([
      ['past', 'old'],
      ['soon'],
      ['later'],
      [],
    ]);
  });

  test('leads from a promise to its conversation and says where nothing is', async () => {
    renderScreen(<PromiseBoardPage />, {
      promiseBoard: { open: [], missed: [{ ...item('m', '2026-03-01T10:00:00Z') }], kept: [] },
    });
    expect((await screen.findByRole('link', { name: /Roos/u })).getAttribute('href')).toBe('/inbox/c-m');
    expect(screen.getByText('De laatste 24 uur is er nog geen belofte nagekomen.')).toBeDefined();
  });
});
