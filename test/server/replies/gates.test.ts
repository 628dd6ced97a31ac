import { beforeAll, describe, expect, it } from 'vitest';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import type { StoryChannel } from '#server/demo/story.ts';
import { openDesk, sentId, type Desk } from '#test/server/conversations/desk.ts';

const answer = 'De parkeerplaats is achter het station, op terrein P3.';
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'), {
    env: { SEND_BUDGETS: 'x.private=2/60', BREAKER_FAILURES: '3', BREAKER_OPEN_SECONDS: '30' },
  });
});

let serial = 0;
async function asks(channel: StoryChannel): Promise<string> {
  serial += 1;
  const { conversationId } = await desk.writes({ channel, customer: `3168${String(serial).padStart(7, '0')}` });
  return conversationId;
}

const reply = async (conversationId: string): Promise<string> =>
  sentId(await desk.replies(conversationId, `${answer} (${String(++serial)})`));
const stateOf = async (id: string): Promise<string | undefined> => (await desk.message(id)).delivery?.state;
const statesOf = (ids: readonly string[]) => Promise.all(ids.map(stateOf));
/** One look of the sender: what is held stays held, so nothing ever settles wholly. */
const senderLooked = () => desk.app.modules.replies.sender.settled();
const metric = async (name: string): Promise<string> => {
  const page = await (await fetch(`${desk.origin}/metrics`)).text();
  return page
    .split('\n')
    .filter((line) => line.startsWith(name))
    .join('\n');
};

describe('the budget of an account', () => {
  it('sends what it allows, holds the rest without losing any, and slows nobody else', async () => {
    const talks = [await asks('x'), await asks('x'), await asks('x'), await asks('x')];
    const other = await asks('whatsapp');
    const ids = [];
    for (const talk of talks) ids.push(await reply(talk));
    const elsewhere = await reply(other);
    await senderLooked();
    expect((await statesOf(ids)).filter((state) => state === 'queued')).toHaveLength(2);
    expect(await stateOf(elsewhere)).not.toBe('queued');
    expect(await metric('woordhouder_sends_held_total')).toMatch(/by="budget"/u);
    desk.clock.advance(60_000);
    await desk.world.settled();
    expect((await statesOf(ids)).filter((state) => state === 'queued')).toEqual([]);
    expect(desk.simulator.sends.filter(({ channel }) => channel === 'x')).toHaveLength(4);
  });

  it('is shared: what the platform asks of one talk holds for the account, not for other channels', async () => {
    const [first, second] = [await asks('messenger'), await asks('messenger')];
    const other = await asks('whatsapp');
    desk.simulator.failNext(demoAccounts.messenger.externalId, { kind: 'rateLimited', retryAfterSeconds: 90 });
    const refused = await reply(first);
    await senderLooked();
    const calls = desk.simulator.callCount();
    const waiting = await reply(second);
    await senderLooked();
    expect(desk.simulator.callCount()).toBe(calls);
    expect(await statesOf([refused, waiting])).toEqual(['queued', 'queued']);
    const elsewhere = await reply(other);
    await senderLooked();
    expect(await stateOf(elsewhere)).not.toBe('queued');
    desk.clock.advance(90_000);
    await desk.world.settled();
    expect(await statesOf([refused, waiting])).toEqual(['read', 'read']);
  });
});

describe('the breaker of an account', () => {
  it('stops calling a platform that gives no clear answers, says so, tries again with one call, and goes on', async () => {
    const page = demoAccounts.messenger.externalId;
    desk.simulator.setFault(page, { kind: 'serverError' });
    const failed = [];
    for (let count = 0; count < 3; count += 1) {
      failed.push(await reply(await asks('messenger')));
      await senderLooked();
    }
    const talks = [await asks('messenger'), await asks('messenger')];
    const other = await asks('whatsapp');
    const calls = desk.simulator.callCount();
    const held = [await reply(talks[0] ?? ''), await reply(talks[1] ?? '')];
    const elsewhere = await reply(other);
    await senderLooked();
    expect(desk.simulator.callCount()).toBe(calls + 1);
    expect(await statesOf(held)).toEqual(['queued', 'queued']);
    expect(await stateOf(elsewhere)).not.toBe('queued');
    const trouble = async () =>
      (await desk.world.modules.accounts.byId(desk.world.brandId, desk.world.accounts.messenger._id))?.trouble?.code;
    expect(await trouble()).toBe('platformDown');
    expect(await metric('woordhouder_send_breakers_open')).toContain('{channel="messenger"} 1');

    desk.clock.advance(30_000);
    await senderLooked();
    expect(desk.simulator.callCount()).toBe(calls + 2);
    expect(await trouble()).toBe('platformDown');

    desk.simulator.setFault(page, null);
    desk.clock.advance(60_000);
    await senderLooked();
    desk.clock.advance(5_000);
    await desk.world.settled();
    const after = await statesOf(held);
    // The message of the failed probe may have gone out; its echo told that it did.
    expect(after).toEqual(['read', 'read']);
    expect(await trouble()).toBeUndefined();
    expect(await metric('woordhouder_send_breaker_changes_total')).toMatch(/state="closed"/u);
    expect(failed).toHaveLength(3);
  });
});
