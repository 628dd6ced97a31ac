import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelDefinition, InboundEvent } from '#server/channels/channel.ts';
import { parseLosslessJson } from '#server/channels/body/lossless-json.ts';
import { channelRegistry, findChannel } from '#server/channels/registry.ts';
import { bytes, readFixtures, request, secrets } from './channel-fixtures.ts';

const receivedAt = new Date('2026-07-21T14:00:00.000Z');

function keyOf(event: InboundEvent): string {
  if (event.kind === 'message') return event.externalId;
  if (event.kind !== 'status') return event.key;
  return `${event.status}:${event.messageExternalId ?? event.at.toISOString()}`;
}

/** Kinds that are acted upon: notices and unknown events may be keyed by the whole body they came in. */
function saysSomething({ kind }: InboundEvent): boolean {
  return kind !== 'notice' && kind !== 'unknown';
}

const itemLists = /^(entry|messaging|standby|changes|messages|message_echoes|statuses|threads|history|.*_events)$/u;

/** Every list of a body whose items are events or hold them. */
function listsOf(value: unknown): unknown[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const own = Array.isArray(inner) && itemLists.test(key) ? [inner as unknown[]] : [];
    return [...own, ...listsOf(inner)];
  });
}

function plain(events: readonly InboundEvent[]): unknown {
  return JSON.parse(JSON.stringify(events));
}

/** A body with `count` messages of which the middle one is broken, in each platform's own batching. */
function batch(name: string, count: number): unknown {
  const broken = Math.floor(count / 2);
  const fill = (make: (index: number) => unknown): unknown[] =>
    Array.from({ length: count }, (_, index) => (index === broken ? { broken: [null, 3] } : make(index)));
  if (name === 'messenger') {
    const entry = fill((index) => ({
      id: '1',
      time: 1784640000123,
      messaging: [
        {
          sender: { id: '2' },
          recipient: { id: '1' },
          timestamp: 1784640000123,
          message: { mid: `m${String(index)}`, text: 'x' },
        },
      ],
    }));
    return { object: 'page', entry };
  }
  if (name === 'whatsapp') {
    const messages = fill((index) => ({
      from: '316',
      id: `w${String(index)}`,
      timestamp: '1784640000',
      type: 'text',
      text: { body: 'x' },
    }));
    const value = { metadata: { phone_number_id: '1', display_phone_number: '2' }, messages };
    return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] };
  }
  const events = fill((index) => ({
    id_str: `1924000000000${String(index)}`,
    created_at: 'Tue Jul 21 13:20:00 +0000 2026',
    text: 'x',
    user: { id_str: '9', name: 'a', screen_name: 'a' },
  }));
  return { for_user_id: '1', tweet_create_events: events };
}

function describeSignatures(channel: ChannelDefinition): void {
  const body = bytes('{"object": "x", "text": "\\u00e9\\u00e9n \\/ ding"}');
  const [current = '', previous = ''] = secrets.appSecrets;
  const signed = channel.sign(body, current);
  const [header = ''] = Object.keys(signed);
  const value = signed[header] ?? '';

  it('accepts the current and the previous app secret', () => {
    expect(channel.verify(request(body, signed), secrets)).toBe(true);
    expect(channel.verify(request(body, channel.sign(body, previous)), secrets)).toBe(true);
  });

  it.each([
    ['no header', {}],
    ['another secret', channel.sign(body, 'stranger')],
    ['a short signature', { [header]: value.slice(0, -6) }],
    ['a longer signature', { [header]: `${value}00` }],
    ['no prefix', { [header]: value.replace('sha256=', '') }],
    ['an empty value', { [header]: '' }],
    ['an empty signature', { [header]: 'sha256=' }],
    ['only the legacy header', { 'x-hub-signature': `sha1=${createHmac('sha1', current).update(body).digest('hex')}` }],
  ])('refuses %s', (_, headers: Record<string, string>) => {
    expect(channel.verify(request(body, headers), secrets)).toBe(false);
  });

  it('refuses a signature over the body written again', () => {
    const again = bytes(JSON.stringify(JSON.parse(new TextDecoder().decode(body))));
    expect(channel.verify(request(body, channel.sign(again, current)), secrets)).toBe(false);
  });

  it('refuses a body of which one byte was changed', () => {
    const changed = Uint8Array.from(body);
    changed[3] = (changed[3] ?? 0) ^ 1;
    expect(channel.verify(request(changed, signed), secrets)).toBe(false);
  });

  it('never accepts an empty secret', () => {
    const none = { appSecrets: [''], verifyToken: '' };
    expect(channel.verify(request(body, channel.sign(body, '')), none)).toBe(false);
  });
}

function describeParsing(channel: ChannelDefinition): void {
  const fixtures = readFixtures(channel.name);

  it('has fixtures of every kind that all platforms have', () => {
    const kinds = fixtures
      .flatMap(({ events }) => events)
      .map((each) => `${String(each['kind'])}:${String(each['direction'])}`);
    expect(kinds).toEqual(
      expect.arrayContaining([
        'message:in',
        'message:out',
        ...['status', 'edit', 'delete', 'notice', 'unknown'].map((kind) => `${kind}:undefined`),
      ]),
    );
  });

  it.each(fixtures)('$name', ({ body, receivedAt: at, events }) => {
    const parsed = channel.parse(body, at);
    expect(plain(parsed)).toMatchObject(events);
    expect(parsed).toHaveLength(events.length);
  });

  it.each(fixtures)('the same body twice gives the same keys: $name', ({ body, receivedAt: at }) => {
    const later = new Date(at.getTime() + 60_000);
    const first = channel.parse(body, at);
    expect(channel.parse(body, later).map(keyOf)).toEqual(first.map(keyOf));
    expect(first.every((event) => keyOf(event) !== '')).toBe(true);
  });

  it('never takes the account for its own customer', () => {
    const messages = fixtures
      .flatMap(({ body, receivedAt: at }) => channel.parse(body, at))
      .filter((event) => event.kind === 'message');
    for (const message of messages) {
      expect(message.customerExternalId).not.toBe(message.accountExternalId);
      expect(message.origin === null).toBe(message.direction === 'in');
      if (message.direction === 'in') expect(message.customerExternalId).not.toBe('');
    }
  });

  it('one broken item among 1,000 spoils nothing', () => {
    const events = channel.parse(bytes(JSON.stringify(batch(channel.name, 1000))), receivedAt);
    expect(events.filter((event) => event.kind === 'message')).toHaveLength(999);
    expect(events.filter((event) => event.kind === 'unknown')).toHaveLength(1);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (junk) => {
        expect(channel.parse(junk, receivedAt).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        expect(Array.isArray(channel.parse(bytes(text), receivedAt))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws on fixtures of which a value was swapped for junk', () => {
    const values = fixtures.map(({ body }) => new TextDecoder().decode(body));
    const junk = fc.constantFrom(
      'null',
      '[]',
      '{}',
      '0',
      '-1',
      '1e999',
      '"x"',
      'true',
      '[[[]]]',
      '"__proto__"',
      '99999999999999999999',
    );
    fc.assert(
      fc.property(fc.constantFrom(...values), fc.nat(), junk, (text, at, replacement) => {
        const spots = [...text.matchAll(/:\s*("(?:[^"\\]|\\.)*"|-?\d+|true|false|null)/g)];
        const spot = spots[at % Math.max(1, spots.length)];
        const start = spot === undefined ? 0 : spot.index + 1;
        const mutated =
          spot === undefined ? text : text.slice(0, start) + replacement + text.slice(start + spot[0].length - 1);
        for (const event of channel.parse(bytes(mutated), receivedAt)) {
          const at = event.kind === 'message' ? event.sentAt : event.at;
          expect(Number.isNaN(at?.getTime())).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads every time in its own unit', () => {
    const times = fixtures
      .flatMap(({ body, receivedAt: at }) => channel.parse(body, at))
      .flatMap((event) => (event.kind === 'message' ? event.sentAt : event.at) ?? []);
    expect(times.length).toBeGreaterThan(20);
    // Seconds taken for milliseconds lie in 1970, milliseconds taken for seconds beyond the year 50000.
    expect(times.filter((at) => at.getUTCFullYear() < 2025 || at.getUTCFullYear() > 2026)).toEqual([]);
  });

  it('loses no event to junk put among the items of its lists', () => {
    const bodies = fixtures.flatMap(({ body }) => {
      const { ok, value } = parseLosslessJson(body);
      return ok && listsOf(value).length > 0 ? [JSON.stringify(value)] : [];
    });
    const junk = fc.constantFrom<unknown>(null, 7, 'x', [], {}, { message: 1 }, { field: 'messages', value: [] });
    fc.assert(
      fc.property(fc.constantFrom(...bodies), fc.nat(), fc.nat(), junk, (text, which, where, item) => {
        const value: unknown = JSON.parse(text);
        const before = channel.parse(bytes(text), receivedAt).filter(saysSomething).map(keyOf);
        const lists = listsOf(value);
        const list = lists[which % lists.length];
        list?.splice(where % (list.length + 1), 0, item);
        const after = channel.parse(bytes(JSON.stringify(value)), receivedAt).map(keyOf);
        expect(after).toEqual(expect.arrayContaining(before));
      }),
      { numRuns: 500 },
    );
  });

  it('survives nesting that would overflow a stack', () => {
    const deep = bytes(`${'{"object":['.repeat(100_000)}${']}'.repeat(100_000)}`);
    expect(channel.parse(deep, receivedAt)).toMatchObject([{ kind: 'unknown', name: 'malformed' }]);
  });
}

describe('the registry', () => {
  it('finds every channel by its name, and nothing else', () => {
    for (const channel of channelRegistry) expect(findChannel(channel.name)).toBe(channel);
    expect(channelRegistry.map(({ name }) => name)).toEqual(['messenger', 'whatsapp', 'x']);
    expect(findChannel('constructor')).toBeUndefined();
  });
});

describe.each(channelRegistry.map((channel) => [channel.name, channel] as const))('%s', (_, channel) => {
  describe('signature', () => {
    describeSignatures(channel);
  });
  describe('parse', () => {
    describeParsing(channel);
  });
});

describe.each(['messenger', 'whatsapp'])('%s handshake', (name) => {
  const answer = (query: string, verifyToken = secrets.verifyToken) =>
    findChannel(name)?.handshake(request(new Uint8Array(), {}, query), { ...secrets, verifyToken });

  it('returns the bare challenge for the right word', () => {
    const query = 'hub.mode=subscribe&hub.verify_token=onze-code&hub.challenge=1158201444';
    expect(answer(query)).toEqual({ status: 200, contentType: 'text/plain', body: '1158201444' });
  });

  it.each([
    ['a wrong word', 'hub.mode=subscribe&hub.verify_token=fout&hub.challenge=1', 403],
    ['a wrong mode', 'hub.mode=unsubscribe&hub.verify_token=onze-code&hub.challenge=1', 403],
    ['no challenge', 'hub.mode=subscribe&hub.verify_token=onze-code', 400],
    ['two words', 'hub.mode=subscribe&hub.verify_token=a&hub.verify_token=onze-code&hub.challenge=1', 400],
    ['markup as challenge', 'hub.mode=subscribe&hub.verify_token=onze-code&hub.challenge=%3Cb%3E%20x', 400],
    ['nothing', '', 400],
  ])('refuses %s', (_, query, status) => {
    expect(answer(query)?.status).toBe(status);
  });

  it('refuses everything while no word is configured', () => {
    expect(answer('hub.mode=subscribe&hub.verify_token=&hub.challenge=1', '')?.status).toBe(403);
  });
});

describe('x handshake', () => {
  const answer = (query: string, appSecrets = secrets.appSecrets) =>
    findChannel('x')?.handshake(request(new Uint8Array(), {}, query), { appSecrets, verifyToken: '' });

  it('signs a challenge with the current consumer secret', () => {
    const token = 'MDQ4NTkwNzItYjQxMi00/x+y==';
    const signature = createHmac('sha256', 'new-app-secret').update(token).digest('base64');
    const expected = JSON.stringify({ response_token: `sha256=${signature}` });
    expect(answer(`crc_token=${encodeURIComponent(token)}`)).toEqual({
      status: 200,
      contentType: 'application/json',
      body: expected,
    });
  });

  it.each([
    ['a JSON body to be signed', '{"for_user_id":"1","tweet_create_events":[]}'],
    ['a short token', 'abc'],
    ['a long token', 'a'.repeat(129)],
    ['letters outside the alphabet', 'abcdefghijklmnop\u00e9'],
    ['a colon', 'abcdefghijklmnop:1'],
  ])('refuses to sign %s', (_, token) => {
    expect(answer(`crc_token=${encodeURIComponent(token)}`)?.status).toBe(400);
  });

  it('refuses a missing or a doubled token, and signs nothing without a secret', () => {
    expect(answer('')?.status).toBe(400);
    expect(answer('crc_token=abcdefghijklmnopqrst&crc_token=abcdefghijklmnopqrsu')?.status).toBe(400);
    expect(answer('crc_token=abcdefghijklmnopqrst', [''])?.status).toBe(403);
  });
});

describe('Meta signature over the escaped form of a body', () => {
  it('is accepted beside the raw bytes', () => {
    const channel = findChannel('messenger');
    const body = bytes('{"text":"één 😀"}');
    const escaped = bytes('{"text":"\\u00e9\\u00e9n \\ud83d\\ude00"}');
    const headers = channel?.sign(escaped, 'new-app-secret') ?? {};
    expect(channel?.verify(request(body, headers), secrets)).toBe(true);
  });
});
