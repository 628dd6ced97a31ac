import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '#server/log.ts';
import { createSuggester } from '#server/modules/replies/index.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

type Seen = { path: string; authorization: string | undefined; body: string };

/** A chat endpoint on 127.0.0.1 that answers as told; null = it never answers. */
async function endpoint(answer: { status: number; body: string } | null): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      seen.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
      if (answer) response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1`, seen };
}

const said = (content: string) => ({ status: 200, body: JSON.stringify({ choices: [{ message: { content } }] }) });
const log = createLog({ level: 'silent' });
const question = {
  language: 'nl',
  formal: false,
  customerTexts: ['Hoi, met Noor Jansen. Bestelling 7712345 naar 1017 AB 12, noor@example.nl, bel 06-12345678.'],
  names: ['Noor Jansen'],
  late: false,
  maxLength: 500,
} as const;

describe('the language model', () => {
  it('is asked in the shape of chat endpoints, without names, numbers or addresses, which come back into its answer', async () => {
    const { url, seen } = await endpoint(said('Hoi [NAME5], ik kijk naar [NUMBER99].'));
    const suggest = createSuggester({ url, model: 'small', key: 'k', timeoutMs: 5_000 }, { log });
    const answer = await suggest(question);

    expect(seen).toMatchObject([{ path: '/v1/chat/completions', authorization: 'Bearer k' }]);
    const body = JSON.parse(seen[0]?.body ?? '') as { model: string; messages: { role: string; content: string }[] };
    expect(body.model).toBe('small');
    expect(body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(body.messages[1]?.content).not.toMatch(/Noor|Jansen|7712345|1017|example|1234/);
    expect(answer).toMatch(/^Hoi \S.*, ik kijk naar \[aanvullen\]\.$/);
  });

  it.each([
    ['refuses', { status: 500, body: '{}' }],
    ['answers no JSON', { status: 200, body: 'hello' }],
    ['answers another shape', { status: 200, body: '{"choices":[]}' }],
    ['sends elsewhere', { status: 302, body: '' }],
    ['answers nothing', said('  ')],
  ])('gives no suggestion when it %s', async (_, answer) => {
    const { url } = await endpoint(answer);
    const suggest = createSuggester({ url, model: 'small', key: null, timeoutMs: 5_000 }, { log });

    expect(await suggest(question)).toBeNull();
  });

  it('gives no suggestion when it is too slow or not there', async () => {
    const { url } = await endpoint(null);
    const slow = createSuggester({ url, model: 'small', key: null, timeoutMs: 100 }, { log });
    const gone = createSuggester(
      { url: 'http://127.0.0.1:1/v1', model: 'small', key: null, timeoutMs: 1_000 },
      { log },
    );

    expect(await Promise.all([slow(question), gone(question)])).toEqual([null, null]);
  });
});
