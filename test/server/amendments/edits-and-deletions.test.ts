import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { messengerEcho, messengerText } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import type { MessageDoc } from '#server/modules/conversations/index.ts';
import { existing, hour, minute, openDesk, type Desk } from '#test/server/conversations/desk.ts';
import { feedChange, joined, messengerItem } from './amendment-bodies.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const pageId = demoAccounts.messenger.externalId;
const later = (ms: number): Date => new Date(desk.clock.now().getTime() + ms);

async function post(...bodies: Parameters<typeof joined>[0]): Promise<void> {
  expect(await desk.post('messenger', joined(bodies))).toBe(200);
  await desk.world.settled();
}

async function stored(externalId: string): Promise<MessageDoc> {
  const accountId = desk.world.accounts.messenger._id;
  const { messages } = desk.world.modules.conversations;
  const found = await messages.byExternalIds(desk.world.brandId, [{ accountId, externalId }]);
  expect(found).toHaveLength(1);
  return existing(found[0]);
}

const clocksOf = (conversationId: string) =>
  desk.world.modules.clocks.ofConversations(desk.world.brandId, [conversationId]);
const promisesOf = async (conversationId: string) => {
  const found = await desk.world.modules.promises.ofConversations(desk.world.brandId, [conversationId]);
  return found.sort((a, b) => a.index - b.index);
};

const edit = (psid: string, mid: string, [number, text]: readonly [number, string], at: Date) =>
  messengerItem(psid, at, { message_edit: { mid, text, num_edit: String(number) } });
const unsend = (psid: string, mid: string, at: Date) => messengerItem(psid, at, { message: { mid, is_deleted: true } });
const react = (psid: string, mid: string, emoji: string | null, at: Date) =>
  messengerItem(psid, at, {
    reaction: { mid, ...(emoji === null ? { action: 'unreact' } : { action: 'react', emoji }) },
  });

describe("a customer's edit", () => {
  it('changes words and signs, keeps the first text, and leaves the clock where it was', async () => {
    const psid = '31690000001';
    const asked = await desk.writes({ customer: psid, text: 'Hoe laat gaat het park open?' });
    const before = await clocksOf(asked.conversationId);
    const text = 'Ik ben erg teleurgesteld: dit is de derde keer dat ik vraag hoe laat het park opengaat.';
    await post(edit(psid, asked.externalId, [1, text], later(10 * minute)));
    const message = await desk.message(asked._id);
    expect(message).toMatchObject({ text, firstText: 'Hoe laat gaat het park open?', editedAt: later(10 * minute) });
    expect(message.cues.map(({ code }) => code)).toContain('disappointment');
    expect(await clocksOf(asked.conversationId)).toEqual(before);
    expect(await desk.conversation(asked.conversationId)).toMatchObject({ preview: text, unread: 1 });
  });

  it('of a thank-you into a question starts no clock', async () => {
    const psid = '31690000002';
    const thanks = await desk.writes({ customer: psid, text: 'Dankjewel!' });
    await post(edit(psid, thanks.externalId, [1, 'Dankjewel! Mag mijn hond ook mee?'], later(minute)));
    expect((await desk.conversation(thanks.conversationId)).clockId).toBeNull();
    expect((await desk.message(thanks._id)).text).toBe('Dankjewel! Mag mijn hond ook mee?');
  });
});

describe('an edit of what we promised', () => {
  it('keeps the first promise on record and reads the new one from the moment of the edit', async () => {
    const psid = '31690000003';
    const asked = await desk.writes({ customer: psid, text: 'Is mijn tas gevonden?' });
    const [sentAt, editedAt] = [later(5 * minute), later(30 * minute)];
    await post(
      messengerEcho({ pageId, psid, mid: 'm_promise', text: 'U krijgt morgen antwoord van mij.', at: sentAt }),
    );
    await post(edit(psid, 'm_promise', [1, 'U krijgt binnen een uur antwoord van mij.'], editedAt));
    const [first, second, ...rest] = await promisesOf(asked.conversationId);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ state: 'superseded', madeAt: sentAt, settledAt: editedAt });
    expect(second).toMatchObject({ state: 'open', madeAt: editedAt, dueAt: new Date(editedAt.getTime() + hour) });
  });

  it('that leaves the promise alone makes no second one', async () => {
    const psid = '31690000004';
    const asked = await desk.writes({ customer: psid, text: 'Is mijn paraplu gevonden?' });
    const text = 'U krijgt morgen antwoord van mij.';
    await post(messengerEcho({ pageId, psid, mid: 'm_same', text, at: later(5 * minute) }));
    const before = await promisesOf(asked.conversationId);
    await post(edit(psid, 'm_same', [1, `Beste Noor, ${text.toLowerCase()}`], later(2 * hour)));
    const [promise, ...rest] = await promisesOf(asked.conversationId);
    expect(rest).toEqual([]);
    expect(promise).toMatchObject({ state: 'open', dueAt: before[0]?.dueAt, madeAt: before[0]?.madeAt });
    const message = await stored('m_same');
    expect(message.text.slice(promise?.start, promise?.end)).toBe(promise?.wording);
  });
});

describe('a deleted message', () => {
  it('of a customer leaves a tombstone; the clock runs on', async () => {
    const psid = '31690000005';
    const asked = await desk.writes({ customer: psid, text: 'Ik ben boos! Bel mij op 0612345678.' });
    const before = await clocksOf(asked.conversationId);
    await post(unsend(psid, asked.externalId, later(minute)));
    const message = await desk.message(asked._id);
    expect(message).toMatchObject({ text: '', attachments: [], cues: [], wish: null, deletedAt: later(minute) });
    expect(JSON.stringify(message)).not.toContain('0612345678');
    expect(await clocksOf(asked.conversationId)).toEqual(before);
    expect((await desk.conversation(asked.conversationId)).preview).toBe('[deleted]');
  });

  it('of ours withdraws the promise it made', async () => {
    const psid = '31690000006';
    const asked = await desk.writes({ customer: psid, text: 'Wanneer hoor ik iets?' });
    const at = later(5 * minute);
    await post(messengerEcho({ pageId, psid, mid: 'm_gone', text: 'U krijgt morgen antwoord van mij.', at }));
    await post(unsend(psid, 'm_gone', later(hour)));
    expect(await promisesOf(asked.conversationId)).toMatchObject([{ state: 'withdrawn', settledAt: later(hour) }]);
  });

  it('of ours does not undo a miss', async () => {
    const psid = '31690000007';
    const asked = await desk.writes({ customer: psid, text: 'Wanneer hoor ik dan iets?' });
    const at = later(5 * minute);
    await post(messengerEcho({ pageId, psid, mid: 'm_late', text: 'U krijgt binnen een uur antwoord van mij.', at }));
    await post(unsend(psid, 'm_late', later(3 * hour)));
    desk.clock.set(later(4 * hour));
    await desk.world.modules.conversations.sweep(desk.clock.now());
    expect(await promisesOf(asked.conversationId)).toMatchObject([{ state: 'missed' }]);
  });

  it('takes a whole thread along when it is a removed post, also what of it comes late', async () => {
    const postId = `${pageId}_77`;
    const from = { id: '9001', name: 'Noor de Wit' };
    const at = desk.clock.now();
    await post(feedChange(at, { item: 'post', verb: 'add', post_id: postId, from, message: 'Zijn er kluisjes?' }));
    await post(feedChange(later(hour), { item: 'post', verb: 'remove', post_id: postId, from }));
    const own = { item: 'comment', verb: 'add', comment_id: '77_1', post_id: postId, parent_id: postId };
    await post(feedChange(later(minute), { ...own, from: { id: pageId, name: 'Wij' }, message: 'Ja, bij de ingang.' }));
    for (const id of [postId, '77_1']) expect(await stored(id)).toMatchObject({ text: '', deletedAt: later(hour) });
  });
});

describe('what happens to a message', () => {
  let serial = 0;
  type Piece = 'message' | 'edit1' | 'edit2' | 'unsend' | 'heart' | 'off';
  const pieces: readonly Piece[] = ['message', 'edit1', 'edit2', 'unsend', 'heart', 'off'];

  it('ends the same in any order, in one body or in many, told once or twice', async () => {
    const orders = fc
      .shuffledSubarray([...pieces], { minLength: 2 })
      .filter((order) => order.includes('message'))
      .chain((order) => fc.tuple(fc.constant(order), fc.shuffledSubarray(order)));
    await fc.assert(
      fc.asyncProperty(orders, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), async (told, cuts) => {
        serial += 1;
        const [psid, mid] = [`3170${String(serial).padStart(7, '0')}`, `m_any${String(serial)}`];
        const at = desk.clock.now();
        const bodies = {
          message: messengerText({ pageId, psid, mid, text: 'Zijn de kaarten al op?', at }),
          edit1: edit(psid, mid, [1, 'Zijn de kaarten op?'], later(minute)),
          edit2: edit(psid, mid, [2, 'Zijn er nog kaarten?'], later(2 * minute)),
          unsend: unsend(psid, mid, later(4 * minute)),
          heart: react(psid, mid, '❤', later(minute)),
          off: react(psid, mid, null, later(3 * minute)),
        };
        const groups = [...told[0], ...told[1]].reduce<(typeof bodies)['message'][][]>(
          (all, piece, index) => {
            if (cuts[index] === true) all.push([]);
            all.at(-1)?.push(bodies[piece]);
            return all;
          },
          [[]],
        );
        for (const group of groups.filter((each) => each.length > 0)) await post(...group);
        const has = (piece: Piece): boolean => told[0].includes(piece);
        const message = await stored(mid);
        const lastWords = has('edit2')
          ? 'Zijn er nog kaarten?'
          : has('edit1')
            ? 'Zijn de kaarten op?'
            : 'Zijn de kaarten al op?';
        expect(message.text).toBe(has('unsend') ? '' : lastWords);
        expect(message.deletedAt).toEqual(has('unsend') ? later(4 * minute) : undefined);
        const edited = has('edit2') ? later(2 * minute) : has('edit1') ? later(minute) : undefined;
        expect(message.editedAt).toEqual(edited);
        const shown = (message.reactions ?? []).flatMap(({ emoji }) => emoji ?? []);
        expect(shown).toEqual(has('heart') && !has('off') ? ['❤'] : []);
        const [clock, ...more] = await clocksOf(message.conversationId);
        expect(more).toEqual([]);
        expect(clock).toMatchObject({ startedAt: at, state: 'running' });
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it('is shown over the API: edited, deleted, and the reactions that stand', async () => {
    const psid = '31690000010';
    const asked = await desk.writes({ customer: psid, text: 'Is er een kinderboerderij?' });
    await post(
      edit(psid, asked.externalId, [1, 'Is er ook een kinderboerderij?'], later(minute)),
      react(psid, asked.externalId, '👍', later(minute)),
      messengerItem(pageId, later(minute), {
        recipient: { id: psid },
        reaction: { mid: asked.externalId, action: 'react', emoji: '❤' },
      }),
    );
    const query = `query Shown($id: ID!) { conversation(id: $id) { messages { nodes { text editedAt deletedAt reactions { emoji byCustomer } } } } }`;
    const answer = await desk.does(query, { id: asked.conversationId });
    expect(answer).toMatchObject({
      messages: {
        nodes: [
          {
            text: 'Is er ook een kinderboerderij?',
            editedAt: later(minute).toISOString(),
            deletedAt: null,
            reactions: [
              { emoji: '❤', byCustomer: false },
              { emoji: '👍', byCustomer: true },
            ],
          },
        ],
      },
    });
  });
});
