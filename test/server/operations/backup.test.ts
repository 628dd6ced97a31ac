import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Binary, Decimal128, Double, Int32, Long, ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBackupCommand } from '#server/backup/backup-command.ts';
import { parseManifest, type BackupManifest } from '#server/backup/manifest.ts';
import { restoreBackup } from '#server/backup/restore-backup.ts';
import { writeBackup, type BackupSource } from '#server/backup/write-backup.ts';
import { readConfig } from '#server/config.ts';
import { festivalStory } from '#server/demo/festival-story.ts';
import { passTimeUntil, replayStories } from '#server/demo/replay-stories.ts';
import { stepsInOrder } from '#server/demo/story.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { createTestApp, type TestApp } from '#test/support/test-app.ts';

// U+2028 ends a line for some readers of lines; texts may hold it.
const oddities = {
  _id: 'oddities' as unknown as ObjectId,
  wholeDouble: new Double(5),
  whole: new Int32(5),
  long: Long.fromString('9007199254740993'),
  decimal: Decimal128.fromString('1.10'),
  at: new Date(-1),
  bytes: new Binary(Buffer.from([0, 255, 10])),
  id: new ObjectId('64b5f0c2a1b2c3d4e5f60718'),
  words: 'één\u2028twee\u2029drie\n"vier" 🎪',
  empty: null,
  list: [[], {}],
};

let folder: string;
let test: TestApp;
let source: BackupSource;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'woordhouder-backup-'));
  test = await createTestApp(new Date('2016-07-01T08:00:00Z'));
  await replayStories(test.world, stepsInOrder([festivalStory]));
  await passTimeUntil(test.world, new Date('2016-08-14T08:00:00.000Z'));
  await test.app.modules.agents.signIn({ email: 'sanne@demo.nl', password: 'woordhouden', address: '127.0.0.1' });
  const { client, db } = test.database;
  await db.collection('curiosa').insertOne(oddities);
  source = { client, db, clock: test.clock, consistency: 'transaction' };
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const hashes = ({ collections }: BackupManifest): Record<string, string> =>
  Object.fromEntries(collections.map(({ name, sha256, documents }) => [name, `${String(documents)} ${sha256}`]));

async function isEmpty({ db }: TestDatabase): Promise<boolean> {
  return (await db.listCollections().toArray()).length === 0;
}

/** A copy of the backup folder with one bit of `file` flipped. */
async function damaged(name: string, file: string, byte: number): Promise<string> {
  const copy = path.join(folder, name);
  const manifest = await writeBackup(source, copy);
  expect(manifest.collections.length).toBeGreaterThan(8);
  const bytes = await readFile(path.join(copy, file));
  bytes[byte] = (bytes[byte] ?? 0) ^ 1;
  await writeFile(path.join(copy, file), bytes);
  return copy;
}

describe.each(['folder', 'one-file.backup'])('a backup as %s', (name) => {
  it('comes back in another database, byte for byte and with its indexes', async () => {
    const target = path.join(folder, name);
    const made = await writeBackup(source, target);
    const other = await openTestDatabase();
    await restoreBackup(other.db, target);
    const again = await writeBackup(
      { ...source, client: other.client, db: other.db },
      path.join(folder, `${name}-2.x`),
    );
    expect(hashes(again)).toEqual(hashes(made));
    expect(again.collections.map(({ indexes }) => indexes)).toEqual(made.collections.map(({ indexes }) => indexes));
    expect(made.collections.find((one) => one.name === 'messages')?.documents).toBeGreaterThan(4);
    const [back] = await other.db.collection('curiosa').find({}, { promoteValues: false }).toArray();
    expect(back?.['wholeDouble']).toBeInstanceOf(Double);
    expect(back?.['whole']).toBeInstanceOf(Int32);
    expect(String(back?.['words'])).toBe(oddities.words);
    expect(back?.['at']).toEqual(oddities.at);
  });

  it('is readable by its owner only and leaves nothing half-made behind', async () => {
    const mode = (await stat(path.join(folder, name))).mode & 0o077;
    expect(process.platform === 'win32' ? 0 : mode).toBe(0);
    expect((await readdir(folder)).filter((file) => file.includes('partial'))).toEqual([]);
  });
});

describe('what is in a backup', () => {
  it('no session, no throttle, and credentials only as they are sealed', async () => {
    const target = path.join(folder, 'content');
    const made = await writeBackup(source, target);
    const names = made.collections.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['brands', 'users', 'channelAccounts', 'replyPromises', 'deliveries']),
    );
    for (const left of ['sessions', 'signInFailures', 'jobs']) expect(names).not.toContain(left);
    const accounts = await readFile(path.join(target, 'channelAccounts.ndjson'), 'utf8');
    expect(accounts).not.toContain('demo-messenger-token');
    expect(accounts).toContain('keyId');
  });

  it('is one point in time, whatever is written meanwhile', async () => {
    const { db } = test.database;
    await db.collection('aaa').insertOne({ n: 0 });
    await db.collection('zzz').insertOne({ n: 0 });
    let writing = true;
    const isOn = (): boolean => writing;
    const writer = (async () => {
      for (let n = 1; isOn(); n++) {
        await db.collection('zzz').updateOne({}, { $set: { n } });
        await db.collection('aaa').updateOne({}, { $set: { n } });
      }
    })();
    const target = path.join(folder, 'busy');
    await writeBackup(source, target);
    writing = false;
    await writer;
    const valueIn = async (name: string): Promise<number> =>
      Number(/"\$numberInt":"(\d+)"/.exec(await readFile(path.join(target, `${name}.ndjson`), 'utf8'))?.[1]);
    // zzz is written first and read last: read at different times it would be far ahead.
    expect((await valueIn('zzz')) - (await valueIn('aaa'))).toBeLessThanOrEqual(1);
    await db.dropCollection('aaa');
    await db.dropCollection('zzz');
  });
});

describe('refused', () => {
  it.each(['messages.ndjson', 'channelAccounts.ndjson', 'manifest.json'])(
    'a flipped byte in %s, by name',
    async (file) => {
      const copy = await damaged(`damaged-${path.parse(file).name}`, file, 120);
      const other = await openTestDatabase();
      await expect(restoreBackup(other.db, copy)).rejects.toThrow(file);
      expect(await isEmpty(other)).toBe(true);
    },
  );

  it('a flipped, missing or added byte in one file', async () => {
    const target = path.join(folder, 'whole.backup');
    await writeBackup(source, target);
    const bytes = await readFile(target);
    const flipped = Buffer.from(bytes);
    flipped[bytes.length - 200] = (flipped[bytes.length - 200] ?? 0) ^ 1;
    const other = await openTestDatabase();
    for (const wrong of [flipped, bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.from('x')])]) {
      await writeFile(target, wrong);
      await expect(restoreBackup(other.db, target)).rejects.toThrow(/damaged|cut off/);
    }
    expect(await isEmpty(other)).toBe(true);
  });

  it('a missing file, a folder that is no backup, and none at all', async () => {
    const copy = path.join(folder, 'incomplete');
    await writeBackup(source, copy);
    await rm(path.join(copy, 'messages.ndjson'));
    const { db } = await openTestDatabase();
    await expect(restoreBackup(db, copy)).rejects.toThrow('messages.ndjson is missing');
    await expect(restoreBackup(db, path.join(folder, 'nowhere'))).rejects.toThrow('no backup');
    await expect(restoreBackup(db, tmpdir())).rejects.toThrow('no manifest.json');
  });

  it('a database with anything in it, and a name that is taken', async () => {
    const copy = path.join(folder, 'for-the-full');
    await writeBackup(source, copy);
    const other = await openTestDatabase();
    await other.db.collection('brands').insertOne({ name: 'Al in gebruik' });
    await expect(restoreBackup(other.db, copy)).rejects.toThrow('not empty (brands');
    expect(await other.db.collection('messages').countDocuments()).toBe(0);
    await expect(writeBackup(source, copy)).rejects.toThrow('exists already');
  });

  it('a manifest whose checksum was made to fit a wrong shape', () => {
    expect(() => parseManifest('{"format":"other","sha256":"0"}', 'manifest.json')).toThrow('damaged');
    expect(() => parseManifest('[]', 'manifest.json')).toThrow('damaged');
  });
});

describe('on the command line', () => {
  it('backs up and restores the configured database and tells of the key that is not in it', async () => {
    const said: string[] = [];
    const print = (line: string): void => {
      said.push(line);
    };
    const options = { config: readConfig({ WOORDHOUDER_DATA_DIR: path.join(folder, 'data') }), print };
    const target = path.join(folder, 'by-command');
    await runBackupCommand('backup', target, options);
    await runBackupCommand('restore', target, options);
    expect(said.join('\n')).toMatch(/Backed up: 0 documents[\s\S]*secret\.key[\s\S]*Restored: 0 documents/);
    await expect(runBackupCommand('backup', undefined, options)).rejects.toThrow('FILE_OR_FOLDER');
  });
});
