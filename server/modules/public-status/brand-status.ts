import type { ChannelDefinition, Visibility } from '#server/channels/channel.ts';
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
  /** Private or public messages; null where the channel had only one of them, or none, in the last 30 days. */
  readonly visibility: Visibility | null;
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
  /** Turns that still run. */
  readonly running: readonly { readonly channel: string; readonly visibility: Visibility }[];
  readonly now: Date;
};

/** One channel of a brand with its accounts, and which of its messages; null = all. */
type Part = {
  readonly channel: ChannelDefinition;
  readonly accounts: readonly ChannelAccountDoc[];
  readonly visibility: Visibility | null;
};

/** The status of one channel: where it has private and public messages, of each apart, since they wait differently. */
export function channelStatusesOf(
  channel: ChannelDefinition,
  accounts: readonly ChannelAccountDoc[],
  adviser: Pick<PromiseAdviser, 'adviseNow'>,
  basis: Basis,
): ChannelStatus[] {
  const seen = new Set(
    [...basis.month.samples, ...basis.running].flatMap((each) =>
      each.channel === channel.name ? [each.visibility] : [],
    ),
  );
  const parts = seen.size > 1 ? (['private', 'public'] as const) : [null];
  return parts.map((visibility) => statusOf({ channel, accounts, visibility }, adviser, basis));
}

function statusOf(
  { channel, accounts, visibility }: Part,
  adviser: Pick<PromiseAdviser, 'adviseNow'>,
  { week, month, running, now }: Basis,
): ChannelStatus {
  const { name, label } = channel;
  const isOfPart = (each: { readonly channel: string; readonly visibility: Visibility }): boolean =>
    each.channel === name && (visibility === null || each.visibility === visibility);
  const hours = week.table.hoursOf(accounts[0]?._id ?? '', now);
  const own = week.samples.filter(isOfPart);
  const hourOf = (at: Date): string => localTimeOf(at, hours.timeZone).slice(0, 2);
  const sameHour = own.filter(({ startedAt }) => hourOf(startedAt) === hourOf(now));
  const cases = sameHour.length >= leastCases ? sameHour : own;
  const known = cases.length >= leastCases;
  const minutes = (rate: number): number | null => {
    const ms = known ? waitWithinRate(cases, rate, now) : null;
    return ms === null ? null : Math.ceil(ms / 60_000);
  };
  const openNow = isOpenAt(hours, now);
  const advice = adviser.adviseNow(month, { channel: name, visibility, hours }, now);
  return {
    channel: name,
    label,
    visibility,
    openNow,
    opensAt: openNow ? null : findNextOpeningAt(hours, now),
    firstAnswer: accounts.some(
      ({ autoReply }) => autoReply.enabled && (visibility !== 'public' || autoReply.publicEnabled),
    )
      ? 'automatic'
      : 'human',
    waiting: running.filter(isOfPart).length,
    medianMinutes: minutes(0.5),
    p90Minutes: minutes(0.9),
    basis: known ? (cases === sameHour ? 'thisHour' : 'wholeWeek') : null,
    wording: advice?.sentence ?? null,
  };
}
