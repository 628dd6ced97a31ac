import { MongoClient } from 'mongodb';
import { systemClock } from '#server/clock.ts';
import { startProcess, stopProcess, storagePathOf } from './database-process.ts';
import type { DatabaseProgram } from './database-program.ts';
import { readRecord, runsOn, withFolderLock, writeRecord } from './storage-lease.ts';

/** A database for probes alone: whoever backs the product up does not meet it. */
const probeDatabase = 'woordhouder-keeper';

/** True when a small write succeeds. After a full disk the embedded database goes on answering pings but takes no write any more. */
export async function takesWrites(uri: string, program: DatabaseProgram): Promise<boolean> {
  const client = new MongoClient(uri, {
    ...program.driverOptions,
    serverSelectionTimeoutMS: 3_000,
    socketTimeoutMS: 10_000,
  });
  try {
    const probes = client.db(probeDatabase).collection<{ _id: string; at: Date }>('probes');
    await probes.updateOne({ _id: 'probe' }, { $set: { at: systemClock.now() } }, { upsert: true });
    return true;
  } catch {
    // Whatever the reason, a database that takes no write is of no use.
    return false;
  } finally {
    await client.close();
  }
}

/** The database process of a data folder and the port all its users know it by. */
export type RevivedPlace = { readonly program: DatabaseProgram; readonly dataDir: string; readonly port: number };

/**
 * Ends the process of a data folder that no longer takes writes and starts it anew on the same port, so that every server's
 * connections find it again. Does nothing when another server has done so meanwhile. Throws when it does not start.
 */
export async function reviveDatabase({ program, dataDir, port }: RevivedPlace): Promise<void> {
  await withFolderLock(dataDir, async () => {
    const record = await readRecord(dataDir);
    if (await takesWrites(`mongodb://127.0.0.1:${String(port)}/`, program)) return;
    const storagePath = storagePathOf(program, dataDir);
    if (record !== null && (await runsOn(record.pid, storagePath))) await stopProcess(record.pid, storagePath);
    const child = await startProcess(program, dataDir, port);
    const started = {
      pid: child.pid,
      port,
      startedAt: systemClock.now().toISOString(),
      executable: program.executable,
      kind: program.kind,
      users: record?.users ?? [process.pid],
    };
    // Before it listens, as at a first start: a crash from here on leaves a process that can be found.
    await writeRecord(dataDir, started);
    try {
      await child.listening();
    } catch (error) {
      await stopProcess(child.pid, storagePath);
      throw error;
    }
  });
}
