import type { ChangeStream, Db, Document } from 'mongodb';
import type { Log } from '#server/log.ts';

/** An inserted or changed document, whole, as it is now. */
export type Change = { readonly collection: string; readonly inserted: boolean; readonly document: Document };

/** Told of each change. */
export type ChangeListener = (change: Change) => void;

/** Who is told: of each change, and of each time the stream broke. */
export type ChangeFollower = { onChange: ChangeListener; onRestart(): void };

/** A running feed; `close` ends it. */
export type ChangeFeed = { close(): Promise<void> };

const firstPauseMs = 200;
const longestPauseMs = 5_000;

/**
 * Follows inserts and changes of some collections, on whichever process they were made. A broken stream is taken up again
 * where it stopped; where that is no longer possible, from now on (viewers read afresh when their socket reconnects).
 */
export function followChanges(db: Db, collections: readonly string[], follower: ChangeFollower, log: Log): ChangeFeed {
  const pipeline = [
    { $match: { 'ns.coll': { $in: [...collections] }, operationType: { $in: ['insert', 'update', 'replace'] } } },
  ];
  let stream: ChangeStream | null = null;
  let resumeAfter: unknown;
  let closed = false;
  let failures = 0;
  let wake: (() => void) | null = null;

  const follow = async (): Promise<void> => {
    stream = db.watch(pipeline, {
      fullDocument: 'updateLookup',
      ...(resumeAfter === undefined ? {} : { resumeAfter }),
    });
    for await (const change of stream) {
      resumeAfter = change._id;
      failures = 0;
      if (!('fullDocument' in change) || !change.fullDocument) continue;
      follower.onChange({
        collection: change.ns.coll,
        inserted: change.operationType === 'insert',
        document: change.fullDocument,
      });
    }
  };
  const run = async (): Promise<void> => {
    while (!isClosed()) {
      try {
        await follow();
      } catch (error) {
        if (isClosed()) return;
        failures += 1;
        follower.onRestart();
        log.warn({ err: error, failures }, 'change stream broke; taking it up again');
        if (failures > 2) resumeAfter = undefined;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.min(longestPauseMs, firstPauseMs * 2 ** failures));
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  };
  const isClosed = (): boolean => closed;
  const running = run();
  return {
    close: async () => {
      closed = true;
      wake?.();
      await stream?.close();
      await running;
    },
  };
}
