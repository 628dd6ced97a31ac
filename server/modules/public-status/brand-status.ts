import type { ChannelDefinition } from '#server/channels/channel.ts';
import type { PromiseAdviser, SampleBook } from '#server/modules/advice/index.ts';
import type { ChannelAccountDoc } from '#server/modules/channel-accounts/index.ts';
import { waitWithinRate } from '#shared/advice/advise-at.ts';
import type { LocalText } from '#shared/local-text.ts';
import { findNextOpeningAt, isOpenAt } from '#shared/time/opening-hours.ts';
import { localTimeOf } from '#shared/time/zoned-time.ts';

/** What a brand tells everybody about one channel; nothing of any customer. */
export type ChannelStatus = {
  readonly channel: string;
  readonly label: string;
  readonly openNow: boolean;
  /** When it opens; null when open or never again. */
  readonly opensAt: Date | null;
  /** Who answers first. */
  readonly firstAnswer: 'human' | 'automatic';
  readonly waiting: number;
  /** Minutes within which half and nine tenths were answered in the last 7 days; null when too few wrote. */
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
  /** Whether these come from this hour of the day only. */
  readonly basis: 'thisHour' | 'wholeWeek' | null;
  /** A promise that can be kept now; null when too little is known. */
  readonly wording: LocalText | null;
};

/** What a brand tells everybody. */
export type BrandStatus = {
  readonly brand: string;
  readonly timeZone: string;
  readonly at: Date;
  readonly channels: readonly ChannelStatus[];
};

/** With fewer answers a figure would tell of single customers. */
const leastCases = 10;

type Basis = {
  readonly week: SampleBook;
  readonly month: SampleBook;
  readonly waiting: ReadonlyMap<string, number>;
  readonly now: Date;
};

/** The status of one channel; `accounts` are the brand's accounts on it. */
export function channelStatusOf(
  channel: ChannelDefinition,
  accounts: readonly ChannelAccountDoc[],
  adviser: Pick<PromiseAdviser, 'adviseNow'>,
  { week, month, waiting, now }: Basis,
): ChannelStatus {
  const { name, label } = channel;
  const hours = week.table.hoursOf(accounts[0]?._id ?? '', now);
  const own = week.samples.filter((sample) => sample.channel === name);
  const hourOf = (at: Date): string => localTimeOf(at, hours.timeZone).slice(0, 2);
  const sameHour = own.filter(({ startedAt }) => hourOf(startedAt) === hourOf(now));
  const cases = sameHour.length >= leastCases ? sameHour : own;
  const known = cases.length >= leastCases;
  const minutes = (rate: number): number | null => {
    const ms = known ? waitWithinRate(cases, rate, now) : null;
    return ms === null ? null : Math.ceil(ms / 60_000);
  };
  const openNow = isOpenAt(hours, now);
  const advice = adviser.adviseNow(month, { channel: name, visibility: null, hours }, now);
  return {
    channel: name,
    label,
    openNow,
    opensAt: openNow ? null : findNextOpeningAt(hours, now),
    firstAnswer: accounts.some(({ autoReply }) => autoReply.enabled) ? 'automatic' : 'human',
    waiting: waiting.get(name) ?? 0,
    medianMinutes: minutes(0.5),
    p90Minutes: minutes(0.9),
    basis: known ? (cases === sameHour ? 'thisHour' : 'wholeWeek') : null,
    wording: advice?.sentence ?? null,
  };
}
