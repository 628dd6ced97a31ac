import { beforeAll, describe, expect, it } from 'vitest';
import { xActivityPost } from '#server/channels/simulator/bodies.ts';
import type { Body } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import type { MessageDoc } from '#server/modules/conversations/index.ts';
import { existing, minute, openDesk, type Desk } from '#test/server/conversations/desk.ts';
import { xActivity, xPost } from './amendment-bodies.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const accountId = demoAccounts.x.externalId;
const later = (ms: number): Date => new Date(desk.clock.now().getTime() + ms);

async function post(...bodies: readonly Body[]): Promise<void> {
  for (const body of bodies) {
    expect(await desk.post('x', body)).toBe(200);
    await desk.world.settled();
  }
}

async function storedOf(authorId: string): Promise<MessageDoc[]> {
  const { modules, brandId } = desk.world;
  const all = await modules.conversations.store.page(brandId, { state: 'open', channel: 'x' }, 0, 500);
  const mine = all.filter(({ customerExternalId }) => customerExternalId === authorId);
  return modules.conversations.messages.ofConversations(
    brandId,
    mine.map(({ _id }) => _id),
  );
}

async function only(authorId: string): Promise<MessageDoc> {
  const found = await storedOf(authorId);
  expect(found).toHaveLength(1);
  return existing(found[0]);
}

const clockOf = async (message: MessageDoc) => {
  const clocks = await desk.world.modules.clocks.ofConversations(desk.world.brandId, [message.conversationId]);
  expect(clocks).toHaveLength(1);
  return existing(clocks[0]);
};

describe('a post that its author edits', () => {
  const first = (author: string, id: string) => xPost(author, [id], later(0), '@DeKraaienhof hoe laat open?');
  const second = (author: string, id: string) =>
    xPost(author, [id, `${id}1`], later(2 * minute), '@DeKraaienhof hoe laat gaan jullie open?');

  it.each([
    ['in order', '501', (bodies: Body[]) => bodies],
    ['the edit before the post', '502', (bodies: Body[]) => bodies.reverse()],
    ['each twice', '503', (bodies: Body[]) => [...bodies, ...bodies]],
  ])('is one message with one clock: %s', async (_, author, order) => {
    await post(...order([first(author, `77${author}`), second(author, `77${author}`)]));
    const message = await only(author);
    expect(message).toMatchObject({
      externalId: `77${author}`,
      text: '@DeKraaienhof hoe laat gaan jullie open?',
      firstText: '@DeKraaienhof hoe laat open?',
      editedAt: later(2 * minute),
      sentAt: later(0),
    });
    expect(await clockOf(message)).toMatchObject({ startedAt: later(0), state: 'running' });
  });

  it('only later to name us counts from the edit that does', async () => {
    await post(second('504', '77504'));
    const message = await only('504');
    expect(message).toMatchObject({ externalId: '77504', sentAt: later(2 * minute) });
    expect(await clockOf(message)).toMatchObject({ startedAt: later(2 * minute) });
  });

  it('is answered by an answer to any of its versions', async () => {
    await post(first('505', '77505'), second('505', '77505'));
    const reply = xActivityPost({
      accountId,
      eventType: 'post.create',
      author: { id: accountId, name: 'De Kraaienhof', handle: 'DeKraaienhof' },
      id: '99505',
      text: '@bramvos Wij gaan om tien uur open, tot straks!',
      at: later(5 * minute),
      inReplyTo: { postId: '775051', userId: '505' },
    });
    await post(reply);
    const [question] = (await storedOf('505')).filter(({ direction }) => direction === 'in');
    expect(await clockOf(existing(question))).toMatchObject({ state: 'answered', stoppedAt: later(5 * minute) });
  });

  it.each([
    ['after the edit', '506', (bodies: Body[]) => bodies],
    ['before anything else is known of it', '507', (bodies: Body[]) => bodies.reverse()],
  ])('is gone when a version of it is deleted: %s', async (_, author, order) => {
    const id = `77${author}`;
    const gone = {
      for_user_id: accountId,
      tweet_delete_events: [{ status: { id: `${id}1` }, timestamp_ms: later(9 * minute).getTime() }],
    };
    await post(...order([first(author, id), second(author, id), gone]));
    expect(await only(author)).toMatchObject({ text: '', firstText: '', deletedAt: later(9 * minute) });
  });
});

describe('withdrawn access', () => {
  const revoke = (at: Date) => ({
    data: {
      event_uuid: '1',
      event_type: 'oauth.revoke',
      filter: {},
      payload: { date_time: at.toISOString().replace('.000Z', '+00:00'), user_id: accountId },
    },
  });
  const trouble = async () => {
    const { accounts } = desk.world.modules;
    return (await accounts.byId(desk.world.brandId, desk.world.accounts.x._id))?.trouble;
  };

  it('is the trouble of the account, and told again does not undo a new connection', async () => {
    await post(revoke(later(minute)));
    expect(await trouble()).toMatchObject({ code: 'revoked', since: later(minute) });
    await desk.world.modules.accounts.setTrouble(desk.world.accounts.x, null);
    await post(revoke(later(minute)));
    expect(await trouble()).toBeNull();
    await post(xActivity('mute.mute', { source: { id: '1' } }), revoke(new Date('2020-01-01T00:00:00Z')));
    expect(await trouble()).toBeNull();
  });
});
