import { beforeAll, describe, expect, it } from 'vitest';
import { messengerText } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { failureText } from '#server/modules/ingest/failure-text.ts';
import { existing, openDesk, type Answer, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const pageId = demoAccounts.messenger.externalId;
const broken = '31600000666';
const secretWords = 'Mijn pincode staat in deze zin';

const listQuery = /* GraphQL */ `
  query Letters($state: DeadLetterState) {
    deadLetters(state: $state) {
      nodes {
        id
        channel {
          name
        }
        account {
          externalId
        }
        error
        tries
        receivedAt
        state
        steps {
          action
          reason
          by {
            name
          }
        }
      }
    }
  }
`;

type Letter = {
  readonly id: string;
  readonly error: string;
  readonly tries: number;
  readonly state: string;
  readonly steps: readonly { action: string; reason: string | null; by: { name: string } | null }[];
};

async function letters(state = 'open', viewer = desk.user('marit')): Promise<Letter[]> {
  return (await desk.does(listQuery, { state }, viewer))['nodes'] as Letter[];
}

const bodyQuery = 'query Body($id: ID!) { deadLetterBody(id: $id) { text bytes cut } }';
const replays =
  'mutation R($id: ID!) { replayDeadLetter(id: $id) { __typename ... on DeadLetterSuccess { letter { state } } } }';
const discards = `mutation D($id: ID!, $reason: String!) {
  discardDeadLetter(id: $id, reason: $reason) {
    __typename ... on DeadLetterSuccess { letter { state } } ... on InvalidInput { field }
  }
}`;
const does = (source: string, variables: Record<string, unknown>, name = 'marit'): Promise<Answer> =>
  desk.does(source, variables, desk.user(name));

/** Damages what is stored of a customer, so that nothing of theirs can be worked out; gives the way back. */
async function damage(customer: string): Promise<() => Promise<void>> {
  const conversations = desk.database.db.collection('conversations');
  const { _id } = existing(await conversations.findOne({ customerExternalId: customer }));
  await conversations.updateOne({ _id }, { $set: { excuses: null } });
  return async () => {
    await conversations.updateOne({ _id }, { $set: { excuses: [] } });
  };
}

const bodyOf = (mid: string, psid = broken) =>
  messengerText({ pageId, psid, mid, text: secretWords, at: desk.clock.now() });
const stored = (externalId: string) => desk.database.db.collection('messages').countDocuments({ externalId });

describe('a delivery that cannot be taken in', () => {
  let repair: () => Promise<void>;
  let id: string;

  it('is shown with account, error and tries, without a word of the customer, and blocks nobody', async () => {
    await desk.writes({ customer: broken, text: 'Is er plek?' });
    repair = await damage(broken);
    const bad = bodyOf('m_dead');
    const good = bodyOf('m_beside', '31600000001');
    const both = { object: 'page', entry: [...(bad['entry'] as unknown[]), ...(good['entry'] as unknown[])] };
    expect(await desk.post('messenger', both)).toBe(200);
    expect(await desk.post('messenger', bodyOf('m_behind', '31600000002'))).toBe(200);
    await desk.world.settled();
    // What shared its body or came after it is there.
    expect([await stored('m_dead'), await stored('m_beside'), await stored('m_behind')]).toEqual([0, 1, 1]);
    const found = await letters();
    expect(found).toMatchObject([
      { channel: { name: 'messenger' }, account: { externalId: pageId }, tries: 5, state: 'open', steps: [] },
    ]);
    expect(JSON.stringify(found)).not.toContain('pincode');
    id = existing(found[0]).id;
  });

  it('shows its body to admins only, and records who looked', async () => {
    await expect(does(bodyQuery, { id })).rejects.toThrow('FORBIDDEN');
    const body = await does(bodyQuery, { id }, 'admin');
    expect(body['text']).toContain(secretWords);
    expect(body['cut']).toBe(false);
    expect(existing((await letters())[0]).steps).toMatchObject([{ action: 'viewed', by: { name: 'Joris Admin' } }]);
  });

  it('comes back when a replay fails again, with one try more', async () => {
    expect(await does(replays, { id })).toMatchObject({ letter: { state: 'replayed' } });
    await desk.world.settled();
    expect(await letters()).toMatchObject([{ id, tries: 6, state: 'open' }]);
    expect(await stored('m_dead')).toBe(0);
  });

  it('is taken in once by a replay after the repair, however often it is asked for', async () => {
    await repair();
    await does(replays, { id });
    await does(replays, { id });
    await desk.world.settled();
    await does(replays, { id });
    await desk.world.settled();
    expect([await stored('m_dead'), await stored('m_beside')]).toEqual([1, 1]);
    expect(await letters()).toEqual([]);
    const [done] = await letters('replayed');
    expect(existing(done).steps.map(({ action }) => action)).toEqual(['viewed', 'replayed', 'replayed']);
  });
});

describe('several of them', () => {
  const foreignPage = '777001';
  let stranger: ReturnType<Desk['user']>;
  let ours: Letter[];

  beforeAll(async () => {
    const { agents, accounts } = desk.app.modules;
    const other = await agents.createBrand({ name: 'Ander', timeZone: 'Europe/Amsterdam' });
    const credentials = { accessToken: 'other-token' };
    const input = { brandId: other.id, channel: 'messenger', externalId: foreignPage, name: 'Andere', credentials };
    expect(await accounts.add(input)).toMatchObject({ brandId: other.id });
    stranger = { ...desk.user('admin'), brandId: other.id };
    const foreign = { pageId: foreignPage, psid: '1', mid: 'm_foreign', text: 'Hoi', at: desk.clock.now() };
    const shared = [bodyOf('m_shared'), messengerText(foreign)].flatMap((body) => body['entry'] as unknown[]);
    const repair = await damage(broken);
    for (const mid of ['m_given_up', 'm_all1', 'm_all2']) {
      desk.clock.advance(1_000);
      await desk.post('messenger', bodyOf(mid));
    }
    await desk.post('messenger', { object: 'page', entry: shared });
    await desk.world.settled();
    await repair();
    ours = await letters();
  });

  it('are nobody else’s: another brand neither sees nor replays them, and a shared body is read by neither', async () => {
    const theirs = await letters('open', stranger);
    expect([ours.length, theirs.length]).toEqual([4, 1]);
    for (const { id } of ours) {
      expect(await desk.does(replays, { id }, stranger)).toEqual({ __typename: 'NotFound' });
    }
    expect(await desk.does(bodyQuery, { id: existing(theirs[0]).id }, stranger)).toMatchObject({ text: null });
  });

  it('may be given up with a reason, which stays on record', async () => {
    // Newest first: the first one posted is the last of the list.
    const { id } = existing(ours.at(-1));
    expect(await does(discards, { id, reason: '  ' })).toEqual({ __typename: 'InvalidInput', field: 'reason' });
    expect(await does(discards, { id, reason: 'Testbericht' })).toMatchObject({ letter: { state: 'discarded' } });
    await does(discards, { id, reason: 'Nog eens' });
    await does(replays, { id });
    await desk.world.settled();
    expect(await stored('m_given_up')).toBe(0);
    expect(await desk.app.ingest.backlog()).toEqual({ pending: 0, dead: 3 });
    const [given] = await letters('discarded');
    expect(existing(given).steps).toMatchObject([{ action: 'discarded', reason: 'Testbericht' }]);
  });

  it('are replayed together', async () => {
    const data = await desk.world.execute(desk.user('marit'), 'mutation { replayAllDeadLetters }', {});
    expect(data).toEqual({ replayAllDeadLetters: 3 });
    await desk.world.settled();
    expect(await Promise.all(['m_all1', 'm_all2', 'm_shared', 'm_foreign'].map(stored))).toEqual([1, 1, 1, 1]);
    expect(await desk.app.ingest.backlog()).toEqual({ pending: 0, dead: 0 });
  });
});

describe('the words of a failure', () => {
  it.each([
    [
      new TypeError("Cannot read properties of null (reading 'map')"),
      'TypeError: Cannot read properties of null (reading …)',
    ],
    [
      Object.assign(new Error('E11000 dup key: { text: "pincode 1234" }'), { code: 11000 }),
      'Error 11000: E11000 dup key: …',
    ],
    [new SyntaxError('Unexpected token in "Beste mensen, mijn pincode'), 'SyntaxError: Unexpected token in …'],
    ['pincode', 'unknown failure'],
  ])('hold nothing of what was quoted (%#)', (error, words) => {
    expect(failureText(error)).toBe(words);
  });
});
