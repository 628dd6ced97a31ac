import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messengerText } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { existing, hour, minute, openDesk, sentId, type Answer, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  // A Monday, 15:00 in Amsterdam.
  desk = await openDesk(new Date('2026-03-02T14:00:00Z'));
});

let serial = 0;
let customer = '';
beforeEach(() => {
  serial += 1;
  customer = `3168${String(serial).padStart(7, '0')}`;
  desk.clock.advance(minute);
});

const invalid = /* GraphQL */ `
  __typename
  ... on InvalidInput {
    field
    text: message {
      nl
      en
    }
  }
`;
const setAutoReply = `mutation Set($input: SetAutoReplyInput!) { setAutoReply(input: $input) { ${invalid} } }`;
const simulate = `query Try($text: String!) {
  simulatePromise(channel: "whatsapp", text: $text, rate: 0.9, days: 30) {
    ${invalid}
    ... on PromiseSimulation { contradictions { code words { nl en } } }
  }
}`;
const correct = `mutation Correct($input: CorrectPromiseInput!) { correctPromise(input: $input) { ${invalid} } }`;
const lead = () => desk.user('marit');
const promisesOf = (id: string) => desk.world.modules.promises.ofConversations(desk.world.brandId, [id]);
const onlyPromiseOf = async (id: string) => existing((await promisesOf(id))[0]);
const tooLong = {
  nl: expect.stringContaining('2.000 tekens') as string,
  en: expect.stringContaining('2,000') as string,
};
const setText = (text: string, enabled = true): Promise<Answer> => {
  const input = { accountId: desk.world.accounts.whatsapp._id, enabled, publicEnabled: false, text };
  return desk.does(setAutoReply, { input }, lead());
};

describe('a text of ten thousand characters', () => {
  const text = 'Je krijgt uiterlijk morgen antwoord. '.repeat(300).slice(0, 10_000);

  it('is refused in words as an automatic reply, which stays what it was', async () => {
    await setText('Je krijgt binnen 4 uur antwoord.');
    const before = await desk.world.modules.accounts.ofBrand(desk.world.brandId);
    expect(await setText(text)).toEqual({ __typename: 'InvalidInput', field: 'text', text: tooLong });
    expect(await desk.world.modules.accounts.ofBrand(desk.world.brandId)).toEqual(before);
    await setText('', false);
  });

  it('is refused in words as a text to try', async () => {
    const answer = await desk.does(simulate, { text }, lead());
    expect(answer).toEqual({ __typename: 'InvalidInput', field: 'text', text: tooLong });
  });

  it('is refused in words as a reply where the channel carries less, and promises nothing', async () => {
    const { conversationId } = await desk.writes({ customer });
    const answer = await desk.replies(conversationId, text);
    expect(answer.__typename).toBe('ReplyNotAllowed');
    expect((answer['text'] as { nl: string }).nl).toContain('tekens');
    expect(await promisesOf(conversationId)).toEqual([]);
  });
});

describe('a deadline in the past', () => {
  it('in an automatic reply is told before it is set, in both languages', async () => {
    const answer = await desk.does(simulate, { text: 'Je krijgt vandaag voor 9:00 antwoord.' }, lead());
    expect(answer['contradictions']).toEqual([
      {
        code: 'timeGone',
        words: {
          nl: '“vandaag voor 9:00” is op dit moment al voorbij.',
          en: '“vandaag voor 9:00” has already passed at this moment.',
        },
      },
    ]);
  });

  it('stops a draft until somebody says why, and never makes a promise that is missed from its beginning', async () => {
    const { conversationId } = await desk.writes({ customer });
    const text = 'Hoi, ik zoek het uit en je krijgt vandaag voor 9:00 antwoord van mij.';
    const stopped = await desk.replies(conversationId, text, { acceptedFindings: [], overrideReason: null });
    expect(stopped.__typename).toBe('DraftStopped');
    expect(stopped['findings']).toContainEqual({ code: 'promise_in_past', level: 'error' });
    sentId(await desk.replies(conversationId, text));
    await desk.world.settled();
    const promise = await onlyPromiseOf(conversationId);
    expect(promise.state).toBe('open');
    expect(promise.dueAt.getTime()).toBeGreaterThan(promise.madeAt.getTime());
  });

  it('is refused as a correction, and the promise stays as it was read', async () => {
    const { conversationId } = await desk.writes({ customer });
    await desk.replies(conversationId, 'Je krijgt uiterlijk morgen antwoord.');
    await desk.world.settled();
    const before = await onlyPromiseOf(conversationId);
    const dueAt = new Date(before.madeAt.getTime() - hour).toISOString();
    const input = { promiseId: before._id, meant: { kind: 'explicit', act: 'reply', dueAt } };
    expect(await desk.does(correct, { input })).toMatchObject({
      ...{ __typename: 'InvalidInput', field: 'dueAt' },
      text: { nl: expect.stringContaining('niet voor het bericht') as string },
    });
    expect(await onlyPromiseOf(conversationId)).toEqual(before);
  });
});

describe('a platform whose clock is behind', () => {
  it('makes no promise due before it was made, and no answer that came before its question', async () => {
    const at = new Date(desk.clock.now().getTime() - 10 * minute);
    const page = demoAccounts.messenger.externalId;
    await desk.post(
      'messenger',
      messengerText({ pageId: page, psid: customer, mid: 'm_behind', text: 'Hoe laat begint het?', at }),
    );
    await desk.world.settled();
    const [asked] = await desk.database.db
      .collection<{ conversationId: string }>('messages')
      .find({ externalId: 'm_behind' })
      .toArray();
    const { conversationId } = existing(asked);
    await desk.replies(conversationId, 'Het begint om half acht. Je krijgt binnen een uur ook de plattegrond.');
    await desk.world.settled();
    const [clock] = await desk.world.modules.clocks.ofConversations(desk.world.brandId, [conversationId]);
    expect(existing(clock).startedAt).toEqual(at);
    expect(existing(clock).calendarMs).toBeGreaterThanOrEqual(10 * minute);
    for (const { madeAt, dueAt } of await promisesOf(conversationId)) {
      expect(dueAt.getTime() - madeAt.getTime()).toBe(hour);
    }
  });
});

describe('an automatic reply edited while a promise of it is open', () => {
  it('leaves wording version and deadline, by which the answer is then judged', async () => {
    await setText('Bedankt voor je bericht! Je krijgt binnen 4 uur antwoord.');
    const { conversationId } = await desk.writes({ customer, channel: 'whatsapp' });
    await desk.world.settled();
    const before = await onlyPromiseOf(conversationId);
    expect(before.autoReplyVersionId).not.toBeNull();
    await setText('Bedankt voor je bericht! Je krijgt binnen 10 minuten antwoord.');
    desk.clock.advance(hour);
    await desk.writes({ customer, channel: 'whatsapp', text: 'En is er een fietsenstalling?' });
    desk.clock.advance(hour);
    await desk.replies(conversationId, 'De fietsenstalling ligt naast de ingang aan de Dorpsstraat.');
    await desk.world.settled();
    const { autoReplyVersionId, dueAt, wording } = before;
    const after = (await promisesOf(conversationId)).find(({ _id }) => _id === before._id);
    expect(after).toMatchObject({ autoReplyVersionId, dueAt, wording, state: 'kept' });
    await setText('', false);
  });
});
