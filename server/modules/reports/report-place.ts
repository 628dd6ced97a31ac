import type { WordlessMessage } from '#server/modules/conversations/index.ts';
import { localDateOf, localTimeOf } from '#shared/time/zoned-time.ts';
import type { PartKey, ReportPlace } from './report-days.ts';

/** Where something took place. */
export type Spot = Pick<ReportPlace, 'accountId' | 'channel' | 'visibility'>;

/** Seconds of a duration in ms, never below 0. */
export const secondsOf = (ms: number): number => Math.max(0, Math.round(ms / 1000));

/** The roll-up an instant is counted in, by the brand's local day. */
export function placeAt(at: Date, { accountId, channel, visibility }: Spot, timeZone: string): ReportPlace {
  return { day: localDateOf(at, timeZone), accountId, channel, visibility };
}

/** The hour group of an instant, by the brand's local time. */
export function hourGroup(at: Date, timeZone: string): PartKey {
  return `hour:${localTimeOf(at, timeZone).slice(0, 2)}`;
}

/** The groups of whoever wrote a message. */
export function writerGroups(message: Pick<WordlessMessage, 'authorUserId'> | undefined, kind: string): PartKey[] {
  const userId = message?.authorUserId ?? null;
  return [`author:${kind}`, ...(userId === null ? [] : [`agent:${userId}` as const])];
}
