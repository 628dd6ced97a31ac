import { openMsBetween, type OpeningHours } from '#shared/time/opening-hours.ts';
import type { Turn } from '#shared/turns/turn-types.ts';
import type { ResponseClockDoc } from './clocks.store.ts';

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

/** Joins a turn with its place; a stopped turn gets both clocks for good. */
export function clockDocOf(turn: Turn, place: ClockPlace, hours: OpeningHours): ResponseClockDoc {
  const { startMessageId, ...rest } = turn;
  const values = turn.stoppedAt ? bothClocks(turn.startedAt, turn.stoppedAt, hours) : null;
  return {
    ...rest,
    _id: startMessageId,
    ...place,
    calendarMs: values?.calendarMs ?? null,
    openHoursMs: values?.openHoursMs ?? null,
  };
}
