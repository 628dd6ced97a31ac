import { statfs } from 'node:fs/promises';
import type { Log } from '#server/log.ts';
import { createWorkLoop, type WorkLoop } from '#server/jobs/work-loop.ts';

/** Watches the room on the disk of the data folder. */
export type DiskGuard = WorkLoop & {
  /** False while less is free than the reserve: then nothing new may be acknowledged. */
  hasRoom(): boolean;
};

const lookEveryMs = 1_000;

/** Bytes that a program without special rights can still write on the disk of a folder. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * Refuses in time: a database that meets a full disk itself may have acknowledged what it then cannot keep (measured on the
 * embedded one), while platforms deliver again what they got a 503 for.
 */
export function createDiskGuard(deps: {
  readonly dataDir: string;
  readonly leastFreeBytes: number;
  readonly log: Log;
}): DiskGuard {
  let room = true;
  const loop = createWorkLoop({
    name: 'disk guard',
    pollMs: lookEveryMs,
    log: deps.log,
    step: async () => {
      const freeBytes = await freeBytesOf(deps.dataDir);
      const hasRoom = freeBytes >= deps.leastFreeBytes;
      if (hasRoom !== room) {
        const facts = { freeBytes, leastFreeBytes: deps.leastFreeBytes };
        if (hasRoom) deps.log.warn(facts, 'there is room on the disk again; webhooks are taken');
        else
          deps.log.error(facts, 'the disk of the data folder is almost full; webhooks are refused until there is room');
      }
      room = hasRoom;
      return false;
    },
  });
  return { ...loop, hasRoom: () => room };
}
