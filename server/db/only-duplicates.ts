import { MongoBulkWriteError } from 'mongodb';

/**
 * Whether an insert failed for nothing but documents that were there already. The list must not be empty: a dropped connection also
 * reports no write errors, and would pass for "all duplicates" (limits A1).
 */
export function onlyDuplicates(error: unknown): boolean {
  if (!(error instanceof MongoBulkWriteError)) return false;
  const errors = [error.writeErrors].flat();
  return errors.length > 0 && errors.every((one) => one.code === 11000);
}
