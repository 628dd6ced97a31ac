import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { messengerDelivery, messengerEcho, messengerText, type Body } from '#server/channels/simulator/bodies.ts';
import { createTransactor } from '#server/db/transaction.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { refoldConversations } from '#server/modules/conversations/refold-conversations.ts';
import { createCheckpointsStore } from '#server/modules/conversations/checkpoints.store.ts';
import { createConversationsStore } from '#server/modules/conversations/conversations.store.ts';
import { createReportMarks } from '#server/modules/report-marks/index.ts';
import { day, existing, hour, minute, openDesk, until, type Desk } from './desk.ts';
import { countsOfDay, threadState } from './thread-state.ts';

const start = new Date('2026-03-02T09:00:00Z');
const pageId = demoAccounts.messenger.externalId;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date(start.getTime() + 3 * day));
});

/** A small matter with a promise missed, a second one on top of it, a chaser and two answers. */
function storyOf(psid: string): Body[] {
  const at = (ms: number): Date => new Date(start.getTime() + ms);
  const says = (mid: string, ms: number, text: string): Body =>
    messengerText({ pageId, psid, mid: `${mid}.${psid}`, text, at: at(ms) });
  const answers = (mid: string, ms: number, text: string): Body =>
    messengerEcho({ pageId, psid, mid: `${mid}.${psid}`, text, at: at(ms) });
  const instant = 'Bedankt voor je bericht! Je krijgt binnen 2 uur antwoord.';
  return [
    says('m1', 0, 'Kunnen wij met vijftig mensen komen eten? We zoeken iets bijzonders voor een bruid.'),
    answers('m2', 3_000, instant),
    says('m3', 5 * hour, 'Hallo? Ik wacht nog steeds op antwoord.'),
    answers('m4', 5 * hour + 2_000, instant),
    answers('m5', 6 * hour, 'Dat kan, op zaterdag in de grote zaal, voor dertig euro per persoon.'),
    says('m6', 7 * hour, 'Fijn! En mag er ook een band spelen?'),
    answers('m7', 7 * hour + 40 * minute, 'Een band mag spelen tot elf uur, binnen in de grote zaal.'),
    messengerDelivery({ pageId, psid, at: at(8 * hour), mids: [`m7.${psid}`], watermarkAt: at(-hour) }),
  ];
}

let serial = 0;
const newPsid = (): string => {
  serial += 1;
  return `420${String(serial).padStart(6, '0')}`;
};

async function post(bodies: readonly Body[]): Promise<void> {
  const entry = bodies.flatMap((body) => body['entry'] as unknown[]);
  expect(await desk.post('messenger', { object: 'page', entry })).toBe(200);
}

describe('a story', () => {
  it('ends the same in whatever order, split and repetition its webhooks come', async () => {
    const psid = newPsid();
    await post(storyOf(psid));
    await desk.world.settled();
    const expected = await threadState(desk, psid);
    expect(expected.promises.map(({ state, onTopOfMissed }) => [state, onTopOfMissed])).toEqual([
      ['missed', false],
      ['kept', true],
    ]);
    expect(expected.clocks.map(({ state }) => state)).toEqual(['answered', 'answered']);
    expect(expected.messages.at(-1)?.delivery).toBe('delivered');

    const counted = await countsOfDay(desk, '2026-03-02');
    expect(counted).toMatchObject({ answered: 2, keptLate: 1, kept: 1, chased: 1 });

    let stories = 1;
    const pieces = fc.array(fc.nat({ max: 7 }), { maxLength: 6 });
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 });
    const cuts = fc.array(fc.record({ cut: fc.boolean(), settle: fc.boolean() }), { minLength: 14, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(orders, pieces, cuts, async (order, again, breaks) => {
        const other = newPsid();
        const story = storyOf(other);
        let body: Body[] = [];
        for (const [index, piece] of [...order, ...again].entries()) {
          body.push(existing(story[piece]));
          if (breaks[index]?.cut === true) {
            await post(body);
            body = [];
            if (breaks[index].settle) await desk.app.settled();
          }
        }
        if (body.length > 0) await post(body);
        await desk.world.settled();
        expect(await threadState(desk, other)).toEqual(expected);
        stories += 1;
      }),
      { numRuns: 8 },
    );
    const times = Object.entries(counted).map(([name, count]) => [name, count * stories]);
    expect(await countsOfDay(desk, '2026-03-02')).toEqual(Object.fromEntries(times));
  }, 180_000);

  it('worked out anew writes nothing', async () => {
    const psid = newPsid();
    await post(storyOf(psid).slice(0, 4));
    await desk.world.settled();
    const { db, client } = desk.database;
    const [conversation] = await db
      .collection<{ _id: string }>('conversations')
      .find({ customerExternalId: psid })
      .toArray();
    const id = existing(conversation)._id;
    const { clocks, promises, alerts, norms, conversations } = desk.world.modules;
    const stores = {
      conversations: createConversationsStore(db),
      messages: conversations.messages,
      clocks,
      promises,
      alerts,
      marks: createReportMarks(db),
      checkpoints: createCheckpointsStore(db),
    };
    const changes: string[] = [];
    const stream = db.watch([]);
    stream.on('change', (change) => {
      const name = 'ns' in change && 'coll' in change.ns ? change.ns.coll : '';
      // Alerts of before are passed on meanwhile: that settles none of them.
      const passedOn =
        name === 'alerts' &&
        change.operationType === 'update' &&
        change.updateDescription.updatedFields?.['settled'] === undefined;
      changes.push(`${change.operationType} ${passedOn ? 'escalations' : name}`);
    });
    const marks = db.collection('marks');
    const marked = async (): Promise<void> => {
      const before = changes.length;
      await marks.insertOne({});
      await until(() => changes.slice(before).includes('insert marks'));
    };
    // The stream listens once it tells of a mark; marks before that are lost.
    let listening = false;
    while (!listening) {
      await marks.insertOne({});
      for (let turns = 0; turns < 50 && !listening; turns += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        listening = changes.includes('insert marks');
      }
    }
    await marked();
    changes.length = 0;
    const table = await norms.tableOf(desk.world.brandId);
    const request = { brandId: desk.world.brandId, ids: [id], table, now: desk.clock.now(), touched: false };
    for (let i = 0; i < 3; i += 1) {
      await createTransactor(client)((session) => refoldConversations(stores, request, session));
    }
    await marked();
    await stream.close();
    expect(changes.filter((change) => !/ (?:jobs|marks|leases|escalations|report\w+)$/u.test(change))).toEqual([]);
  });

  it('turns a missed promise into a kept one when an echo of before the deadline comes late', async () => {
    const psid = newPsid();
    await post(storyOf(psid).slice(0, 2));
    await desk.world.settled();
    expect((await threadState(desk, psid)).promises.map(({ state }) => state)).toEqual(['missed']);
    const text = 'Dat kan, op zaterdag in de grote zaal, voor dertig euro per persoon.';
    const sentAt = new Date(start.getTime() + hour);
    await post([messengerEcho({ pageId, psid, mid: `late.${psid}`, text, at: sentAt })]);
    await desk.world.settled();
    const state = await threadState(desk, psid);
    expect(state.promises).toMatchObject([{ state: 'kept', settledAt: sentAt }]);
    expect(state.clocks).toMatchObject([{ state: 'answered', stoppedAt: sentAt }]);
    const [conversation] = await desk.database.db
      .collection('conversations')
      .find({ customerExternalId: psid })
      .toArray();
    const alerts = await desk.database.db.collection('alerts').find({ conversationId: conversation?._id }).toArray();
    expect(alerts.map(({ settled }) => settled as boolean)).not.toContain(false);
  });
});
