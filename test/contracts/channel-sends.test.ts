import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Visibility } from '#server/channels/channel.ts';
import { customer, failure, hourMs, now, outgoing, pick, playedNames, usePlayedPlatforms } from './played-platforms.ts';

const platforms = usePlayedPlatforms();
const { send, inbound } = platforms;

describe.each(playedNames)('sending on %s', (name) => {
  const { account, channel } = pick(name);

  it('makes the right call, returns its id, and the echo is our own message', async () => {
    const externalId = await send(name, outgoing());
    await platforms.simulator.settled();
    expect(platforms.simulator.sends).toHaveLength(1);
    expect(platforms.simulator.sends[0]).toMatchObject({
      externalId,
      to: customer.id,
      text: outgoing().text,
      visibility: 'private',
    });
    expect(platforms.simulator.undelivered).toEqual([]);
    const messages = inbound().filter((event) => event.kind === 'message');
    expect(messages.every((event) => event.direction === 'out' && event.customerExternalId === customer.id)).toBe(true);
    const named = inbound().flatMap((event) =>
      event.kind === 'message' ? [event.externalId] : event.kind === 'status' ? [event.messageExternalId] : [],
    );
    expect(named).toContain(externalId);
    const tags = inbound().flatMap((event) =>
      event.kind === 'message' ? [event.origin?.clientTag] : event.kind === 'status' ? [event.clientTag] : [],
    );
    if (name !== 'x') expect(tags).toContain('outbox-1');
  });

  it('429 becomes rateLimited with the wait the platform names', async () => {
    platforms.simulator.failNext(account.externalId, { kind: 'rateLimited', retryAfterSeconds: 90 });
    const error = await failure(send(name, outgoing()));
    expect(error).toMatchObject({ kind: 'rateLimited', retryAfterMs: 90_000, retryable: true });
    expect(platforms.simulator.sends).toEqual([]);
  });

  it('a dead token becomes unauthorised', async () => {
    expect(await failure(send(name, outgoing(), { token: 'old-token' }))).toMatchObject({
      kind: 'unauthorised',
      retryable: false,
    });
  });

  it.each([{ kind: 'dropConnection' }, { kind: 'serverError' }, { kind: 'unreadable' }] as const)(
    'accepted, then $kind: uncertain, and the echo still comes',
    async (fault) => {
      platforms.simulator.failNext(account.externalId, fault);
      const error = await failure(send(name, outgoing()));
      await platforms.simulator.settled();
      expect(error).toMatchObject({ kind: 'uncertain', retryable: false });
      expect(platforms.simulator.sends).toHaveLength(1);
      expect(inbound().length).toBeGreaterThan(0);
    },
  );

  it('no answer within the limit: uncertain', async () => {
    platforms.simulator.failNext(account.externalId, { kind: 'late', ms: 60_000 });
    const error = await failure(send(name, outgoing(), { signal: AbortSignal.timeout(150) }));
    expect(error).toMatchObject({ kind: 'uncertain', code: 'timeout' });
    expect(platforms.simulator.sends).toHaveLength(1);
  });

  it('stopped before the call, or nobody listening: nothing went out', async () => {
    expect(await failure(send(name, outgoing(), { signal: AbortSignal.abort() }))).toMatchObject({
      kind: 'unreachable',
    });
    const spare = createServer();
    const port = await new Promise<number>((resolve) => {
      spare.listen(0, '127.0.0.1', () => {
        const address = spare.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    await new Promise((resolve) => spare.close(resolve));
    const error = await failure(send(name, outgoing(), { endpoint: { baseUrl: `http://127.0.0.1:${String(port)}` } }));
    expect(error).toMatchObject({ kind: 'unreachable', code: 'ECONNREFUSED', retryable: true });
    expect(platforms.simulator.callCount()).toBe(0);
  });

  it.each(['private', 'public'] as readonly Visibility[])(
    'a %s text over the limit makes no call',
    async (visibility) => {
      const longest = channel.capabilities.maxLength[visibility];
      const text = 'a'.repeat(longest + 1);
      expect(channel.countLength('a'.repeat(longest), visibility)).toBe(longest);
      expect(channel.countLength(text, visibility)).toBeGreaterThan(longest);
      expect(await failure(send(name, outgoing({ text, visibility })))).toMatchObject({ kind: 'rejected' });
      expect(await failure(send(name, outgoing({ text: '  ' })))).toMatchObject({ kind: 'rejected', code: 'empty' });
      expect(platforms.simulator.callCount()).toBe(0);
    },
  );

  it('the echo may arrive before the answer', async () => {
    platforms.simulator.failNext(account.externalId, { kind: 'echoFirst' });
    const work = send(name, outgoing()).then((externalId) => ({ externalId, seen: inbound().length }));
    expect((await work).seen).toBeGreaterThan(0);
  });

  it('a customer writes, and what the product did not take comes again', async () => {
    const input = { account, customer, text: 'Hallo? <is> daar & iemand', at: now };
    const { externalId, status } = await platforms.simulator.customerWrites(input);
    expect(status).toBe(200);
    expect(inbound()).toMatchObject([
      { kind: 'message', direction: 'in', externalId, text: input.text, sentAt: now, customerExternalId: customer.id },
    ]);
    await platforms.simulator.redeliver();
    expect(inbound()).toHaveLength(1);
  });
});

describe('public replies', () => {
  it.each(['messenger', 'instagram', 'x'])(
    'on %s go to the item answered and come back in its thread',
    async (name) => {
      const { account } = pick(name);
      const { externalId: question } = await platforms.simulator.customerWrites({
        account,
        customer,
        text: 'Waarom?',
        at: now,
        public: true,
      });
      // On X the talk is the customer's, not the post's (ADR 0052).
      const threadExternalId = name === 'x' ? customer.id : question;
      const target = { visibility: 'public' as const, threadExternalId, replyToExternalId: question };
      const answer = await send(name, outgoing(target));
      await platforms.simulator.settled();
      const { externalId: followUp } = await platforms.simulator.customerWrites({
        account,
        customer,
        text: 'Dank',
        at: now,
        public: true,
        replyTo: answer,
      });
      const messages = inbound().filter((event) => event.kind === 'message');
      expect(messages).toMatchObject([
        { externalId: question, direction: 'in', threadExternalId, visibility: 'public' },
        { externalId: answer, direction: 'out', threadExternalId, replyToExternalId: question },
        { externalId: followUp, direction: 'in', threadExternalId },
      ]);
      if (name === 'x') expect(messages[1]?.customerExternalId).toBe(customer.id);
    },
  );

  it('WhatsApp has none', async () => {
    expect(await failure(send('whatsapp', outgoing({ visibility: 'public', text: 'x' })))).toMatchObject({
      code: 'visibility',
    });
  });
});

describe('windows', () => {
  const ago = (hours: number): Date => new Date(now.getTime() - hours * hourMs);

  it('Messenger: a person may answer for seven days, a machine for one', async () => {
    await send('messenger', outgoing({ lastCustomerAt: ago(24), byPerson: false }));
    await send('messenger', outgoing({ lastCustomerAt: ago(25) }));
    const late = { lastCustomerAt: ago(25), byPerson: false };
    expect(await failure(send('messenger', outgoing(late)))).toMatchObject({ kind: 'windowClosed' });
    expect(await failure(send('messenger', outgoing({ lastCustomerAt: ago(169) })))).toMatchObject({
      kind: 'windowClosed',
    });
    expect(platforms.simulator.sends.map(({ body }) => body)).toMatchObject([
      { messaging_type: 'RESPONSE' },
      { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' },
    ]);
  });

  it('WhatsApp: closed after a day', async () => {
    expect(await failure(send('whatsapp', outgoing({ lastCustomerAt: ago(25) })))).toMatchObject({
      kind: 'windowClosed',
    });
    expect(platforms.simulator.callCount()).toBe(0);
  });

  it.each([
    { name: 'messenger', answer: { status: 400, code: 10, subcode: 2018278 }, kind: 'windowClosed' },
    { name: 'messenger', answer: { status: 400, code: 10 }, kind: 'unauthorised' },
    { name: 'messenger', answer: { status: 400, code: 551, subcode: 1545041 }, kind: 'rejected' },
    { name: 'messenger', answer: { status: 400, code: 190, subcode: 463 }, kind: 'unauthorised' },
    { name: 'messenger', answer: { status: 400, code: 100 }, kind: 'rejected' },
    { name: 'messenger', answer: { status: 400, code: 613 }, kind: 'rateLimited' },
    { name: 'messenger', answer: { status: 500, code: 2 }, kind: 'uncertain' },
    { name: 'whatsapp', answer: { status: 400, code: 131047 }, kind: 'windowClosed' },
    { name: 'whatsapp', answer: { status: 400, code: 131026 }, kind: 'rejected' },
    { name: 'whatsapp', answer: { status: 400, code: 131056 }, kind: 'rateLimited' },
    { name: 'whatsapp', answer: { status: 400, code: 80007 }, kind: 'rateLimited' },
    { name: 'whatsapp', answer: { status: 400, code: 131031 }, kind: 'unauthorised' },
    { name: 'whatsapp', answer: { status: 500, code: 131000 }, kind: 'uncertain' },
    { name: 'x', answer: { status: 403, code: 187 }, kind: 'rejected' },
    { name: 'x', answer: { status: 403, code: 326 }, kind: 'unauthorised' },
    { name: 'x', answer: { status: 400, code: 88 }, kind: 'rateLimited' },
    { name: 'x', answer: { status: 503, code: 9999 }, kind: 'uncertain' },
  ])('$name: $answer is $kind', async ({ name, answer, kind }) => {
    const { account } = pick(name);
    platforms.simulator.setFault(account.externalId, { kind: 'refused', ...answer });
    expect(await failure(send(name, outgoing()))).toMatchObject({ kind });
    platforms.simulator.setFault(account.externalId, null);
    await send(name, outgoing());
    expect(platforms.simulator.sends).toHaveLength(1);
  });
});

describe('WhatsApp', () => {
  it('a refusal may come later, as a failed status with our tag', async () => {
    const { account } = pick('whatsapp');
    platforms.simulator.failNext(account.externalId, {
      kind: 'failedLater',
      code: 131026,
      detail: 'cannot be delivered',
    });
    const externalId = await send('whatsapp', outgoing());
    await platforms.simulator.settled();
    expect(inbound()).toMatchObject([
      {
        kind: 'status',
        status: 'failed',
        messageExternalId: externalId,
        clientTag: 'outbox-1',
        error: { code: '131026' },
      },
    ]);
  });

  it('quotes the message answered and addresses a user id as such', async () => {
    await send(
      'whatsapp',
      outgoing({ replyToExternalId: 'wamid.Q', customerExternalId: 'NL.1', threadExternalId: 'NL.1' }),
    );
    expect(platforms.simulator.sends[0]?.body).toMatchObject({ recipient: 'NL.1', context: { message_id: 'wamid.Q' } });
  });
});
