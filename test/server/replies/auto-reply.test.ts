import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoryChannel } from '#server/demo/story.ts';
import { day, hour, openDesk, type Answer, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

let serial = 0;
let customer = '';
beforeEach(() => {
  serial += 1;
  customer = `3164${String(serial).padStart(7, '0')}`;
  desk.clock.advance(1_000);
});

const instant = 'Bedankt voor je bericht! Je krijgt binnen 4 uur antwoord.';
const other = 'Bedankt voor je bericht! We antwoorden z.s.m.';
const set = /* GraphQL */ `
  mutation Set($input: SetAutoReplyInput!) {
    setAutoReply(input: $input) {
      __typename
      ... on SetAutoReplySuccess {
        account {
          autoReply {
            enabled
            current {
              id
              text
            }
            versions {
              id
              text
            }
          }
        }
      }
    }
  }
`;

async function setAutoReply(
  channel: StoryChannel,
  setting: { text: string; enabled?: boolean; publicEnabled?: boolean },
): Promise<{ current: { id: string } | null; versions: { id: string; text: string }[] }> {
  const input = { accountId: desk.world.accounts[channel]._id, enabled: true, publicEnabled: false, ...setting };
  const answer: Answer = await desk.does(set, { input }, desk.user('marit'));
  return (
    answer['account'] as { autoReply: { current: { id: string } | null; versions: { id: string; text: string }[] } }
  ).autoReply;
}

const automatic = async (conversationId: string) =>
  (await desk.messages(conversationId)).filter(({ authorKind }) => authorKind === 'autoReply');

describe('the automatic reply', () => {
  it('too long for a post on X is refused when it is set for posts, not when it is sent', async () => {
    const text = 'a'.repeat(281);
    const ask = { accountId: desk.world.accounts.x._id, enabled: true, text };
    const refused = await desk.does(set, { input: { ...ask, publicEnabled: true } }, desk.user('marit'));
    expect(refused.__typename).toBe('InvalidInput');
    const fits = await desk.does(set, { input: { ...ask, publicEnabled: false } }, desk.user('marit'));
    expect(fits.__typename).toBe('SetAutoReplySuccess');
    await desk.does(set, { input: { ...ask, enabled: false, publicEnabled: false } }, desk.user('marit'));
  });

  it('is sent once for a waiting turn, and again for the next', async () => {
    await setAutoReply('messenger', { text: instant });
    const asked = await desk.writes({ customer });
    desk.clock.advance(60_000);
    await desk.writes({ customer, text: 'Hallo, is daar iemand?' });
    expect((await automatic(asked.conversationId)).map(({ text }) => text)).toEqual([instant]);
    await desk.replies(asked.conversationId, 'Je kunt parkeren op terrein P3, achter het station.');
    await desk.world.settled();
    desk.clock.advance(hour);
    await desk.writes({ customer, text: 'En wat kost dat per dag?' });
    expect(await automatic(asked.conversationId)).toHaveLength(2);
    expect(desk.simulator.sends.filter(({ to }) => to === customer)).toHaveLength(3);
  });

  it('is sent once when the messages of a turn arrive in the wrong order or all at once', async () => {
    await setAutoReply('messenger', { text: instant });
    const later = await desk.writes({ customer, text: 'Hallo, is daar iemand?' });
    desk.clock.advance(1_000);
    await desk.writes({ customer, at: new Date(later.sentAt.getTime() - 60_000) });
    expect(await automatic(later.conversationId)).toHaveLength(1);
    expect(desk.simulator.sends.filter(({ to }) => to === customer)).toHaveLength(1);
  });

  it('is not sent to a mere thank-you, nor to messages of long ago', async () => {
    await setAutoReply('messenger', { text: instant });
    const thanks = await desk.writes({ customer, text: 'Dankjewel!' });
    expect(await automatic(thanks.conversationId)).toEqual([]);
    const old = await desk.writes({ customer: '31640999999', at: new Date(desk.clock.now().getTime() - day) });
    expect(await automatic(old.conversationId)).toEqual([]);
    expect((await desk.conversation(old.conversationId)).clockId).not.toBeNull();
  });

  it('stays away from public posts unless that is switched on', async () => {
    await setAutoReply('x', { text: instant });
    const post = await desk.writes({ channel: 'x', customer, public: true });
    expect(await automatic(post.conversationId)).toEqual([]);
    const dm = await desk.writes({ channel: 'x', customer });
    expect(await automatic(dm.conversationId)).toHaveLength(1);
    await setAutoReply('x', { text: instant, publicEnabled: true });
    const second = await desk.writes({ channel: 'x', customer: '31640888888', public: true });
    expect(await automatic(second.conversationId)).toHaveLength(1);
    await setAutoReply('x', { text: instant, enabled: false });
    const third = await desk.writes({ channel: 'x', customer: '31640777777' });
    expect(await automatic(third.conversationId)).toEqual([]);
  });

  it('promises in its own name: tracked with its version, and no answer', async () => {
    const { current } = await setAutoReply('whatsapp', { text: instant });
    const asked = await desk.writes({ channel: 'whatsapp', customer });
    const [promise, ...more] = await desk.world.modules.promises.ofConversations(desk.world.brandId, [
      asked.conversationId,
    ]);
    expect(more).toEqual([]);
    expect(promise).toMatchObject({ madeBy: 'autoReply', state: 'open', autoReplyVersionId: current?.id });
    expect(promise?.dueAt.getTime()).toBe((promise?.madeAt.getTime() ?? 0) + 4 * hour);
    expect((await desk.conversation(asked.conversationId)).clockId).not.toBeNull();
  });

  it('keeps every wording as a version, and an old wording comes back as the version it was', async () => {
    const first = await setAutoReply('whatsapp', { text: instant });
    const second = await setAutoReply('whatsapp', { text: other });
    expect(second.versions.map(({ text }) => text).sort()).toEqual([instant, other].sort());
    expect(second.current?.id).not.toBe(first.current?.id);
    const back = await setAutoReply('whatsapp', { text: instant });
    expect(back.current?.id).toBe(first.current?.id);
    expect(back.versions).toHaveLength(2);
  });

  it('cannot be set by an agent', async () => {
    const input = { accountId: desk.world.accounts.x._id, text: other, enabled: true, publicEnabled: true };
    await expect(desk.does(set, { input }, desk.user('sanne'))).rejects.toThrow('FORBIDDEN');
  });
});
