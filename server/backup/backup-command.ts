import path from 'node:path';
import { systemClock } from '#server/clock.ts';
import type { Config } from '#server/config.ts';
import { connectDatabase } from '#server/db/connect.ts';
import { openDatabase } from '#server/db/embedded/open-database.ts';
import { BackupError, type BackupManifest } from './manifest.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

/** What can be asked on the command line. */
export type BackupVerb = 'backup' | 'restore';

const keyAdvice =
  'Credentials of channels stay encrypted in it: keep WOORDHOUDER_SECRET_KEY, or secret.key of the data folder, in another place.';

/**
 * Backs up to, or restores from, `target` (a folder, or a file when the name has an extension) with the configured database;
 * a server may be running during a backup. `print` talks to the person at the terminal. Throws `BackupError`.
 */
export async function runBackupCommand(
  verb: BackupVerb,
  target: string | undefined,
  { config, print }: { config: Config; print: (line: string) => void },
): Promise<void> {
  if (target === undefined) throw new BackupError(`Say where: npm run ${verb} -- FILE_OR_FOLDER`);
  const database = await openDatabase({ uri: config.mongodbUri, dataDir: config.dataDir, log: print });
  try {
    const { client, db, close } = await connectDatabase(database.uri, database.options, config.mongodbDb);
    try {
      const consistency = database.kind === 'embedded' ? 'transaction' : 'snapshotSession';
      const place = path.resolve(target);
      const manifest =
        verb === 'backup'
          ? await writeBackup({ client, db, clock: systemClock, consistency }, place)
          : await restoreBackup(db, place);
      print(`${verb === 'backup' ? 'Backed up' : 'Restored'}: ${summaryOf(manifest)}`);
      print(keyAdvice);
    } finally {
      await close();
    }
  } finally {
    await database.stop();
  }
}

function summaryOf({ collections, madeAt, consistency }: BackupManifest): string {
  const documents = collections.reduce((sum, collection) => sum + collection.documents, 0);
  return `${String(documents)} documents in ${String(collections.length)} collections, as of ${madeAt} (${consistency}).`;
}
