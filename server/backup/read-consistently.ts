import { MongoServerError, type MongoClient } from 'mongodb';
import type { View } from './document-lines.ts';
import { BackupError, type BackupManifest } from './manifest.ts';

const transactionGone = new Set([251, 290]);
const snapshotGone = 239;

/**
 * Runs `work` on one point in time of the whole database while others go on writing. MongoDB: a snapshot session (kept for
 * five minutes). The embedded database: a transaction (60 s), because its snapshot sessions hold per collection only
 * (tried: a later write to another collection is seen). Throws `BackupError` when the time is over.
 */
export async function readConsistently<T>(
  client: MongoClient,
  consistency: BackupManifest['consistency'],
  work: (view: View) => Promise<T>,
): Promise<T> {
  const snapshot = consistency === 'snapshotSession';
  const session = client.startSession(snapshot ? { snapshot: true } : {});
  try {
    if (!snapshot) session.startTransaction({ readConcern: { level: 'snapshot' } });
    return await work({ session, snapshot });
  } catch (error) {
    const code = error instanceof MongoServerError ? error.code : undefined;
    if (code === snapshotGone || transactionGone.has(Number(code))) {
      throw new BackupError(
        'Reading took longer than the database keeps one view of itself. Stop the server and copy its data folder instead, ' +
          'or use the tools of your MongoDB.',
        { cause: error },
      );
    }
    throw error;
  } finally {
    if (session.inTransaction()) await session.abortTransaction();
    await session.endSession();
  }
}
