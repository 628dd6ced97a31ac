import { beforeAll, describe, expect, it } from 'vitest';
import { hour, minute, openDesk, sentId, type Answer, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
let teamId: string;
let versionId: string;
const from = '2026-03-02';
const autoText = 'Bedankt voor je bericht. Je krijgt binnen 2 uur antwoord.';

const autoReplyMutation = `mutation A($input: SetAutoReplyInput!) {
  setAutoReply(input: $input) { __typename ... on SetAutoReplySuccess { account { autoReply { current { id } } } } }
}`;
const teamMutation = `mutation T($input: SaveTeamInput!) {
  saveTeam(input: $input) { __typename ... on SaveTeamSuccess { team { id } } }
}`;

async function saveTeam(id: string | null, accountIds: readonly string[]): Promise<string> {
  const input = { id, name: 'Team Plein', memberIds: [desk.user('sanne').userId], accountIds };
  const answer = await desk.does(teamMutation, { input }, desk.user('marit'));
  return (answer['team'] as { id: string }).id;
}

/** A question and its answer by somebody, so many minutes later. */
async function answered(customer: string, user: string, channel: 'messenger' | 'whatsapp', minutes: number) {
  const asked = await desk.writes({ customer, channel });
  desk.clock.advance(minutes * minute);
  const text = 'Parkeren kan op terrein P3, achter het station.';
  sentId(await desk.replies(asked.conversationId, text, { viewer: desk.user(user) }));
  await desk.world.settled();
}

beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
  const { messenger, whatsapp } = desk.world.accounts;
  const input = { accountId: whatsapp._id, enabled: true, publicEnabled: false, text: autoText };
  const set = await desk.does(autoReplyMutation, { input }, desk.user('marit'));
  versionId = (set['account'] as { autoReply: { current: { id: string } } }).autoReply.current.id;
  teamId = await saveTeam(null, [messenger._id]);
  await answered('31664000001', 'sanne', 'messenger', 10);
  await answered('31664000002', 'youssef', 'messenger', 20);
  await answered('31664000003', 'sanne', 'whatsapp', 40);
  await desk.writes({ customer: '31664000004', channel: 'messenger' });
  desk.clock.advance(hour);
});

const reportQuery = /* GraphQL */ `
  query R($input: ReportInput!) {
    report(input: $input) {
      __typename
      ... on InvalidInput {
        field
      }
      ... on Report {
        total {
          answered
          waiting
          reply {
            calendar {
              medianMs
            }
          }
          promises {
            kept
            missed
            keptLate
            open
          }
        }
        trend(step: day) {
          key
          figures {
            answered
          }
        }
        byTeam: groups(by: team) {
          key
          label {
            nl
          }
          figures {
            answered
            waiting
          }
        }
        byChannel: groups(by: channel) {
          key
          figures {
            answered
          }
        }
        byAgent: groups(by: agent) {
          key
        }
        hours {
          turns
        }
      }
    }
  }
`;

type Counts = { answered: number; waiting: number };
type Group = { key: string | null; label: { nl: string }; figures: Counts };
type Found = Answer & {
  field: string;
  total: Counts & { reply: { calendar: { medianMs: number } }; promises: Record<string, number> };
  trend: Group[];
  byTeam: Group[];
  byChannel: Group[];
  byAgent: Group[];
  hours: unknown[];
};

async function report(filter: object, user = 'marit', to = from): Promise<Found> {
  return (await desk.does(reportQuery, { input: { from, to, ...filter } }, desk.user(user))) as Found;
}

describe('a report filtered by team', () => {
  it('is of the accounts that the team worked, with those who still wait inside', async () => {
    const found = await report({ teamId });
    expect(found.total).toMatchObject({ answered: 2, waiting: 1 });
    expect(found.byChannel.map(({ key }) => key)).toEqual(['messenger']);
    expect(found.byTeam.map(({ key }) => key)).toEqual([teamId]);
    expect(found.hours.length).toBeGreaterThan(0);
  });

  it('and divided by team adds up to the whole', async () => {
    const { byTeam, total } = await report({});
    expect(byTeam.map(({ label, figures }) => [label.nl, figures.answered, figures.waiting])).toEqual([
      ['Team Plein', 2, 1],
      ['geen team', 1, 0],
    ]);
    expect(total).toMatchObject({ answered: 3, waiting: 1 });
  });

  it('keeps its past when the accounts go to another team', async () => {
    const before = await report({ teamId });
    desk.clock.advance(24 * hour);
    await saveTeam(teamId, [desk.world.accounts.whatsapp._id]);
    await answered('31664000005', 'sanne', 'messenger', 5);
    await answered('31664000006', 'sanne', 'whatsapp', 5);
    expect((await report({ teamId })).total.answered).toBe(before.total.answered);
    const later = await report({ teamId }, 'marit', '2026-03-03');
    expect(later.total.answered).toBe(3);
    expect(later.byChannel.map(({ key, figures }) => [key, figures.answered])).toEqual([
      ['messenger', 2],
      ['whatsapp', 1],
    ]);
  });
});

describe('a report filtered by writer', () => {
  it('is of what an agent answered, day by day and by channel, and of nobody who waits', async () => {
    const found = await report({ agentId: desk.user('sanne').userId });
    expect(found.total).toMatchObject({ answered: 2, waiting: 0 });
    expect(found.trend.map(({ key, figures }) => [key, figures.answered])).toEqual([[from, 2]]);
    expect(found.byChannel.map(({ key, figures }) => [key, figures.answered])).toEqual([
      ['messenger', 1],
      ['whatsapp', 1],
    ]);
    expect(found.byAgent.map(({ key }) => key)).toEqual([desk.user('sanne').userId]);
    expect(found.hours).toEqual([]);
    const together = await report({ agentId: desk.user('sanne').userId, teamId });
    expect(together.total.answered).toBe(1);
  });

  it('is of a kind of author, and of one wording', async () => {
    expect((await report({ authorKind: 'agent' })).total).toMatchObject({ answered: 3 });
    const automatic = await report({ authorKind: 'autoReply' });
    expect(automatic.total).toMatchObject({ answered: 0, promises: { kept: 1, missed: 0, keptLate: 0 } });
    const wording = await report({ wordingId: versionId });
    expect(wording.total.promises).toMatchObject({ kept: 1 });
    expect(wording.byChannel.map(({ key }) => key)).toEqual(['whatsapp']);
    expect((await report({ wordingId: 'no-such-version' })).total.promises['kept']).toBe(0);
  });

  it('is refused for a colleague by anybody but leads, and for two writers at once', async () => {
    const agentId = desk.user('youssef').userId;
    for (const user of ['sanne', 'lotte']) {
      expect(await report({ agentId }, user)).toMatchObject({ __typename: 'InvalidInput', field: 'agentId' });
    }
    expect((await report({ agentId: desk.user('sanne').userId }, 'sanne')).total.answered).toBe(2);
    const two = await report({ agentId, authorKind: 'agent' });
    expect(two).toMatchObject({ __typename: 'InvalidInput', field: 'writer' });
  });
});
