import { BSON } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { messengerEcho } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { hour, minute, openDesk, sentId, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

/** Everything that reports keep, in one text: equal texts are equal bytes. */
async function kept(): Promise<string> {
  const { db } = desk.database;
  const parts = await Promise.all(
    ['reportDays', 'reportContacts'].map((name) =>
      db.collection<{ _id: string }>(name).find().sort({ _id: 1 }).toArray(),
    ),
  );
  return BSON.EJSON.stringify(parts, undefined, 1, { relaxed: false });
}

const rollUp = () => desk.world.modules.reports.rollUp();
const rebuild = () => desk.world.modules.reports.rebuild(desk.world.brandId);

async function answer(conversationId: string, text = 'Je kunt parkeren op terrein P3, achter het station.') {
  const id = sentId(await desk.replies(conversationId, text));
  await desk.world.settled();
  return id;
}

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
          waitingLate
          inNorm {
            n
            hits
          }
          reply {
            calendar {
              n
              medianMs
              p99Ms
            }
            openHours {
              medianMs
            }
          }
          promises {
            kept
            keptLate
            missed
            open
          }
          firstTimeFix {
            rate {
              n
              hits
            }
            medianMoments
          }
        }
        byAgent: groups(by: agent) {
          key
          figures {
            answered
          }
        }
        leftOut {
          notNeeded
          machineMeanwhile
          undecided
        }
      }
    }
  }
`;

type Total = {
  answered: number;
  waiting: number;
  waitingLate: number;
  inNorm: { n: number; hits: number };
  reply: {
    calendar: { n: number; medianMs: number | null; p99Ms: number | null };
    openHours: { medianMs: number | null };
  };
  promises: { kept: number; keptLate: number; missed: number; open: number };
  firstTimeFix: { rate: { n: number; hits: number }; medianMoments: number | null };
};

async function report(from: string, to: string, user = 'marit') {
  const answered = await desk.does(reportQuery, { input: { from, to } }, desk.user(user));
  return answered as unknown as {
    __typename: string;
    field: string;
    total: Total;
    byAgent: { key: string | null; figures: { answered: number } }[];
    leftOut: { notNeeded: number; machineMeanwhile: number; undecided: number };
  };
}

describe('roll-ups', () => {
  it('count answers, waiting customers and promises of the day they began, fresh at every question', async () => {
    const parking = await desk.writes({ customer: '31600000001' });
    desk.clock.advance(30 * minute);
    await answer(parking.conversationId);
    const late = await desk.writes({ customer: '31600000002', text: 'Mag mijn hond mee naar het festival?' });
    desk.clock.advance(10 * minute);
    await answer(late.conversationId, 'Dank voor je bericht. Je krijgt binnen 2 uur antwoord van ons.');
    const { total, byAgent } = await report('2026-03-02', '2026-03-02');
    expect(total).toMatchObject({ answered: 1, waiting: 1, waitingLate: 0, inNorm: { n: 1, hits: 1 } });
    expect(total.promises).toEqual({ kept: 0, keptLate: 0, missed: 0, open: 1 });
    // The waiting one counts by its time so far.
    expect(total.reply.calendar.n).toBe(2);
    expect(byAgent).toEqual([
      { key: desk.user('sanne').userId, figures: { answered: 1 } },
      { key: null, figures: { answered: 0 } },
    ]);

    desk.clock.advance(30 * hour);
    await desk.world.modules.conversations.sweep(desk.clock.now());
    const missed = await report('2026-03-02', '2026-03-02');
    expect(missed.total).toMatchObject({ answered: 1, waiting: 1, waitingLate: 1, inNorm: { n: 2, hits: 1 } });
    expect(missed.total.promises).toEqual({ kept: 0, keptLate: 0, missed: 1, open: 0 });

    await answer(late.conversationId, 'Honden mogen mee als ze aan de lijn blijven.');
    const after = await report('2026-03-02', '2026-03-02');
    expect(after.total).toMatchObject({ answered: 2, waiting: 0, inNorm: { n: 2, hits: 1 } });
    expect(after.total.promises).toEqual({ kept: 0, keptLate: 1, missed: 0, open: 0 });
    expect(after.total.firstTimeFix.rate).toEqual({ n: 1, hits: 1 });
    expect((await report('2026-03-02', '2026-03-03')).total.firstTimeFix.rate.n).toBe(2);
  });

  it('change past days when something comes late', async () => {
    const asked = await desk.writes({ customer: '31600000003', text: 'Zijn er nog kaarten voor zaterdag?' });
    const day = asked.sentAt.toISOString().slice(0, 10);
    desk.clock.advance(50 * hour);
    await desk.world.modules.conversations.sweep(desk.clock.now());
    const before = await report(day, day);
    expect(before.total.waitingLate).toBe(1);
    const echo = messengerEcho({
      pageId: demoAccounts.messenger.externalId,
      psid: '31600000003',
      mid: 'm_late_echo',
      text: 'Er zijn nog kaarten voor zaterdag, aan de kassa.',
      at: new Date(asked.sentAt.getTime() + 20 * minute),
    });
    expect(await desk.post('messenger', echo)).toBe(200);
    await desk.world.settled();
    const after = await report(day, day);
    expect(after.total).toMatchObject({ waiting: 0, waitingLate: 0, answered: before.total.answered + 1 });
  });

  it('rebuilt from what is stored are the same, byte for byte', async () => {
    const public_ = await desk.writes({ customer: '31600000004', channel: 'x', public: true, text: 'Is het al vol?' });
    desk.clock.advance(7 * minute);
    await answer(public_.conversationId, 'Nee, er is nog plaats op het noordelijke veld.');
    await desk.writes({ customer: '31600000004', channel: 'x', public: true, text: 'Dank je wel!' });
    await rollUp();
    const before = await kept();
    expect(before).toContain('hour:');
    await rebuild();
    expect(await kept()).toBe(before);
    await rollUp();
    expect(await kept()).toBe(before);
  });

  it('are finished by the next run when a rebuild was cut off', async () => {
    await rollUp();
    const before = await kept();
    const { db } = desk.database;
    const rebuilds = db.collection<{ _id: string }>('reportRebuilds');
    await rebuilds.updateOne({ _id: desk.world.brandId }, { $set: { rules: null } });
    await db.collection('reportDays').deleteMany({ brandId: desk.world.brandId });
    await rollUp();
    expect(await kept()).toBe(before);
  });

  it('are made of what was stored before there were reports', async () => {
    await rollUp();
    const before = await kept();
    const { db } = desk.database;
    for (const name of ['reportRebuilds', 'reportDays', 'reportContacts', 'reportMarks'])
      await db.collection(name).deleteMany({});
    await rollUp();
    expect(await kept()).toBe(before);
  });

  it('show agents nobody but themselves, and refuse a period that is none', async () => {
    const own = await report('2026-03-01', '2026-03-20', 'sanne');
    expect(own.byAgent.map(({ key }) => key)).toEqual([desk.user('sanne').userId]);
    const other = await report('2026-03-01', '2026-03-20', 'youssef');
    expect(other.byAgent).toEqual([]);
    expect(other.total.answered).toBe(own.total.answered);
    expect(await report('2026-02-31', '2026-03-01')).toMatchObject({ __typename: 'InvalidInput', field: 'from' });
    expect(await report('2026-03-02', '2026-03-01')).toMatchObject({ __typename: 'InvalidInput', field: 'to' });
    expect(await report('2024-03-02', '2026-03-01')).toMatchObject({ __typename: 'InvalidInput', field: 'from' });
  });
});
