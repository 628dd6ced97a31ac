import { addOpenMs, findNextOpeningAt, openMsBetween, type OpeningHours } from '#shared/time/opening-hours.ts';
import type { Turn } from '#shared/turns/turn-types.ts';
import type { ClockClaim, ResponseClockDoc } from './clocks.store.ts';

/** Where a turn took place. */
export type ClockPlace = Pick<
  ResponseClockDoc,
  'brandId' | 'conversationId' | 'contactId' | 'accountId' | 'channel' | 'visibility'
>;

/** Both clocks of a turn until `until`: calendar time and time within opening hours, in ms. */
export function bothClocks(
  startedAt: Date,
  until: Date,
  hours: OpeningHours,
): { calendarMs: number; openHoursMs: number } {
  // An answer stamped before its question (clock skew between platforms) waited nothing, not less than nothing.
  const end = until.getTime() < startedAt.getTime() ? startedAt : until;
  return { calendarMs: end.getTime() - startedAt.getTime(), openHoursMs: openMsBetween(hours, startedAt, end) };
}

/** What a turn is measured by: the hours known when it stopped, those known when it began, and the page's claim of its beginning. */
export type ClockRules = {
  readonly hours: OpeningHours;
  readonly hoursAtStart: OpeningHours;
  readonly claim: {
    readonly _id: string;
    readonly text: string;
    readonly withinMs: number | null;
    readonly duringHours: boolean;
  } | null;
};

function claimOf(startedAt: Date, { claim, hoursAtStart }: ClockRules): { claim?: ClockClaim } {
  if (!claim || claim.withinMs === null) return {};
  const { _id: claimId, text, withinMs, duringHours } = claim;
  // Hours that never open again give no deadline: then the page's words are taken as calendar time.
  const counts = duringHours && findNextOpeningAt(hoursAtStart, startedAt) !== null;
  const dueAt = counts ? addOpenMs(hoursAtStart, startedAt, withinMs) : new Date(startedAt.getTime() + withinMs);
  return { claim: { claimId, text, dueAt } };
}

/** The parts of a waiting time, in ms; they add up to its calendar time. */
export type WaitingParts = {
  /** From the platform's time of the question until our receipt: nobody of us could answer. */
  readonly platformDelayMs: number;
  /** From our receipt until the answer, or until `now`. */
  readonly ownDelayMs: number;
};

/** Whose the waiting was; null for turns of which the receipt was not kept. */
export function waitingPartsOf(
  clock: Pick<ResponseClockDoc, 'startedAt' | 'stoppedAt' | 'startReceivedAt'>,
  now: Date,
): WaitingParts | null {
  if (!clock.startReceivedAt) return null;
  const started = clock.startedAt.getTime();
  const end = Math.max(started, (clock.stoppedAt ?? now).getTime());
  // A platform's clock may run ahead of ours; and an answer given elsewhere may come before our receipt.
  const received = Math.min(end, Math.max(started, clock.startReceivedAt.getTime()));
  return { platformDelayMs: received - started, ownDelayMs: end - received };
}

/** Joins a turn with its place and the receipt of its first message; a stopped turn gets both clocks for good. */
export function clockDocOf(
  turn: Turn,
  place: ClockPlace,
  rules: ClockRules,
  startReceivedAt: Date | undefined,
): ResponseClockDoc {
  const { startMessageId, ...rest } = turn;
  const values = turn.stoppedAt ? bothClocks(turn.startedAt, turn.stoppedAt, rules.hours) : null;
  return {
    ...rest,
    _id: startMessageId,
    ...place,
    calendarMs: values?.calendarMs ?? null,
    openHoursMs: values?.openHoursMs ?? null,
    ...claimOf(turn.startedAt, rules),
    ...(startReceivedAt ? { startReceivedAt } : {}),
  };
}
