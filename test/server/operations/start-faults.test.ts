import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { signedHeaders } from '#server/channels/simulator/bodies.ts';
import { freeBytesOf } from '#server/disk-guard.ts';
import { openDatabase } from '#server/db/embedded/open-database.ts';
import { demoSecrets } from '#server/demo/demo-accounts.ts';

let folder: string;
const folders: string[] = [];
const processes: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'woordhouder-faults-'));
  folders.push(folder);
});
afterAll(async () => {
  for (const each of processes) each.kill('SIGKILL');
  for (const each of folders) {
    // A red run may leave its database behind; opening and stopping takes it along.
    const database = await openDatabase({ uri: null, dataDir: each, log: () => undefined });
    await database.stop();
    await rm(each, { recursive: true, force: true });
  }
});

type Running = { readonly child: ChildProcess; readonly said: () => string };

/** Starts a server as `npm start` would; `limit` is the largest file it may write, in KiB, as a full disk would have it. */
function start(variables: Readonly<Record<string, string>>, limit: number | null = null): Running {
  const settings = { PORT: '0', LOG_LEVEL: 'error', WOORDHOUDER_DATA_DIR: folder, ...variables };
  const words = ['env', '-u', 'MONGODB_URI', ...Object.entries(settings).map(([name, value]) => `${name}=${value}`)];
  const limited = limit === null ? 'exec "$@"' : `ulimit -S -f ${String(limit)} && exec "$@"`;
  const child = spawn('bash', ['-c', limited, 'bash', ...words, process.execPath, '--import', 'tsx', 'server/main.ts']);
  processes.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return { child, said: () => said };
}

async function ended({ child, said }: Running): Promise<{ code: number | null; said: string }> {
  if (child.exitCode === null) await once(child, 'exit');
  return { code: child.exitCode, said: said() };
}

describe('a start that cannot go on ends with 3 and one message', () => {
  it('on a full disk, before anything of the database is touched', async () => {
    const { code, said } = await ended(start({}, 512));
    expect(code).toBe(3);
    expect(said).toContain('is full');
    expect(said).toContain(folder);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it('on a disk with less room than the reserve', async () => {
    const { code, said } = await ended(start({ WOORDHOUDER_LEAST_FREE_MB: '999999999' }));
    expect(code).toBe(3);
    expect(said).toContain('WOORDHOUDER_LEAST_FREE_MB');
    expect(await readdir(folder)).toEqual([]);
  });

  it('in a data folder that cannot be made', async () => {
    const file = path.join(folder, 'a-file');
    await writeFile(file, 'in the way');
    const { code, said } = await ended(start({ WOORDHOUDER_DATA_DIR: path.join(file, 'data') }));
    expect(code).toBe(3);
    expect(said).toContain('WOORDHOUDER_DATA_DIR');
    expect(await readFile(file, 'utf8')).toBe('in the way');
  });

  it('with a database that does not answer, without showing its password', async () => {
    const { code, said } = await ended(start({ MONGODB_URI: 'mongodb://user:geheim@127.0.0.1:9/' }));
    expect(code).toBe(3);
    expect(said).toContain('MONGODB_URI');
    expect(said).not.toContain('geheim');
    expect(
      said
        .trim()
        .split('\n')
        .filter((line) => line.startsWith('Woordhouder could not start')),
    ).toHaveLength(1);
  });
});

async function post(origin: string, serial: number): Promise<number> {
  const body = new TextEncoder().encode(JSON.stringify({ object: 'page', entry: [], serial: `nr-${String(serial)}-` }));
  const headers = signedHeaders('messenger', body, demoSecrets.messenger);
  const response = await fetch(`${origin}/webhooks/messenger`, { method: 'POST', headers, body: Buffer.from(body) });
  await response.arrayBuffer();
  return response.status;
}

const ready = async (origin: string): Promise<number> => (await fetch(`${origin}/readyz`)).status;

/** Looks again and again; the test's own time limit ends it. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}

const recordOf = async () =>
  JSON.parse(await readFile(path.join(folder, 'database.json'), 'utf8')) as { port: number; pid: number };

const megabyte = 1024 * 1024;

it('while running: a disk that fills up and a killed database mean 503 and not ready, and both heal by themselves', async () => {
  // The reserve lies half a gigabyte below what is free: a file of a gigabyte goes beyond it, whatever others write meanwhile.
  const reserve = Math.floor((await freeBytesOf(folder)) / megabyte) - 512;
  const variables = { WOORDHOUDER_DEMO: '1', WOORDHOUDER_DEMO_SEED: 'none' };
  const server = start({ ...variables, WOORDHOUDER_LEAST_FREE_MB: String(reserve) });
  await until(() => /ready: http:\S+/u.test(server.said()) || server.child.exitCode !== null);
  const origin = /ready: (http:\S+)/u.exec(server.said())?.[1] ?? '';
  expect(await post(origin, 1)).toBe(200);

  const ballast = path.join(folder, 'ballast');
  await once(spawn('fallocate', ['-l', String(1024 * megabyte), ballast]), 'exit');
  await until(async () => (await ready(origin)) === 503);
  expect(await post(origin, 2)).toBe(503);
  expect(server.said()).toContain('almost full');
  await rm(ballast);
  await until(async () => (await ready(origin)) === 200);
  expect(await post(origin, 3)).toBe(200);

  const before = await recordOf();
  process.kill(before.pid, 'SIGKILL');
  expect(await post(origin, 4)).toBe(503);
  await until(async () => (await ready(origin)) === 200);
  expect(await post(origin, 5)).toBe(200);

  const after = await recordOf();
  expect(after.port).toBe(before.port);
  expect(after.pid).not.toBe(before.pid);
  const client = new MongoClient(`mongodb://127.0.0.1:${String(after.port)}/`, inject('testDatabaseOptions'));
  const stored = await client.db('woordhouder').collection('deliveries').find().toArray();
  await client.close();
  const serials = stored.map(({ body }) => Number(/nr-(\d+)-/u.exec(String(body))?.[1]));
  expect(serials.sort((a, b) => a - b)).toEqual([1, 3, 5]);
  server.child.kill('SIGTERM');
  expect((await ended(server)).code).toBe(0);
});
