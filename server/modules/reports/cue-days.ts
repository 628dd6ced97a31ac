import type { Visibility } from '#server/channels/channel.ts';
import type { ReportDayDoc } from './report-days.ts';
import { mergeStored, newTally } from './tally.ts';

/** What customers' messages of one local day and place showed. */
export type CueDay = {
  readonly day: string;
  readonly accountId: string;
  readonly channel: string;
  readonly visibility: Visibility;
  readonly received: number;
  /** Messages of which it is known whether the customer is content, and how many are not. */
  readonly judged: number;
  readonly dissatisfied: number;
  /** Messages by the code of a sign in them. */
  readonly codes: ReadonlyMap<string, number>;
};

const prefix = 'cue:';
const noDigests: ReadonlySet<never> = new Set();

/** Reads the counts of signs out of roll-ups. */
export function cueDaysOf(days: readonly ReportDayDoc[]): CueDay[] {
  return days.map(({ day, accountId, channel, visibility, parts }) => {
    const codes = new Map<string, number>();
    const total = newTally();
    for (const { key, tally: stored } of parts) {
      if (key === 'total') mergeStored(total, stored, noDigests);
      else if (key.startsWith(prefix)) {
        const tally = newTally();
        mergeStored(tally, stored, noDigests);
        codes.set(key.slice(prefix.length), tally.counts.get('received') ?? 0);
      }
    }
    const [received, judged, dissatisfied] = (['received', 'judged', 'dissatisfied'] as const).map(
      (name) => total.counts.get(name) ?? 0,
    ) as [number, number, number];
    return { day, accountId, channel, visibility, received, judged, dissatisfied, codes };
  });
}
