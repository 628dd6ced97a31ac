import { beforeAll, describe, expect, it } from 'vitest';
import type { SessionViewer } from '#server/graphql/context.ts';
import { existing, hour, openDesk, sentId, type Desk } from './desk.ts';

let desk: Desk;
let stranger: SessionViewer;
let own: {
  conversationId: string;
  contactId: string;
  inId: string;
  outId: string;
  alertId: string;
  accountId: string;
  wordId: string;
};

beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
  const { agents, accounts } = desk.world.modules;
  const brand = await agents.createBrand({ name: 'Kade 9', timeZone: 'Europe/Amsterdam' });
  const user = { brandId: brand.id, email: 'baas@kade9.nl', name: 'Baas', role: 'admin' as const };
  const { id } = await agents.createUser({ ...user, password: 'a-long-enough-password' });
  stranger = { userId: id, brandId: brand.id, role: 'admin', sessionHash: '' };
  const credentials = { accessToken: 'other-token' };
  await accounts.add({ brandId: brand.id, channel: 'messenger', externalId: '55501', name: 'Kade 9', credentials });

  const asked = await desk.writes();
  desk.simulator.failNext(desk.world.accounts.messenger.externalId, { kind: 'refused', status: 400, code: 100 });
  const outId = sentId(await desk.replies(asked.conversationId, 'Je kunt parkeren op terrein P3, achter het station.'));
  await desk.world.settled();
  desk.clock.advance(25 * hour);
  await desk.world.modules.conversations.sweep(desk.clock.now());
  const [alert] = await desk.database.db.collection<{ _id: string }>('alerts').find().toArray();
  const { conversationId, contactId, _id: inId, accountId } = asked;
  const { cueWords } = desk.world.modules;
  const { userId, brandId } = desk.user('marit');
  await cueWords.add({ userId, brandId, userName: 'Marit' }, { language: 'nl', code: 'failure', phrase: 'poortje' });
  const [word] = (await cueWords.list(brandId)).words;
  const ids = { alertId: existing(alert)._id, wordId: existing(word)._id };
  own = { conversationId, contactId, inId, outId, accountId, ...ids };
});

/** Everything stored but the bookkeeping of jobs and leases. */
async function everything(): Promise<Record<string, unknown[]>> {
  const { db } = desk.database;
  const names = (await db.listCollections().toArray())
    .map(({ name }) => name)
    .filter((name) => !/^(?:jobs|leases|channelHealth|channelHours|report\w+)$/u.test(name));
  const contents = await Promise.all(names.map(async (name) => [name, await db.collection(name).find().toArray()]));
  return Object.fromEntries(contents) as Record<string, unknown[]>;
}

describe('a viewer of another brand', () => {
  it.each([
    ['conversation', 'query Q($id: ID!) { conversation(id: $id) { id preview } }', () => own.conversationId],
    ['contact', 'query Q($id: ID!) { contact(id: $id) { id displayName } }', () => own.contactId],
  ])('sees no %s', async (_name, query, id) => {
    expect(Object.values(await desk.world.execute(stranger, query, { id: id() }))).toEqual([null]);
    expect(Object.values(await desk.world.execute(desk.user('lotte'), query, { id: id() }))).not.toEqual([null]);
  });

  it('sees empty lists and nothing to count', async () => {
    const query = /* GraphQL */ `
      query Lists {
        conversations(view: open) {
          nodes {
            id
          }
        }
        inboxCounts {
          missed
          dueSoon
          waiting
        }
        alerts {
          nodes {
            id
          }
        }
        unseenAlerts
        users {
          name
        }
        channelAccounts {
          name
        }
      }
    `;
    expect(await desk.world.execute(stranger, query, {})).toEqual({
      conversations: { nodes: [] },
      inboxCounts: { missed: 0, dueSoon: 0, waiting: 0 },
      alerts: { nodes: [] },
      unseenAlerts: 0,
      users: [{ name: 'Baas' }],
      channelAccounts: [{ name: 'Kade 9' }],
    });
  });

  const named = '{ __typename }';
  const reply = (): object => ({
    clientId: 'client-of-a-stranger',
    conversationId: own.conversationId,
    text: 'Hallo, ik ben het.',
    acceptedFindings: [],
  });
  const moment = (): object => ({
    contactId: own.contactId,
    kind: 'call',
    fromCustomer: true,
    at: '2026-03-01T09:00:00Z',
    outcome: 'noted',
    summary: 'Vreemd',
  });
  const changes: readonly (readonly [string, string, () => Record<string, unknown>, unknown])[] = [
    [
      'claims',
      `mutation M($id: ID!) { claimConversation(id: $id) ${named} }`,
      () => ({ id: own.conversationId }),
      null,
    ],
    [
      'assigns',
      `mutation M($id: ID!) { assignConversation(id: $id) ${named} }`,
      () => ({ id: own.conversationId }),
      null,
    ],
    [
      'closes',
      `mutation M($id: ID!) { closeConversation(id: $id, reason: "x") ${named} }`,
      () => ({ id: own.conversationId }),
      null,
    ],
    [
      'reopens',
      `mutation M($id: ID!) { reopenConversation(id: $id) ${named} }`,
      () => ({ id: own.conversationId }),
      null,
    ],
    ['reads', 'mutation M($id: ID!) { markConversationRead(id: $id) }', () => ({ id: own.conversationId }), false],
    [
      'corrects',
      `mutation M($id: ID!) { correctAuthorKind(messageId: $id, authorKind: bot) ${named} }`,
      () => ({ id: own.outId }),
      null,
    ],
    ['resends', `mutation M($id: ID!) { resendMessage(messageId: $id) ${named} }`, () => ({ id: own.outId }), null],
    [
      'marks as sent',
      `mutation M($id: ID!) { markMessageSent(messageId: $id) ${named} }`,
      () => ({ id: own.outId }),
      null,
    ],
    [
      'replies',
      `mutation M($input: SendReplyInput!) { sendReply(input: $input) ${named} }`,
      () => ({ input: reply() }),
      null,
    ],
    [
      'logs',
      `mutation M($input: LogContactMomentInput!) { logContactMoment(input: $input) ${named} }`,
      () => ({ input: moment() }),
      null,
    ],
    [
      'sets an automatic reply',
      `mutation M($input: SetAutoReplyInput!) { setAutoReply(input: $input) ${named} }`,
      () => ({ input: { accountId: own.accountId, text: 'Hoi', enabled: true, publicEnabled: true } }),
      null,
    ],
    [
      'simulates',
      `mutation M($input: SimulateMessageInput!) { simulateIncomingMessage(input: $input) ${named} }`,
      () => ({ input: { accountId: own.accountId, customerName: 'Kees', text: 'Hoi?' } }),
      null,
    ],
    [
      'marks promises as done',
      `mutation M($id: ID!) { markPromiseDone(promiseId: $id) ${named} }`,
      () => ({ id: `${own.outId}:0` }),
      null,
    ],
    [
      'corrects promises',
      `mutation M($input: CorrectPromiseInput!) { correctPromise(input: $input) ${named} }`,
      () => ({ input: { promiseId: `${own.outId}:0` } }),
      null,
    ],
    [
      'recomputes promises',
      `mutation M($ids: [ID!]!) { recomputePromises(ids: $ids) { ... on RecomputePromisesSuccess { promises { id } } } }`,
      () => ({ ids: [`${own.outId}:0`] }),
      { promises: [] },
    ],
    [
      'sets hours',
      `mutation M($input: SetOpeningWeekInput!) { setOpeningWeek(input: $input) ${named} }`,
      () => ({ input: { scope: { accountId: own.accountId }, validFrom: '2026-03-02', week: null } }),
      null,
    ],
    [
      'sets a claim',
      `mutation M($input: SetPublicClaimInput!) { setPublicClaim(input: $input) ${named} }`,
      () => ({ input: { accountId: own.accountId, text: 'Snel', withinMs: 3_600_000, duringHours: false } }),
      null,
    ],
    [
      'judges',
      `mutation M($id: ID!) { judgeCue(input: { messageId: $id, code: "joy", verdict: missed }) ${named} }`,
      () => ({ id: own.inId }),
      null,
    ],
    ['removes a word', `mutation M($id: ID!) { removeCueWord(id: $id) ${named} }`, () => ({ id: own.wordId }), null],
    ['sees an alert', 'mutation M($id: ID!) { markAlertsSeen(ids: [$id]) }', () => ({ id: own.alertId }), true],
  ];

  it.each(changes)('%s nothing of ours', async (_name, source, variables, expected) => {
    // Alerts of what went before are told by a loop of their own.
    await desk.world.settled();
    const before = await everything();
    const [answer] = Object.values(await desk.world.execute(stranger, source, variables()));
    expect(answer).toEqual(expected ?? { __typename: 'NotFound' });
    await desk.world.settled();
    expect(await everything()).toEqual(before);
  });

  it('cannot be given our conversation, nor give ours to its people', async () => {
    const source = `mutation M($id: ID!, $userId: ID) { assignConversation(id: $id, userId: $userId) ${named} }`;
    const answer = await desk.does(source, { id: own.conversationId, userId: stranger.userId });
    expect(answer.__typename).toBe('NotFound');
    expect((await desk.conversation(own.conversationId)).assigneeId).toBeNull();
  });

  it('may use the same client id for a reply of its own', async () => {
    const clientId = 'client-id-of-two-brands';
    const mine = sentId(
      await desk.replies(own.conversationId, 'Je kunt parkeren op P3 achter het station.', { clientId }),
    );
    const theirs = await desk.replies(own.conversationId, 'Je kunt parkeren op P3.', { clientId, viewer: stranger });
    expect(theirs.__typename).toBe('NotFound');
    await desk.world.settled();
    expect((await desk.message(mine)).brandId).toBe(desk.world.brandId);
  });

  it('with a page of its own gets the messages of that page only', async () => {
    const body = {
      object: 'page',
      entry: [
        {
          id: '55501',
          time: desk.clock.now().getTime(),
          messaging: [
            {
              // The same customer id on another page is another person.
              sender: { id: '31611111111' },
              recipient: { id: '55501' },
              timestamp: desk.clock.now().getTime(),
              message: { mid: 'm_sim00000001', text: 'Wanneer vaart de pont?' },
            },
          ],
        },
      ],
    };
    const before = await desk.messages(own.conversationId);
    expect(await desk.post('messenger', body)).toBe(200);
    await desk.world.settled();
    const query = 'query Q { conversations(view: open) { nodes { preview } } }';
    expect(await desk.world.execute(stranger, query, {})).toEqual({
      conversations: { nodes: [{ preview: 'Wanneer vaart de pont?' }] },
    });
    expect(await desk.messages(own.conversationId)).toEqual(before);
  });
});
