import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day, existing, hour, minute, openDesk, sentId, type Answer, type Desk } from './desk.ts';
import { countsOfDay } from './thread-state.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

let serial = 0;
let customer = '';
beforeEach(() => {
  serial += 1;
  customer = `3166${String(serial).padStart(7, '0')}`;
  desk.clock.advance(minute);
});

const result = /* GraphQL */ `
  __typename
  ... on ChangePromiseSuccess {
    changed {
      promises {
        id
        dueAt
        act
        corrected
        keptByAct
        state
      }
    }
  }
  ... on InvalidInput {
    field
  }
`;
const correct = `mutation Correct($input: CorrectPromiseInput!) { correctPromise(input: $input) { ${result} } }`;
const add = `mutation Add($input: AddPromiseInput!) { addPromise(input: $input) { ${result} } }`;
const done = `mutation Done($id: ID!, $at: DateTime) { markPromiseDone(promiseId: $id, at: $at) { ${result} } }`;
const log = /* GraphQL */ `
  mutation Log($input: LogContactMomentInput!) {
    logContactMoment(input: $input) {
      __typename
    }
  }
`;
const promisesQuery = /* GraphQL */ `
  query Promises($id: ID!, $promisers: [Promiser!]) {
    conversation(id: $id) {
      promises(promisers: $promisers) {
        id
        promiser
        chasedBy
        otherContacts {
          moment {
            kind
          }
          message {
            id
          }
        }
      }
      messages(last: 1) {
        nodes {
          chases {
            id
          }
        }
      }
    }
  }
`;
const invalid = (field: string) => ({ __typename: 'InvalidInput', field });

const promisesOf = (id: string) => desk.world.modules.promises.ofConversations(desk.world.brandId, [id]);
const promisesOfMessage = (answer: Answer) => (answer['changed'] as { promises: { id: string }[] }).promises;
const onlyPromiseOf = async (id: string) => existing((await promisesOf(id))[0]);

async function replied(text: string): Promise<{ conversationId: string; contactId: string; messageId: string }> {
  const { conversationId, contactId } = await desk.writes({ customer });
  const messageId = sentId(await desk.replies(conversationId, text));
  await desk.world.settled();
  return { conversationId, contactId, messageId };
}

/** Makes the conversation be worked out anew from its messages. */
async function workedOutAnew(): Promise<void> {
  desk.clock.advance(minute);
  await desk.writes({ customer, text: 'Mag mijn hond ook mee?' });
}

describe('correcting a reading', () => {
  it('takes a promise away for good, and keeps the judgement', async () => {
    const { conversationId } = await replied('Je krijgt uiterlijk morgen antwoord.');
    const { _id: promiseId } = await onlyPromiseOf(conversationId);
    expect(promisesOfMessage(await desk.does(correct, { input: { promiseId } }))).toEqual([]);
    await workedOutAnew();
    expect(await promisesOf(conversationId)).toEqual([]);
    const [label] = await desk.world.modules.promises.labels.newest(desk.world.brandId, 1);
    expect(label).toMatchObject({ verdict: 'noPromise', person: null, reader: { wording: 'uiterlijk morgen' } });
  });

  it('changes deadline, kind and act for good', async () => {
    const { conversationId } = await replied('Je krijgt uiterlijk morgen antwoord.');
    const { _id: promiseId } = await onlyPromiseOf(conversationId);
    const dueAt = new Date(desk.clock.now().getTime() + 3 * day);
    await desk.does(correct, {
      input: { promiseId, meant: { kind: 'vague', act: 'action', dueAt: dueAt.toISOString() } },
    });
    await workedOutAnew();
    expect(await promisesOf(conversationId)).toMatchObject([{ kind: 'vague', act: 'action', dueAt, corrected: true }]);
  });

  it('adds what was not read, from words of the message', async () => {
    const text = 'Wij zorgen dat het goed komt met je kaart, echt waar.';
    const { conversationId, messageId } = await replied(text);
    const start = text.indexOf('goed komt');
    const meant = { kind: 'vague', act: 'action', dueAt: new Date(desk.clock.now().getTime() + day).toISOString() };
    const input = { messageId, start, end: start + 'goed komt'.length, meant };
    expect(await desk.does(add, { input })).toMatchObject({ __typename: 'ChangePromiseSuccess' });
    await workedOutAnew();
    const added = { wording: 'goed komt', act: 'action', state: 'open' };
    expect(await promisesOf(conversationId)).toContainEqual(expect.objectContaining(added));
    expect(await desk.does(add, { input: { ...input, start: 3, end: 3 } })).toEqual(invalid('words'));
    const past = { ...meant, dueAt: '2020-01-01T00:00:00.000Z' };
    expect(await desk.does(add, { input: { ...input, meant: past } })).toEqual(invalid('dueAt'));
  });

  it('gives admins lines without names or numbers', async () => {
    const name = customer.slice(-4);
    const text = `Beste Klant ${name}, je krijgt uiterlijk morgen antwoord. Bel 06-12345678 of mail info@voorbeeld.nl.`;
    const { conversationId } = await replied(text);
    const { _id: promiseId } = await onlyPromiseOf(conversationId);
    await desk.does(correct, { input: { promiseId } });
    const lines = await desk.world.execute(desk.user('admin'), 'query { promiseLabelLines }', {});
    const first = String(lines['promiseLabelLines']).split('\n')[0] ?? '';
    expect(JSON.parse(first)).toMatchObject({ verdict: 'noPromise', reader: { wording: 'uiterlijk morgen' } });
    for (const secret of [name, '12345678', 'info@voorbeeld.nl']) expect(first).not.toContain(secret);
    await expect(desk.world.execute(desk.user('marit'), 'query { promiseLabelLines }', {})).rejects.toThrow();
  });
});

describe('a promised call', () => {
  const callBack = 'We bellen je morgen voor 12:00 terug.';
  const call = (contactId: string, outcome: string) => {
    const at = desk.clock.now().toISOString();
    const input = { contactId, kind: 'call', fromCustomer: false, at, outcome, summary: 'gebeld' };
    return desk.does(log, { input });
  };

  it('is not kept by a reply in words, but by a call that was picked up', async () => {
    const { conversationId, contactId } = await replied(callBack);
    expect(await promisesOf(conversationId)).toMatchObject([{ act: 'call', state: 'open' }]);
    desk.clock.advance(hour);
    await desk.replies(conversationId, 'De parkeerplaats ligt naast de ingang aan de Dorpsstraat.');
    await desk.world.settled();
    expect(await promisesOf(conversationId)).toMatchObject([{ state: 'open' }]);
    await call(contactId, 'unanswered');
    expect(await promisesOf(conversationId)).toMatchObject([{ state: 'open' }]);
    desk.clock.advance(minute);
    await call(contactId, 'answered');
    expect(await promisesOf(conversationId)).toMatchObject([{ state: 'kept', settledAt: desk.clock.now() }]);
  });

  it('is kept by saying that it was done, and late when it was late', async () => {
    const { conversationId } = await replied(callBack);
    const { _id: id, dueAt } = await onlyPromiseOf(conversationId);
    expect(await desk.does(done, { id, at: '2020-01-01T00:00:00.000Z' })).toEqual(invalid('at'));
    desk.clock.advance(2 * day);
    expect(promisesOfMessage(await desk.does(done, { id }))).toMatchObject([{ state: 'missed', keptByAct: true }]);
    const late = await onlyPromiseOf(conversationId);
    expect(late.lateByMs).toBe(desk.clock.now().getTime() - dueAt.getTime());
  });
});

describe('while a promise is open', () => {
  it('who asks for it and who comes by another way is seen on it, and counted once it is settled', async () => {
    const today = desk.clock.now().toISOString().slice(0, 10);
    const counted = async () => {
      const { chased = 0, otherContact = 0 } = await countsOfDay(desk, today);
      return { chased, otherContact };
    };
    const before = await counted();
    const { conversationId, contactId } = await replied('Je krijgt uiterlijk morgen antwoord.');
    desk.clock.advance(hour);
    const chaser = await desk.writes({ customer, text: 'hallo??' });
    const at = desk.clock.now().toISOString();
    const input = { contactId, kind: 'call', fromCustomer: true, at, outcome: 'unanswered', summary: 'belde zelf' };
    await desk.does(log, { input });
    const { _id: id } = await onlyPromiseOf(conversationId);
    const promise = { id, promiser: 'agent', chasedBy: [chaser._id], otherContacts: [{ moment: { kind: 'call' } }] };
    const shown = await desk.does(promisesQuery, { id: conversationId });
    expect(shown).toMatchObject({ promises: [promise], messages: { nodes: [{ chases: { id } }] } });
    expect(await counted()).toEqual(before);
    await desk.replies(conversationId, 'Parkeren kan naast de ingang aan de Dorpsstraat, voor vijf euro per dag.');
    await desk.world.settled();
    expect(await counted()).toEqual({ chased: before.chased + 1, otherContact: before.otherContact + 1 });
  });

  it('promises can be asked for by who made them', async () => {
    const { conversationId } = await replied('Je krijgt uiterlijk morgen antwoord.');
    const of = (promisers: string[]) => desk.does(promisesQuery, { id: conversationId, promisers });
    expect((await of(['agent']))['promises']).toHaveLength(1);
    expect((await of(['bot', 'ownAutoReply']))['promises']).toEqual([]);
  });
});
