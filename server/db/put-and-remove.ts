import type { AnyBulkWriteOperation, ClientSession, Collection } from 'mongodb';

/** Stores whole documents by their `_id`, new or not, and removes others, in one write; nothing at all when both lists are empty. */
export async function putAndRemove<T extends { _id: string }>(
  collection: Collection<T>,
  put: readonly T[],
  removeIds: readonly string[],
  session: ClientSession,
): Promise<void> {
  // The driver's own filter type cannot be resolved while T is open.
  const operations = [
    ...put.map((doc) => ({ replaceOne: { filter: { _id: doc._id }, replacement: doc, upsert: true } })),
    ...removeIds.map((_id) => ({ deleteOne: { filter: { _id } } })),
  ] as AnyBulkWriteOperation<T>[];
  if (operations.length > 0) await collection.bulkWrite(operations, { session });
}
