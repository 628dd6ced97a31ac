import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day, existing, hour, minute, openDesk, type Answer, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  // A Monday, 10:00 in Amsterdam.
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

let serial = 0;
let customer = '';
beforeEach(() => {
  serial += 1;
  customer = `3165${String(serial).padStart(7, '0')}`;
  desk.clock.advance(minute);
});

const result = /* GraphQL */ `
  __typename
  ... on SetHoursSuccess {
    otherwiseDue {
      promise {
        id
        dueAt
      }
      wouldBeDueAt
    }
    setup {
      weeks {
        id
        validFrom
      }
      days {
        id
      }
    }
  }
  ... on HoursReachBack {
    from
    waitingConversations
  }
  ... on InvalidInput {
    field
    text: message {
      nl
      en
    }
  }
`;
const setWeek = `mutation Week($input: SetOpeningWeekInput!) { setOpeningWeek(input: $input) { ${result} } }`;
const setDays = `mutation Days($input: SetSpecialDaysInput!) { setSpecialDays(input: $input) { ${result} } }`;
const setZone = `mutation Zone($timeZone: String!) { setBusinessZone(timeZone: $timeZone) { ${result} } }`;
const remove = `mutation Remove($id: ID!, $scope: HoursScopeInput!) { removeHours(id: $id, scope: $scope) { ${result} } }`;
const recompute = /* GraphQL */ `
  mutation Recompute($ids: [ID!]!) {
    recomputePromises(ids: $ids) {
      __typename
      ... on RecomputePromisesSuccess {
        promises {
          id
          dueAt
        }
      }
    }
  }
`;

const lead = () => desk.user('marit');
const office = [{ from: '09:00', to: '17:00' }];
const afternoon = [{ from: '13:00', to: '15:00' }];
const weekOf = (each: { from: string; to: string }[]) => [each, each, each, each, each, [], []];
const accountScope = () => ({ accountId: desk.world.accounts.messenger._id });
const week = (input: object): Promise<Answer> =>
  desk.does(setWeek, { input: { scope: {}, validFrom: today(), week: weekOf(office), ...input } }, lead());
const today = (): string => desk.clock.now().toISOString().slice(0, 10);

async function promised(text: string): Promise<{ conversationId: string; promiseId: string; dueAt: Date }> {
  const { conversationId } = await desk.writes({ customer });
  await desk.replies(conversationId, text);
  await desk.world.settled();
  const [promise] = await promisesOf(conversationId);
  return { conversationId, promiseId: existing(promise)._id, dueAt: existing(promise).dueAt };
}
const promisesOf = (id: string) => desk.world.modules.promises.ofConversations(desk.world.brandId, [id]);
const clockOf = async (id: string) =>
  existing((await desk.world.modules.clocks.ofConversations(desk.world.brandId, [id]))[0]);
const answerText = 'De parkeerplaats ligt naast de ingang aan de Dorpsstraat.';

describe('bad hours', () => {
  it.each([
    ['overlapping intervals', { week: weekOf([...office, { from: '16:00', to: '18:00' }]) }, 'week', 'overlappen'],
    ['an empty interval', { week: weekOf([{ from: '09:00', to: '09:00' }]) }, 'week', 'leeg'],
    ['a first day that does not exist', { validFrom: '2026-02-30' }, 'validFrom', 'bestaat niet'],
  ])('are refused in words: %s', async (_name, input, field, words) => {
    const answer = await week(input);
    expect(answer).toMatchObject({ __typename: 'InvalidInput', field });
    expect((answer['text'] as { nl: string }).nl).toContain(words);
  });

  it('are refused in words: a closure that ends before it begins, and a zone that does not exist', async () => {
    const input = { scope: {}, from: '2026-04-02', to: '2026-04-01', reason: 'feest' };
    expect(await desk.does(setDays, { input }, lead())).toMatchObject({ __typename: 'InvalidInput', field: 'to' });
    const zone = await desk.does(setZone, { timeZone: 'Europe/Utrecht' }, lead());
    expect(zone).toMatchObject({ __typename: 'InvalidInput', field: 'timeZone' });
  });

  it('that reach back are a question first', async () => {
    await desk.writes({ customer });
    const asked = await week({ validFrom: '2025-01-01' });
    expect(asked).toMatchObject({ __typename: 'HoursReachBack', from: '2025-01-01' });
    expect(asked['waitingConversations']).toBeGreaterThan(0);
    expect(await week({ validFrom: '2025-01-01', acceptPast: true })).toMatchObject({ __typename: 'SetHoursSuccess' });
  });

  it('are for leads, of their own brand', async () => {
    const input = { scope: { accountId: 'elsewhere' }, validFrom: today(), week: null };
    expect(await desk.does(setWeek, { input }, lead())).toMatchObject({ __typename: 'NotFound' });
    await expect(desk.does(setWeek, { input })).rejects.toThrow();
  });
});

describe('editing hours', () => {
  it('keeps what was counted, whatever is set afterwards and however often it is worked out', async () => {
    const { conversationId } = await desk.writes({ customer });
    desk.clock.advance(2 * hour);
    await desk.replies(conversationId, answerText);
    await desk.world.settled();
    const before = await clockOf(conversationId);
    expect(before.openHoursMs).toBe(2 * hour);
    desk.clock.advance(minute);
    await week({ validFrom: '2026-01-01', week: weekOf(afternoon), acceptPast: true });
    // The customer's thanks make the conversation be worked out anew.
    await desk.writes({ customer, text: 'Dank je wel!' });
    expect(await clockOf(conversationId)).toEqual(before);
    desk.clock.advance(minute);
    await week({});
  });

  it('counts what runs by the new hours', async () => {
    const { conversationId } = await desk.writes({ customer });
    await week({ week: weekOf(afternoon) });
    desk.clock.advance(day);
    await desk.replies(conversationId, answerText);
    await desk.world.settled();
    const { openHoursMs } = await clockOf(conversationId);
    expect(openHoursMs).toBe(2 * hour);
    desk.clock.advance(minute);
    await week({});
  });

  it('keeps open promises until a lead says otherwise, then for good', async () => {
    const { promiseId, conversationId, dueAt } = await promised('Je krijgt uiterlijk morgen antwoord.');
    desk.clock.advance(minute);
    const saved = await week({ scope: accountScope(), week: weekOf(afternoon) });
    const all = saved['otherwiseDue'] as { promise: { id: string; dueAt: string }; wouldBeDueAt: string }[];
    const other = existing(all.find(({ promise }) => promise.id === promiseId));
    expect(other.wouldBeDueAt).not.toEqual(other.promise.dueAt);
    await desk.writes({ customer, text: 'Fijn, maar heb je ook een kaart van het terrein?' });
    expect((await promisesOf(conversationId))[0]?.dueAt).toEqual(dueAt);
    expect(await desk.does(recompute, { ids: [promiseId] }, lead())).toMatchObject({
      promises: [{ id: promiseId, dueAt: other.wouldBeDueAt }],
    });
    await desk.writes({ customer, text: 'En mag mijn hond mee?' });
    expect((await promisesOf(conversationId))[0]?.dueAt).toEqual(new Date(other.wouldBeDueAt));
    await week({ scope: accountScope(), week: null });
  });

  it('leaves other accounts alone, and ends with the record that said it', async () => {
    const book = () => desk.world.modules.openingHours.bookOf(desk.world.brandId);
    const { messenger, whatsapp } = desk.world.accounts;
    const input = { scope: accountScope(), from: '2026-06-10', to: '2026-06-11', reason: 'verhuizing' };
    const saved = await desk.does(setDays, { input }, lead());
    const closed = async (id: string) => (await book()).of(id, desk.clock.now()).closures.map(({ date }) => date);
    expect(await closed(messenger._id)).toEqual(['2026-06-10', '2026-06-11']);
    expect(await closed(whatsapp._id)).toEqual([]);
    const [{ id }] = (saved['setup'] as { days: [{ id: string }] }).days;
    desk.clock.advance(minute);
    const gone = await desk.does(remove, { id, scope: accountScope() }, lead());
    expect(gone).toMatchObject({ __typename: 'SetHoursSuccess', setup: { days: [] } });
    expect(await closed(messenger._id)).toEqual([]);
  });

  it('lets accounts follow their team from the moment they are its', async () => {
    const save = /* GraphQL */ `
      mutation Save($input: SaveTeamInput!) {
        saveTeam(input: $input) {
          __typename
          ... on SaveTeamSuccess {
            team {
              id
              accounts {
                id
              }
            }
          }
        }
      }
    `;
    const { x, whatsapp } = desk.world.accounts;
    const input = { name: 'Avondploeg', memberIds: [lead().userId], accountIds: [x._id] };
    const saved = await desk.does(save, { input }, lead());
    const team = saved['team'] as { id: string; accounts: { id: string }[] };
    expect(team.accounts).toEqual([{ id: x._id }]);
    await week({ scope: { teamId: team.id }, week: weekOf(afternoon) });
    const book = await desk.world.modules.openingHours.bookOf(desk.world.brandId);
    const now = desk.clock.now();
    expect(book.of(x._id, now).versions.at(-1)?.week[0]).toEqual(afternoon);
    expect(book.of(whatsapp._id, now).versions.at(-1)?.week[0]).toEqual(office);
    const elsewhere = { ...input, accountIds: ['elsewhere'] };
    expect(await desk.does(save, { input: elsewhere }, lead())).toEqual({ __typename: 'NotFound' });
  });
});

describe('an automatic reply edited while promises are open', () => {
  it('recomputes nothing', async () => {
    const mutation = /* GraphQL */ `
      mutation Set($input: SetAutoReplyInput!) {
        setAutoReply(input: $input) {
          __typename
        }
      }
    `;
    const setText = (text: string, enabled = true) => {
      const { accountId } = accountScope();
      return desk.does(mutation, { input: { accountId, enabled, publicEnabled: false, text } }, lead());
    };
    await setText('Bedankt voor je bericht! Je krijgt binnen 4 uur antwoord.');
    const { conversationId } = await desk.writes({ customer });
    await desk.world.settled();
    const before = await promisesOf(conversationId);
    expect(before).toMatchObject([{ promiser: 'ownAutoReply', wording: 'binnen 4 uur', state: 'open' }]);
    await setText('Bedankt voor je bericht! Je krijgt binnen twee dagen antwoord.');
    await desk.writes({ customer, text: 'En is er een fietsenstalling?' });
    expect(await promisesOf(conversationId)).toEqual(before);
    await setText('', false);
  });
});

describe('the claim of a page', () => {
  const setClaim = /* GraphQL */ `
    mutation Claim($input: SetPublicClaimInput!) {
      setPublicClaim(input: $input) {
        __typename
        ... on InvalidInput {
          field
        }
      }
    }
  `;
  const claim = (input: object) => {
    const accountId = desk.world.accounts.whatsapp._id;
    const usual = { accountId, text: 'Reageert meestal binnen een uur', withinMs: hour, duringHours: false };
    return desk.does(setClaim, { input: { ...usual, ...input } }, lead());
  };
  const clock = /* GraphQL */ `
    query Clock($id: ID!) {
      conversation(id: $id) {
        promises {
          id
        }
        clocks {
          claim {
            text
            state
            lateByMs
          }
        }
      }
    }
  `;

  it('is a standing promise for each waiting turn, apart from promises in words', async () => {
    await claim({});
    desk.clock.advance(minute);
    const { conversationId } = await desk.writes({ customer, channel: 'whatsapp' });
    const open = await desk.does(clock, { id: conversationId });
    expect(open).toMatchObject({ promises: [], clocks: [{ claim: { state: 'open', lateByMs: null } }] });
    desk.clock.advance(minute);
    await claim({ text: 'Reageert binnen een dag', withinMs: day });
    desk.clock.advance(hour + 5 * minute);
    await desk.replies(conversationId, answerText);
    await desk.world.settled();
    const late = await desk.does(clock, { id: conversationId });
    // The claim of the turn's beginning counts, not the easier one of later.
    const expected = { text: 'Reageert meestal binnen een uur', state: 'missed' };
    expect(late).toMatchObject({ promises: [], clocks: [{ claim: expected }] });
  });

  it('is refused without words or with a time out of range', async () => {
    expect(await claim({ text: ' ' })).toEqual({ __typename: 'InvalidInput', field: 'text' });
    expect(await claim({ withinMs: 1_000 })).toEqual({ __typename: 'InvalidInput', field: 'withinMs' });
  });
});
