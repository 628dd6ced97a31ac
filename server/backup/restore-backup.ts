import type { CreateIndexesOptions, Db, Document, IndexSpecification } from 'mongodb';
import { createTally, documentsOf, linesOf } from './document-lines.ts';
import { BackupError, type BackedUpCollection, type BackupManifest } from './manifest.ts';
import { openBackup, type OpenBackup } from './open-backup.ts';

const mostDocuments = 500;
const mostBytes = 8 * 1024 * 1024;

/**
 * Puts the backup at `target` into `db`, which must be empty: checks every checksum first, makes the indexes, writes, reads all
 * of it back and compares. What it wrote is taken away again when it fails. Throws `BackupError`.
 */
export async function restoreBackup(db: Db, target: string): Promise<BackupManifest> {
  const backup = await openBackup(target);
  await refuseUnlessEmpty(db);
  try {
    for (const collection of backup.manifest.collections) await makeIndexes(db, collection);
    for (const collection of backup.manifest.collections) await restoreCollection(db, backup, collection);
  } catch (error) {
    for (const { name } of backup.manifest.collections) await db.collection(name).drop();
    throw error;
  }
  return backup.manifest;
}

async function refuseUnlessEmpty(db: Db): Promise<void> {
  for (const { name, type } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    if (type === 'view' || name.startsWith('system.')) continue;
    if ((await db.collection(name).findOne({}, { projection: { _id: 1 } })) === null) continue;
    throw new BackupError(
      `The database ${db.databaseName} is not empty (${name} holds documents): a restore never overwrites. ` +
        'Give MONGODB_DB another name, or WOORDHOUDER_DATA_DIR another folder.',
    );
  }
}

async function makeIndexes(db: Db, { name, indexes }: BackedUpCollection): Promise<void> {
  const collection = db.collection(name);
  if ((await db.listCollections({ name }, { nameOnly: true }).toArray()).length === 0) await db.createCollection(name);
  for (const { key, ...options } of indexes) {
    await collection.createIndex(key as IndexSpecification, options as CreateIndexesOptions, {});
  }
}

async function restoreCollection(db: Db, backup: OpenBackup, entry: BackedUpCollection): Promise<void> {
  const collection = db.collection(entry.name);
  let group: Document[] = [];
  let groupBytes = 0;
  const write = async (): Promise<void> => {
    if (group.length > 0) await collection.insertMany(group);
    group = [];
    groupBytes = 0;
  };
  for await (const { document, size } of documentsOf(backup.bytesOf(entry))) {
    group.push(document);
    groupBytes += size;
    if (group.length >= mostDocuments || groupBytes >= mostBytes) await write();
  }
  await write();
  const tally = createTally();
  for await (const line of linesOf(db, entry.name, null)) tally.add(line);
  if (tally.documents !== entry.documents || tally.sha256() !== entry.sha256) {
    throw new BackupError(`${entry.name} did not come back as it was written. What was written is removed.`);
  }
}
