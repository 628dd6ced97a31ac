import { spawn, type ChildProcess } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Agent, request } from 'node:http';
import type { Binary } from 'mongodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectDatabase } from '#server/db/connect.ts';
import { openDatabase } from '#server/db/embedded/open-database.ts';
import { isAlive, readRecord } from '#server/db/embedded/storage-lease.ts';

const checkout = path.resolve(import.meta.dirname, '../../..');
const appSecret = 'shutdown-test-app-secret';
const connections = 16;

let folder: string;
const servers: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'woordhouder-shutdown-'));
});

afterEach(async () => {
  for (const server of servers.splice(0)) if (server.exitCode === null) server.kill('SIGKILL');
  const database = await openDatabase({ dataDir: folder, log: () => undefined });
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

type Started = { server: ChildProcess; port: number; output(): string; ended: Promise<unknown[]> };

/** The server as `npm start` runs it, on a database of its own. */
async function start(): Promise<Started> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: path.dirname(process.execPath),
      PORT: '0',
      WOORDHOUDER_DATA_DIR: folder,
      WHATSAPP_APP_SECRETS: appSecret,
      WHATSAPP_VERIFY_TOKEN: 'shutdown-test-word',
      LOG_LEVEL: 'fatal',
    },
  });
  servers.push(server);
  let output = '';
  const ended = once(server, 'exit');
  const port = new Promise<number>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (found !== undefined) resolve(Number(found));
    };
    server.stdout.on('data', take);
    server.stderr.on('data', take);
    void ended.then(() => {
      reject(new Error(`the server ended: ${output}`));
    });
  });
  return { server, port: await port, output: () => output, ended };
}

/** Posts signed webhooks over kept-alive connections until the server is gone; `taken` gets what was answered 200. */
function pour(port: number, taken: Set<string>): { ended: Promise<void>; enough: Promise<void> } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let sent = 0;
  let tell: () => void = () => undefined;
  const enough = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const one = async (): Promise<void> => {
    for (;;) {
      const id = `wamid.${String((sent += 1))}`;
      const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id, changes: [] }] });
      if ((await post(agent, port, body).catch(() => 0)) === 0) return;
      taken.add(id);
      if (taken.size === 200) tell();
    }
  };
  const ended = Promise.all(Array.from({ length: connections }, one)).then(() => {
    agent.destroy();
  });
  return { ended, enough };
}

/** The status; rejects when the connection failed or the answer was no 200. */
function post(agent: Agent, port: number, body: string): Promise<number> {
  const signature = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
  return new Promise((resolve, reject) => {
    const headers = { 'x-hub-signature-256': signature, 'content-length': Buffer.byteLength(body) };
    const asked = request({ agent, port, host: '127.0.0.1', path: '/webhooks/whatsapp', method: 'POST', headers });
    asked.on('response', (response) => {
      response.resume();
      response.once('end', () => {
        if (response.statusCode === 200) resolve(200);
        else reject(new Error(String(response.statusCode)));
      });
      response.once('error', reject);
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

/** Ids of all stored deliveries, and how many are not taken in yet. */
async function stored(): Promise<{ ids: Set<string>; pending: number }> {
  const database = await openDatabase({ dataDir: folder, log: () => undefined });
  const { db, close } = await connectDatabase(database.uri, database.options, 'woordhouder');
  try {
    const found = await db.collection<{ body: Binary; state: string }>('deliveries').find().toArray();
    const ids = found.map(
      ({ body }) => (JSON.parse(body.toString()) as { entry: { id: string }[] }).entry[0]?.id ?? '',
    );
    return { ids: new Set(ids), pending: found.filter(({ state }) => state === 'pending').length };
  } finally {
    await close();
    await database.stop();
  }
}

it('SIGTERM while webhooks pour in: all that was acknowledged is kept, the database stopped, code 0, within 10 s', async () => {
  const first = await start();
  const record = await readRecord(folder);
  if (record === null) throw new Error('no database is recorded');
  const taken = new Set<string>();
  const pouring = pour(first.port, taken);
  await pouring.enough;
  const askedAt = performance.now();
  first.server.kill('SIGTERM');
  first.server.kill('SIGTERM');
  expect(await first.ended).toEqual([0, null]);
  expect(performance.now() - askedAt).toBeLessThan(25_000);
  await pouring.ended;
  expect(isAlive(record.pid)).toBe(false);
  expect(await readRecord(folder)).toBeNull();
  expect(taken.size).toBeGreaterThanOrEqual(200);

  const second = await start();
  await expect.poll(async () => (await stored()).pending, { timeout: 20_000 }).toBe(0);
  const { ids } = await stored();
  expect([...taken].filter((id) => !ids.has(id))).toEqual([]);
  second.server.kill('SIGTERM');
  expect(await second.ended).toEqual([0, null]);
}, 90_000);

it('SIGTERM while it starts: the database is stopped too', async () => {
  const starting = start().catch((error: unknown) => error);
  await expect.poll(() => readRecord(folder), { timeout: 30_000 }).not.toBeNull();
  const [server] = servers;
  if (server === undefined) throw new Error('nothing was started');
  server.kill('SIGTERM');
  const [code] = (await once(server, 'exit')) as [number | null];
  expect(code).toBe(0);
  await starting;
  expect(await readRecord(folder)).toBeNull();
}, 60_000);
