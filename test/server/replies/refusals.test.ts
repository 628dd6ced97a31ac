import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day, hour, openDesk, sentId, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

let serial = 0;
let customer = '';
beforeEach(() => {
  serial += 1;
  customer = `3165${String(serial).padStart(7, '0')}`;
  desk.clock.advance(1_000);
});

const answer = 'De parkeerplaats is achter het station, op terrein P3.';
const stored = async (conversationId: string) =>
  (await desk.messages(conversationId)).filter(({ direction }) => direction === 'out').length;

describe('a reply to something the customer has overtaken', () => {
  it('is stopped with what the customer wrote meanwhile, and goes out once that was read', async () => {
    const first = await desk.writes({ customer });
    desk.clock.advance(1_000);
    const second = await desk.writes({ customer, text: 'Laat maar, mag ik ook geld terug?' });
    desk.clock.advance(1_000);
    const stopped = await desk.replies(first.conversationId, answer, { lastSeenMessageId: first._id });
    expect(stopped).toMatchObject({ __typename: 'CustomerWroteMeanwhile', newMessages: [{ text: second.text }] });
    expect(await stored(first.conversationId)).toBe(0);
    const taken = await desk.replies(first.conversationId, answer, { lastSeenMessageId: second._id });
    expect(taken.__typename).toBe('SendReplySuccess');
  });

  it('is stopped also when the newer message carries an older platform time', async () => {
    const first = await desk.writes({ customer });
    desk.clock.advance(60_000);
    const late = await desk.writes({
      customer,
      text: 'En mag de hond mee?',
      at: new Date(first.sentAt.getTime() - hour),
    });
    const stopped = await desk.replies(first.conversationId, answer, { lastSeenMessageId: first._id });
    expect(stopped).toMatchObject({ __typename: 'CustomerWroteMeanwhile', newMessages: [{ text: late.text }] });
  });
});

describe('a reply that would make things worse', () => {
  const complaint =
    'Ik ben erg teleurgesteld. Ik heb gebeld, gemaild en berichten gestuurd en nooit antwoord gekregen. Blijkbaar zijn wij niet belangrijk.';
  const poor = 'Dat doen wij niet. Fijne dag.';

  it('is stopped by the draft check, and goes out only when every error is accepted', async () => {
    const asked = await desk.writes({ customer, text: complaint });
    desk.clock.advance(3 * day);
    const stopped = await desk.replies(asked.conversationId, poor, { acceptedFindings: [] });
    expect(stopped.__typename).toBe('DraftStopped');
    const findings = stopped['findings'] as { code: string; level: string }[];
    expect(findings.every(({ level }) => level === 'error')).toBe(true);
    expect(findings.length).toBeGreaterThan(0);
    expect(await stored(asked.conversationId)).toBe(0);
    const codes = findings.map(({ code }) => code);
    const again = await desk.replies(asked.conversationId, poor, { acceptedFindings: codes.slice(1) });
    expect(again).toMatchObject({ __typename: 'DraftStopped', findings: [{ code: codes[0] }] });
    const silent = await desk.replies(asked.conversationId, poor, { acceptedFindings: codes, overrideReason: ' ok ' });
    expect(silent).toMatchObject({ __typename: 'InvalidInput' });
    const overrideReason = 'De klant vroeg zelf om alleen ja of nee.';
    const sent = await desk.replies(asked.conversationId, poor, { acceptedFindings: codes, overrideReason });
    expect(sent.__typename).toBe('SendReplySuccess');
    const kept = await desk.world.modules.deviations.since(desk.world.brandId, asked.sentAt, 10);
    expect(kept).toMatchObject([{ _id: sentId(sent), codes, reason: overrideReason }]);
    await desk.world.settled();
    expect(await stored(asked.conversationId)).toBe(1);
  });

  it('is stopped for each of two that come at once, without anything stored', async () => {
    const asked = await desk.writes({ customer, text: complaint });
    desk.clock.advance(3 * day);
    const clientId = `client-poor-${String(serial)}`;
    const answers = await Promise.all(
      [1, 2].map(() => desk.replies(asked.conversationId, poor, { clientId, acceptedFindings: [] })),
    );
    expect(answers.map(({ __typename }) => __typename)).toEqual(['DraftStopped', 'DraftStopped']);
    expect(await stored(asked.conversationId)).toBe(0);
  });
});

describe('a reply the channel does not allow', () => {
  const inWords = (answer: Record<string, unknown>) => (answer['text'] as { nl: string; en: string }).nl;

  it('24 hours after the customer wrote on WhatsApp', async () => {
    const asked = await desk.writes({ channel: 'whatsapp', customer });
    desk.clock.advance(day - 60_000);
    expect((await desk.replies(asked.conversationId, answer)).__typename).toBe('SendReplySuccess');
    await desk.world.settled();
    desk.clock.advance(60_000);
    const refused = await desk.replies(asked.conversationId, answer);
    expect(refused.__typename).toBe('ReplyNotAllowed');
    expect(inWords(refused)).toContain('WhatsApp');
    expect(await stored(asked.conversationId)).toBe(1);
  });

  it('seven days after the customer wrote on Messenger; until then a person may', async () => {
    const asked = await desk.writes({ channel: 'messenger', customer });
    desk.clock.advance(3 * day);
    const id = sentId(await desk.replies(asked.conversationId, answer));
    await desk.world.settled();
    expect((await desk.message(id)).delivery?.state).toBe('read');
    desk.clock.advance(4 * day);
    expect((await desk.replies(asked.conversationId, answer)).__typename).toBe('ReplyNotAllowed');
  });

  it('never for the time on X', async () => {
    const asked = await desk.writes({ channel: 'x', customer });
    desk.clock.advance(60 * day);
    expect((await desk.replies(asked.conversationId, answer)).__typename).toBe('SendReplySuccess');
    await desk.world.settled();
  });

  it('over 280 of X its own characters in public', async () => {
    const asked = await desk.writes({ channel: 'x', customer, public: true });
    const emoji = '🎉'.repeat(140);
    expect((await desk.replies(asked.conversationId, `${emoji}a`)).__typename).toBe('ReplyNotAllowed');
    expect((await desk.replies(asked.conversationId, 'a'.repeat(281))).__typename).toBe('ReplyNotAllowed');
    expect(inWords(await desk.replies(asked.conversationId, 'a'.repeat(283)))).toContain('3 tekens');
    expect((await desk.replies(asked.conversationId, emoji)).__typename).toBe('SendReplySuccess');
    desk.clock.advance(10);
    // A link counts as 23 characters however long it is.
    const link = `https://example.org/${'pad'.repeat(100)}`;
    expect((await desk.replies(asked.conversationId, `${'a'.repeat(256)} ${link}`)).__typename).toBe(
      'SendReplySuccess',
    );
    await desk.world.settled();
    expect(await stored(asked.conversationId)).toBe(2);
  });

  it.each([
    ['x', 10_000],
    ['messenger', 2_000],
    ['whatsapp', 4_096],
  ] as const)('over the limit of a private message on %s', async (channel, limit) => {
    const asked = await desk.writes({ channel, customer });
    expect((await desk.replies(asked.conversationId, 'a'.repeat(limit + 1))).__typename).toBe('ReplyNotAllowed');
    expect((await desk.replies(asked.conversationId, 'a'.repeat(limit))).__typename).toBe('SendReplySuccess');
    await desk.world.settled();
  });
});

describe('a reply that is not whole', () => {
  it('is refused without a text or with an odd client id', async () => {
    const asked = await desk.writes({ customer });
    expect((await desk.replies(asked.conversationId, ' \n ')).__typename).toBe('InvalidInput');
    expect((await desk.replies(asked.conversationId, answer, { clientId: 'short' })).__typename).toBe('InvalidInput');
    expect((await desk.replies(asked.conversationId, answer, { clientId: '{"$gt":""}' })).__typename).toBe(
      'InvalidInput',
    );
    expect((await desk.replies('no-such-conversation', answer)).__typename).toBe('NotFound');
    expect(await stored(asked.conversationId)).toBe(0);
  });
});
