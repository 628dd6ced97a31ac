import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { xActivityDm, xActivityPost, xDm, xMention, xOwnPost, type Body } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { xPost } from '#test/server/amendments/amendment-bodies.ts';
import { day, existing, hour, minute, openDesk, type Desk } from './desk.ts';
import { threadStates } from './thread-state.ts';

const start = new Date('2026-03-02T09:00:00Z');
const { externalId: accountId, handle } = demoAccounts.x;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date(start.getTime() + 3 * day));
});

const at = (ms: number): Date => new Date(start.getTime() + ms);

/** A public matter told in both forms, edited, promised, chased, answered, thanked for and partly deleted; then a private one. */
function storyOf(userId: string): Body[] {
  const author = { id: userId, name: 'Bram Vos', handle: 'bramvos' };
  const page = { id: accountId, name: 'De Kraaienhof', handle };
  const [asked, edit, promised, chased, answered, thanked] = ['01', '02', '03', '04', '05', '06'].map(
    (end) => `${userId}${end}`,
  ) as [string, string, string, string, string, string];
  const promise = 'Dank voor je bericht! Je krijgt binnen 2 uur antwoord.';
  const chaser = { accountId, author, id: chased, text: `@${handle} Hallo? Ik wacht nog steeds.`, at: at(5 * hour) };
  const toUs = { userId: accountId, handle };
  const dm = { accountId, from: author, to: page, id: `${userId}90`, text: 'Kan ik mijn kaart omruilen?', at: at(day) };
  return [
    xPost(userId, [asked], at(0), `@${handle} hoe laat open?`),
    xPost(userId, [asked, edit], at(2 * minute), `@${handle} hoe laat gaan jullie zaterdag open?`),
    xActivityPost({
      ...{ accountId, eventType: 'post.create', author: page, id: promised, text: promise, at: at(3_000) },
      ...{ inReplyTo: { postId: asked, userId }, conversationId: asked },
    }),
    xMention({ ...chaser, inReplyTo: { postId: promised, ...toUs } }),
    xActivityPost({
      ...{ ...chaser, eventType: 'post.reply.create' },
      ...{ inReplyTo: { postId: promised, ...toUs }, conversationId: asked },
    }),
    xOwnPost({
      ...{ accountId, handle, id: answered, text: 'Zaterdag gaan we om tien uur open, tot dan!', at: at(6 * hour) },
      inReplyTo: { postId: chased, userId, handle: author.handle },
    }),
    xActivityPost({
      ...{ accountId, eventType: 'post.reply.create', author, id: thanked, text: 'Fijn, dankjewel!', at: at(7 * hour) },
      ...{ inReplyTo: { postId: answered, ...toUs }, conversationId: asked },
    }),
    {
      for_user_id: accountId,
      tweet_delete_events: [{ status: { id: thanked, user_id: userId }, timestamp_ms: String(at(8 * hour).getTime()) }],
    },
    xDm(dm),
    xActivityDm(dm),
    xActivityDm({
      ...{ accountId, from: page, to: author, id: `${userId}91` },
      ...{ text: 'Dat kan aan de kassa, tot een uur voor aanvang.', at: at(day + 20 * minute) },
    }),
  ];
}

async function post(body: Body): Promise<void> {
  expect(await desk.post('x', body)).toBe(200);
}

let serial = 0;
const newUser = (): string => {
  serial += 1;
  return `88${String(serial).padStart(6, '0')}`;
};

describe('a story on X', () => {
  it('ends the same in whatever order and form its webhooks come, told once or twice', async () => {
    const first = newUser();
    for (const body of storyOf(first)) await post(body);
    await desk.world.settled();
    const expected = await threadStates(desk, first);
    expect(
      expected.map(({ clocks, promises }) => [clocks.map(({ state }) => state), promises.map(({ state }) => state)]),
    ).toEqual([
      [['answered'], []],
      [['answered', 'notNeeded'], ['missed']],
    ]);
    expect(expected.map(({ messages }) => messages.length)).toEqual([2, 5]);

    const length = storyOf(first).length;
    const places = Array.from({ length }, (_, index) => index);
    const orders = fc.shuffledSubarray(places, { minLength: length });
    const pieces = fc.array(fc.nat({ max: length - 1 }), { maxLength: 6 });
    const rests = fc.array(fc.boolean(), { minLength: length + 6, maxLength: length + 6 });
    await fc.assert(
      fc.asyncProperty(orders, pieces, rests, async (order, again, settles) => {
        const other = newUser();
        const story = storyOf(other);
        for (const [index, piece] of [...order, ...again].entries()) {
          await post(existing(story[piece]));
          if (settles[index] === true) await desk.app.settled();
        }
        await desk.world.settled();
        expect(await threadStates(desk, other)).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  }, 180_000);
});
