import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { downloadFolder, findProgram } from '#server/db/embedded/database-program.ts';
import { openDatabase } from '#server/db/embedded/open-database.ts';

let folder: string;
let mirror: Server;
let asked: string[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'woordhouder-resolution-'));
  asked = [];
  mirror = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    mirror.listen(0, '127.0.0.1', resolve);
  });
  const { port } = mirror.address() as AddressInfo;
  // The library's own settings: nothing outside this machine may be asked by a test.
  vi.stubEnv('MONGOMS_DOWNLOAD_MIRROR', `http://127.0.0.1:${String(port)}`);
  vi.stubEnv('MONGOMS_USE_HTTP', 'true');
  for (const name of ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']) vi.stubEnv(name, '');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await new Promise((resolve) => mirror.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const failure = async (dataDir = folder): Promise<string> => {
  try {
    const database = await openDatabase({ dataDir, log: () => undefined, program: null });
    await database.stop();
    return 'opened';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

it('names every remedy, soon, when nothing is installed and the download fails', async () => {
  const startedAt = performance.now();
  const message = await failure();
  expect(performance.now() - startedAt).toBeLessThan(20_000);
  expect(asked).toHaveLength(1);
  for (const remedy of ['npm start', 'Python 3.10', 'mongod', 'PATH', 'MONGODB_URI', 'MONGOMS_DOWNLOAD_MIRROR']) {
    expect(message).toContain(remedy);
  }
  expect(message).toContain('404');
});

it('says the same when the downloads cannot be reached at all', async () => {
  vi.stubEnv('MONGOMS_DOWNLOAD_MIRROR', 'http://127.0.0.1:9');
  const message = await failure();
  expect(message).toContain('ECONNREFUSED');
  expect(message).toContain('MONGODB_URI');
});

it('never hides the embedded database’s files behind a downloaded mongod', async () => {
  await mkdir(path.join(folder, 'db'));
  expect(await failure()).toContain('npm start');
  expect(asked).toEqual([]);
});

it('downloads nothing while a program is installed', async () => {
  const database = await openDatabase({ dataDir: folder, log: () => undefined });
  try {
    expect(['embedded', 'mongod']).toContain(database.kind);
  } finally {
    await database.stop();
  }
  expect(asked).toEqual([]);
  expect(existsSync(path.join(folder, downloadFolder))).toBe(false);
});

it('uses a mongod that was downloaded whole for the files it made', async () => {
  const programs = path.join(folder, downloadFolder);
  await mkdir(programs);
  await mkdir(path.join(folder, 'mongod-db'));
  await writeFile(path.join(programs, 'mongod-x64-debian-8.2.6'), '');
  expect(findProgram(folder, '')?.kind).not.toBe('mongod');
  await writeFile(path.join(programs, 'mongod-x64-debian-8.2.6.md5'), '');
  expect(findProgram(folder, '')).toMatchObject({
    kind: 'mongod',
    executable: path.join(programs, 'mongod-x64-debian-8.2.6'),
  });
});
