import { beforeAll, describe, expect, it } from 'vitest';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { encodeBody, messengerEcho } from '#server/channels/simulator/bodies.ts';
import { hour, minute, openDesk, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
const source = `query Promisers($input: ReportInput!) {
  report(input: $input) {
    ... on Report {
      total { promises { kept keptLate missed } }
      promisers { promiser kept keptLate missed open keptRate { n hits rate } lateBy { n medianMs } }
    }
  }
}`;

async function promisers(change: object = {}): Promise<unknown> {
  const input = { from: '2026-03-02', to: '2026-03-02', ...change };
  const { report } = await desk.world.execute(desk.user('marit'), source, { input });
  return report;
}

async function writesThenIsAnswered(customer: string, waitMs: number, answer: string): Promise<void> {
  const { conversationId } = await desk.writes({ customer });
  desk.clock.advance(waitMs);
  await desk.replies(conversationId, answer);
  await desk.world.settled();
}

beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
  const set = `mutation S($input: SetPublicClaimInput!) { setPublicClaim(input: $input) { __typename } }`;
  const claim = { text: 'Reageert meestal binnen een uur', withinMs: hour, duringHours: false };
  const accountId = desk.world.accounts.messenger._id;
  await desk.does(set, { input: { accountId, ...claim } }, desk.user('marit'));
});

describe('promises by who made them', () => {
  it('count what the page claims once for each turn, apart from promises made in words', async () => {
    await writesThenIsAnswered('31680000001', 10 * minute, 'Je kunt gratis parkeren achter het station.');
    await writesThenIsAnswered('31680000002', 2 * hour, 'Excuses voor het wachten. De kassa is open tot zes uur.');
    await desk.writes({ customer: '31680000003' });
    desk.clock.advance(3 * hour);
    await desk.writes({ customer: '31680000004' });
    desk.clock.advance(10 * minute);
    expect(await promisers()).toEqual({
      total: { promises: { kept: 0, keptLate: 0, missed: 0 } },
      promisers: [
        {
          ...{ promiser: 'publicClaim', kept: 1, keptLate: 1, missed: 1, open: 1 },
          keptRate: { n: 3, hits: 1, rate: 1 / 3 },
          lateBy: { n: 1, medianMs: expect.closeTo(hour, -5) as number },
        },
      ],
    });
  });

  it('tell an instant reply of the platform from an agent', async () => {
    const psid = '31680000005';
    const asked = await desk.writes({ customer: psid });
    const at = desk.clock.now();
    const echo = { pageId: demoAccounts.messenger.externalId, psid, mid: 'm_instant_1', at };
    const instant = 'Dit is een automatisch bericht. Je krijgt binnen 2 uur antwoord.';
    expect(await desk.post('messenger', encodeBody(messengerEcho({ ...echo, text: instant })))).toBe(200);
    await desk.world.settled();
    desk.clock.advance(2 * hour + 5 * minute);
    await desk.replies(asked.conversationId, 'Bedankt voor je vraag. Je hoort het van mij voor 17:00.');
    await desk.world.settled();
    expect(await promisers()).toMatchObject({
      promisers: [
        { promiser: 'instantReply', kept: 0, keptLate: 0, missed: 1, open: 0, keptRate: { n: 1, hits: 0 } },
        { promiser: 'agent', kept: 0, keptLate: 0, missed: 0, open: 1, keptRate: { n: 0, rate: null } },
        // A promise anew is no answer: the turn still waits.
        { promiser: 'publicClaim', kept: 1, keptLate: 1, missed: 3, open: 0 },
      ],
    });
  });

  it('are the same once everything is counted anew, and are not told of one writer', async () => {
    const before = await promisers();
    await desk.world.modules.reports.rebuild(desk.world.brandId);
    expect(await promisers()).toEqual(before);
    expect(await promisers({ authorKind: 'agent' })).toMatchObject({ promisers: [] });
  });
});
