import { createHmac } from 'node:crypto';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { channelRegistry } from '#server/channels/registry.ts';
import { runCommand } from '#server/cli/command-line.ts';

const program = path.resolve(import.meta.dirname, '../../../scripts/woordhouder.mjs');

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the real command with `body` on its standard input. */
async function woordhouder(args: readonly string[], body: Uint8Array | string = ''): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], { stdio: 'pipe' });
  // A command that refuses its arguments ends without reading.
  child.stdin.on('error', () => undefined);
  child.stdin.end(body);
  const code = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const [stdout, stderr] = await Promise.all([buffer(child.stdout), text(child.stderr)]);
  return { code: await code, stdout: stdout.toString('utf8'), stderr };
}

function eventsOf(ended: Ended): Record<string, unknown>[] {
  expect(ended.stderr).toBe('');
  expect(ended.code).toBe(0);
  const lines = ended.stdout.split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('woordhouder check', () => {
  it('answers each line in order, and a bad one with an error', async () => {
    const lines = [
      { draft: 'We komen er z.s.m. op terug.', customer: 'Waar blijft mijn pakket?', promise: { state: 'missed' } },
      { draft: 'Ja, tot 17.00 uur.', customer: 'Zijn jullie maandag open?', channel: 'x' },
    ].map((line) => JSON.stringify(line));
    const ended = await woordhouder(['check'], [lines[0], 'geen json', '', '{"draft":1}', lines[1]].join('\n'));
    const answers = eventsOf(ended);

    expect(answers).toHaveLength(4);
    const codes = answers[0]?.['findings'] as { code: string; span: { start: number; end: number; text: string } }[];
    expect(codes.map(({ code }) => code)).toEqual(expect.arrayContaining(['late_no_apology', 'vague_promise']));
    for (const { span } of codes) expect('We komen er z.s.m. op terug.'.slice(span.start, span.end)).toBe(span.text);
    expect(answers.slice(1)).toEqual([
      { error: 'the line is no JSON' },
      { error: '"draft" must be a text' },
      { findings: [] },
    ]);
  });
});

const messengerBody = `{"object":"page","entry":[{"id":118200450067001234567,"time":1784640000500,"messaging":[
  {"sender":{"id":77120045009812345678},"recipient":{"id":118200450067001234567},"timestamp":1784640000123,
   "message":{"mid":"m_1","text":"Komt de monteur morgen ook echt?"}}]}]}`;

const whatsappBody = JSON.stringify({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '31201234567', phone_number_id: '106540352242922' },
            statuses: [{ id: 'wamid.A', status: 'read', timestamp: '1784640000', recipient_id: '31612345678' }],
          },
        },
      ],
    },
  ],
});

const xBody = `{"for_user_id":"2244994945","direct_message_events":[{"type":"message_create","id":"1949283746501928374",
  "created_timestamp":"1784640000123","message_create":{"target":{"recipient_id":"2244994945"},
  "sender_id":"99112233445566778899","message_data":{"text":"Waar blijft mijn pakket?","entities":{"urls":[]}}}}]}`;

describe('parse', () => {
  it('keeps every digit of a large id and writes instants as ISO text', async () => {
    const [event, ...others] = eventsOf(await woordhouder(['parse', 'messenger'], messengerBody));
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      kind: 'message',
      accountExternalId: '118200450067001234567',
      customerExternalId: '77120045009812345678',
      sentAt: '2026-07-21T13:20:00.123Z',
      text: 'Komt de monteur morgen ook echt?',
    });
  });

  it('shows a status report', async () => {
    expect(eventsOf(await woordhouder(['parse', 'whatsapp'], whatsappBody))).toMatchObject([
      { kind: 'status', status: 'read', messageExternalId: 'wamid.A', at: '2026-07-21T13:20:00.000Z' },
    ]);
  });

  it('shows a direct message', async () => {
    expect(eventsOf(await woordhouder(['parse', 'x'], xBody))).toMatchObject([
      {
        kind: 'message',
        direction: 'in',
        externalId: '1949283746501928374',
        customerExternalId: '99112233445566778899',
      },
    ]);
  });

  it('overlooks a byte order mark', async () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(messengerBody)]);
    expect(eventsOf(await woordhouder(['parse', 'messenger'], marked))).toMatchObject([{ kind: 'message' }]);
  });

  it('takes a body with bytes that are no UTF-8', async () => {
    const broken = Buffer.from(messengerBody.replace('monteur', 'monte\u00ffr'), 'latin1');
    expect(eventsOf(await woordhouder(['parse', 'messenger'], broken))).toMatchObject([
      { kind: 'message', text: 'Komt de monte\ufffdr morgen ook echt?' },
    ]);
  });

  it.each([
    ['an array', '[{"id":1}]'],
    ['a number', '12'],
    ['null', 'null'],
    ['an unknown object', '{"object":"iets","entry":[]}'],
    ['a deeply nested body', `${'['.repeat(200)}${']'.repeat(200)}`],
  ])('takes %s as unknown', async (_name, body) => {
    const events = eventsOf(await woordhouder(['parse', 'whatsapp'], body));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ kind: 'unknown', accountExternalId: null });
  });

  it.each([
    ['empty input', '', 'empty'],
    ['no JSON', '{"object":', 'no JSON'],
  ])('refuses %s', async (_name, body, words) => {
    const ended = await woordhouder(['parse', 'x'], body);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(words);
  });
});

describe('sign', () => {
  const body = Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0xff, 0x00, 0x0d, 0x0a, 0x7d]);
  const digest = (encoding: 'hex' | 'base64') => createHmac('sha256', 'geheim').update(body).digest(encoding);

  it.each(['messenger', 'whatsapp'])('prints the header of %s over the raw bytes', async (channel) => {
    const ended = await woordhouder(['sign', channel, '--secret', 'geheim'], body);
    expect(ended).toEqual({ code: 0, stdout: `x-hub-signature-256: sha256=${digest('hex')}\n`, stderr: '' });
  });

  it('prints the header of X over the raw bytes', async () => {
    const ended = await woordhouder(['sign', 'x', '--secret=geheim'], body);
    expect(ended).toEqual({
      code: 0,
      stdout: `x-twitter-webhooks-signature: sha256=${digest('base64')}\n`,
      stderr: '',
    });
  });
});

describe('arguments', () => {
  it('are explained', async () => {
    const ended = await woordhouder(['--help']);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('messenger|whatsapp|x');
  });

  it('are refused with the usage when they are wrong', async () => {
    const ended = await woordhouder(['parse', 'telegram'], '{}');
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('Usage:');
  });

  // The same function that the command runs, without a process each.
  it.each([
    ['no command', [], 'command is missing'],
    ['an unknown command', ['explain', 'x'], '"explain"'],
    ['no channel', ['parse'], 'channel is missing'],
    ['an unknown channel', ['parse', 'telegram'], '"telegram"'],
    ['too many words', ['parse', 'x', 'body.json'], '"body.json"'],
    ['an unknown option', ['parse', 'x', '--fast'], '--fast'],
    ['no secret', ['sign', 'x'], '--secret'],
    ['an empty secret', ['sign', 'x', '--secret='], '--secret'],
    ['a secret to parse with', ['parse', 'x', '--secret', 's'], '--secret'],
  ])('are refused: %s', async (_name, args, words) => {
    const readBody = (): Promise<never> => Promise.reject(new Error('nothing is to be read'));
    const outcome = await runCommand({ args, channels: channelRegistry, now: new Date(0), readBody });
    expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
    expect(outcome.stderr).toContain(words);
    expect(outcome.stderr).toContain('Usage:');
  });
});
