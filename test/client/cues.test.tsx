import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { MessageItem } from '#client/features/conversation/MessageItem.tsx';
import { readCueChoice } from '#client/features/cues/cue-choice.ts';
import { labelRows } from '#client/features/cues/cue-label-lines.ts';
import { CueTrendPage } from '#client/features/cues/CueTrendPage.tsx';
import { CueWordForm } from '#client/features/cues/CueWordForm.tsx';
import { DeviationsSection } from '#client/features/deviations/DeviationsSection.tsx';
import type { MessageItem_MessageFragment } from '#client/gql/graphql.ts';
import { csvOf } from '#client/lib/csv.ts';
import { nl } from '#client/lib/i18n/nl.ts';
import { ViewerContext } from '#client/lib/viewer.ts';
import { renderScreen, viewer } from './support/render-screen.tsx';

// The page of the tests knows the dialog element, but not how to open it.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function open(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
});

const anger = {
  code: 'anger',
  label: { nl: 'boos', en: 'angry' },
  score: 0.9,
  spans: [{ start: 7, end: 12, text: 'woest' }],
  why: { nl: 'scheldt', en: 'swears' },
};

const message: MessageItem_MessageFragment = {
  ...{ id: 'm1', conversationId: 'c1', direction: 'in', visibility: 'private', authorKind: 'customer' },
  ...{ authorGuessed: false, authorCorrectable: false, authorName: 'Noor', deviation: null },
  ...{ sentAt: '2026-03-02T09:00:00.000Z', content: 'text', privateReply: false, text: 'Ik ben woest.' },
  ...{ attachments: [], editedAt: null, deletedAt: null, reactions: [], replyTo: null, delivery: null },
  ...{ cues: [anger], cueLabels: [], wish: null, promises: [], chases: null },
};

const own = (verdict: 'confirmed' | 'rejected' | 'missed', change: object = {}) => ({
  ...{ id: 'l1', code: 'anger', label: anger.label, verdict, words: null, userId: 'u1', userName: 'Sanne de Wit' },
  ...change,
});

function showMessage(change: Partial<MessageItem_MessageFragment> = {}) {
  const judgeCue = { __typename: 'CueJudged', judged: { id: 'm1', cueLabels: [] } };
  const { sent } = renderScreen(<MessageItem message={{ ...message, ...change }} />, { judgeCue });
  return () => sent.map(({ variables }) => variables['input'] as Record<string, unknown>);
}

describe('a sign in the conversation', () => {
  test('is rejected by one click, and what was said is announced', async () => {
    const inputs = showMessage();
    fireEvent.click(screen.getByRole('button', { name: 'Klopt niet: boos' }));
    await waitFor(() => {
      expect(inputs()).toMatchObject([{ messageId: 'm1', code: 'anger', verdict: 'rejected', start: null }]);
    });
    expect(await screen.findByText('boos: klopt niet')).toBeTruthy();
  });

  test('is confirmed by one key on its chip; other keys do nothing', async () => {
    const inputs = showMessage();
    const chip = screen.getByRole('button', { name: 'boos' });
    fireEvent.keyDown(chip, { key: 'x' });
    fireEvent.keyDown(chip, { key: '+' });
    await waitFor(() => {
      expect(inputs()).toMatchObject([{ verdict: 'confirmed' }]);
    });
  });

  test('shows in words what was said, and the same again takes it back', async () => {
    const inputs = showMessage({ cueLabels: [own('rejected')] });
    expect(screen.getByRole('button', { name: /^boos.*klopt niet/u })).toBeTruthy();
    const reject = screen.getByRole('button', { name: 'Klopt niet: boos' });
    expect(reject.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(reject);
    await waitFor(() => {
      expect(inputs()).toMatchObject([{ verdict: null }]);
    });
  });

  test('that was missed is marked with its words, from a list without those that were found', async () => {
    const inputs = showMessage();
    fireEvent.click(screen.getByRole('button', { name: nl.judge.add }));
    const dialog = screen.getByRole('dialog', { name: nl.judge.add });
    const codes = within(dialog)
      .getAllByRole<HTMLOptionElement>('option')
      .map(({ value }) => value);
    expect(codes).not.toContain('anger');
    fireEvent.change(within(dialog).getByLabelText(nl.judge.sign), { target: { value: 'frustration' } });
    const box = within(dialog).getByRole<HTMLTextAreaElement>('textbox');
    box.setSelectionRange(7, 12);
    fireEvent.select(box);
    expect(within(dialog).getByText('Gekozen: “woest”')).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: nl.common.save }));
    await waitFor(() => {
      expect(inputs()).toMatchObject([{ code: 'frustration', verdict: 'missed', start: 7, end: 12 }]);
    });
  });

  test('that only a colleague saw stands beside the others', () => {
    showMessage({
      cueLabels: [own('missed', { code: 'worry', label: { nl: 'bezorgd', en: 'worried' }, userId: 'u2' })],
    });
    expect(screen.getByRole('button', { name: /^bezorgd.*gemist/u })).toBeTruthy();
  });
});

const accuracy = (right: number, wrong: number) => ({ right, wrong, missed: 1, precision: 0.5, recall: 0.5 });
const figures = [
  { code: 'failure', label: { nl: 'storing', en: 'failure' }, before: accuracy(1, 1), after: accuracy(2, 1) },
  { code: 'joy', label: { nl: 'blij', en: 'happy' }, before: accuracy(4, 0), after: accuracy(4, 0) },
];

describe('a word of the brand', () => {
  const list = { version: 1, words: [], changes: [] };
  const effect = {
    __typename: 'CueWordEffect',
    ...{ since: '2026-03-01T00:00:00.000Z', looked: 40, otherwiseCount: 1 },
    labelled: { messages: 0, figures: [] },
    shipped: { messages: 105, figures },
    otherwise: [
      {
        message: {
          id: 'm9',
          conversationId: 'c9',
          sentAt: '2026-03-02T09:00:00.000Z',
          text: 'De kraaienkaart weigert',
        },
        gained: [{ code: 'failure', label: { nl: 'storing', en: 'failure' } }],
        lost: [],
      },
    ],
  };

  test('is measured before it can be saved; what cannot be read is told at once and never sent', async () => {
    const { sent } = renderScreen(<CueWordForm />, {
      cueWordEffect: effect,
      addCueWord: { __typename: 'CueWordsSaved', list },
    });
    const phrase = screen.getByLabelText(new RegExp(nl.cueWords.phrase, 'u'));
    expect(screen.queryByRole('button', { name: nl.cueWords.save })).toBeNull();
    fireEvent.change(phrase, { target: { value: 'kaart.*' } });
    fireEvent.click(screen.getByRole('button', { name: nl.cueWords.measure }));
    expect(screen.getByRole('alert').textContent).toContain('alleen letters');
    expect(sent).toEqual([]);
    fireEvent.change(phrase, { target: { value: 'kraaienkaart' } });
    fireEvent.click(screen.getByRole('button', { name: nl.cueWords.measure }));
    expect(await screen.findByText(nl.cueEffect.recent(1, 40))).toBeTruthy();
    expect(screen.getByRole('link', { name: /kraaienkaart weigert/u }).getAttribute('href')).toBe('/inbox/c9');
    const table = screen.getByRole('table');
    expect(within(table).getByText('storing')).toBeTruthy();
    expect(within(table).queryByText('blij')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: nl.cueWords.save }));
    await waitFor(() => {
      expect(sent.at(-1)).toMatchObject({
        operationName: 'CueWordsSection_add',
        variables: { input: { phrase: 'kraaienkaart', code: 'failure', language: 'nl' } },
      });
    });
  });
});

describe('exported labels', () => {
  test('become a table whose cells no spreadsheet calculates', () => {
    const line = { lang: 'nl', text: '=1+1', dissatisfied: true, cues: ['failure', 'wish'], judged: ['failure'] };
    const rows = labelRows(`${JSON.stringify(line)}\n`, nl);
    expect(rows[1]).toEqual(['nl', '=1+1', 'ja', 'failure wish', 'failure']);
    expect(csvOf(rows, 'comma')).toContain(`"'=1+1"`);
  });
});

const rate = (hits: number, n: number) => ({ hits, n, rate: n === 0 ? null : hits / n, low: 0, high: 1 });
const sum = (received: number, count: number) => ({
  received,
  dissatisfied: rate(count, received),
  counts: [{ code: 'anger', label: anger.label, count }],
});

describe('the course of signs', () => {
  test('is asked for by the address', () => {
    const read = (text: string) => readCueChoice(new URLSearchParams(text));
    expect(read('')).toEqual({ days: 30, channel: null, step: 'day' });
    expect(read('days=90&channel=x')).toEqual({ days: 90, channel: 'x', step: 'week' });
    expect(read('days=5&step=month')).toEqual({ days: 30, channel: null, step: 'day' });
  });

  test('shows shares, what rises and a table, and opens the conversations behind a sign', async () => {
    const page = (
      <ViewerContext value={{ ...viewer, role: 'lead' }}>
        <CueTrendPage />
      </ViewerContext>
    );
    const { sent } = renderScreen(page, {
      channelAccounts: [],
      cueTrend: {
        __typename: 'CueTrend',
        ...{ from: '2026-03-02', to: '2026-03-31', previousFrom: '2026-01-31', total: sum(10, 4), previous: sum(8, 1) },
        steps: [{ key: '2026-03-02', sum: sum(10, 4) }],
        causes: [
          {
            code: 'anger',
            label: anger.label,
            share: rate(4, 10),
            previous: rate(1, 8),
            change: 0.275,
            certain: false,
          },
        ],
        channels: [{ channel: { name: 'x', label: 'X' }, sum: sum(10, 4) }],
      },
      cueMessages: {
        __typename: 'CueMessages',
        ...{ looked: 10, complete: true },
        messages: [
          {
            contact: { id: 'k1', displayName: 'Noor' },
            message: {
              ...{ id: 'm1', conversationId: 'c1', sentAt: '2026-03-02T09:00:00.000Z', text: 'Ik ben woest.' },
              ...{ visibility: 'public', channel: { name: 'x', label: 'X' } },
            },
          },
        ],
      },
    });
    expect(await screen.findByText(/27,5 procentpunt/u)).toBeTruthy();
    expect(screen.getAllByText('40%').length).toBeGreaterThan(1);
    const [open] = screen.getAllByRole('button', { name: nl.cueTrend.show('boos') });
    if (open) fireEvent.click(open);
    const dialog = await screen.findByRole('dialog', { name: nl.cueTrend.conversations('boos') });
    const link = await within(dialog).findByRole('link', { name: /Ik ben woest/u });
    expect(link.getAttribute('href')).toBe('/inbox/c1');
    expect(sent.at(-1)).toMatchObject({ operationName: 'CueMessagesDialog', variables: { code: 'anger' } });
  });
});

describe('the course of signs for an agent', () => {
  test('is not asked for: the page says who sees it', () => {
    const { sent } = renderScreen(<CueTrendPage />, {});
    expect(screen.getByText(nl.cueTrend.noAccess)).toBeTruthy();
    expect(sent).toEqual([]);
  });
});

describe('deviations', () => {
  const deviation = (id: string, codes: readonly string[], reason: string) => ({
    ...{ id, codes, reason, at: '2026-03-02T09:00:00.000Z', userName: 'Sanne', conversationId: 'c1' },
    conversation: { id: 'c1', contact: { id: 'k1', displayName: 'Noor' } },
    reply: { id, text: 'Fijne dag nog!' },
  });

  test('are counted by error, which narrows the list, and lead to the conversation', async () => {
    renderScreen(<DeviationsSection />, {
      deviationCounts: {
        replies: 2,
        codes: [
          { code: 'wish_ignored', count: 2 },
          { code: 'late_no_apology', count: 1 },
        ],
      },
      deviations: [
        deviation('d1', ['wish_ignored', 'late_no_apology'], 'Aan de lijn gehad'),
        deviation('d2', ['wish_ignored'], 'Kort gehouden'),
      ],
    });
    expect(await screen.findByText('2 antwoorden')).toBeTruthy();
    expect(screen.getAllByRole('article')).toHaveLength(2);
    fireEvent.click(within(screen.getByRole('table')).getByRole('button', { name: /geen excuus/u }));
    expect(screen.getAllByRole('article')).toHaveLength(1);
    expect(screen.getByText('Aan de lijn gehad')).toBeTruthy();
    expect(screen.getByRole('link', { name: nl.deviations.open }).getAttribute('href')).toBe('/inbox/c1');
  });
});
