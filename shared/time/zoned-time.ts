/** Offsets by quarter of an hour, and by day for days without a change. */
type Zone = {
  readonly formatter: Intl.DateTimeFormat;
  readonly offsets: Map<number, number>;
  readonly days: Map<number, number>;
};

const zones = new Map<string, Zone>();
const quarterMs = 15 * 60_000;
const dayMs = 86_400_000;
const quartersADay = 96;
const offsetCacheLimit = 20_000;

/** One formatter per zone, because building an Intl formatter costs about a thousand times as much as using it. */
function zoneOf(zone: string): Zone {
  const known = zones.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const made: Zone = { formatter, offsets: new Map(), days: new Map() };
  zones.set(zone, made);
  return made;
}

/**
 * The zone's distance from UTC in milliseconds at an instant (east is positive).
 * Exact for instants since 1970, when every zone changes on a quarter of an hour. Throws RangeError for an unknown zone or an invalid date.
 */
export function utcOffsetMs(at: Date, zone: string): number {
  return offsetMsAt(at.getTime(), zone);
}

function offsetMsAt(atMs: number, zone: string): number {
  const { days } = zoneOf(zone);
  const day = Math.floor(atMs / dayMs);
  const offset = days.get(day) ?? offsetOfDay(day, zone);
  // A day on which the clocks change is looked at by the quarter.
  return Number.isNaN(offset) ? offsetOfQuarter(Math.floor(atMs / quarterMs), zone) : offset;
}

/** The offset all through a UTC day, or NaN when it changes during the day; no zone has changed and changed back within one day since 1970. */
function offsetOfDay(day: number, zone: string): number {
  const { days } = zoneOf(zone);
  const first = offsetOfQuarter(day * quartersADay, zone);
  const constant = first === offsetOfQuarter((day + 1) * quartersADay, zone) ? first : Number.NaN;
  if (days.size >= offsetCacheLimit) days.clear();
  days.set(day, constant);
  return constant;
}

function offsetOfQuarter(bucket: number, zone: string): number {
  const { formatter, offsets } = zoneOf(zone);
  const known = offsets.get(bucket);
  if (known !== undefined) return known;
  const bucketAt = bucket * quarterMs;
  const parts: Record<string, string> = {};
  for (const part of formatter.formatToParts(bucketAt)) parts[part.type] = part.value;
  const local = Date.UTC(
    Number(parts.year),
    Number(parts.month) - 1,
    Number(parts.day),
    Number(parts.hour),
    Number(parts.minute),
  );
  if (offsets.size >= offsetCacheLimit) offsets.clear();
  offsets.set(bucket, local - bucketAt);
  return local - bucketAt;
}

/** Days since 1970 and their texts, both ways: a reader of dates meets the same few over and over. */
const textsByDay = new Map<number, string>();
const daysByText = new Map<string, number>();
const dayCacheLimit = 20_000;

function dayText(day: number): string {
  const known = textsByDay.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * dayMs).toISOString().slice(0, 10);
  if (textsByDay.size >= dayCacheLimit) textsByDay.clear();
  textsByDay.set(day, text);
  return text;
}

function dayOf(localDate: string): number {
  const known = daysByText.get(localDate);
  if (known !== undefined) return known;
  const ms = /^\d{4}-\d\d-\d\d$/.test(localDate) ? Date.parse(`${localDate}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`not a local date: ${localDate}`);
  if (daysByText.size >= dayCacheLimit) daysByText.clear();
  daysByText.set(localDate, ms / dayMs);
  return ms / dayMs;
}

/** The local calendar day of an instant, 'yyyy-mm-dd'. */
export function localDateOf(at: Date, zone: string): string {
  const ms = at.getTime();
  return dayText(Math.floor((ms + offsetMsAt(ms, zone)) / dayMs));
}

const twoDigits = (number: number): string => (number < 10 ? `0${String(number)}` : String(number));

/** The local wall-clock time of an instant, 'HH:MM' (seconds are cut off). */
export function localTimeOf(at: Date, zone: string): string {
  const ms = at.getTime();
  const minute = Math.floor((ms + offsetMsAt(ms, zone)) / 60_000);
  const ofDay = ((minute % 1440) + 1440) % 1440;
  return `${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}`;
}

/** At most 1,441 texts: only good ones are kept. */
const minutesByText = new Map<string, number>();

/** Minutes since local midnight of an 'HH:MM' text; '24:00' is 1440. Throws RangeError for anything else. */
export function minutesOf(localTime: string): number {
  const known = minutesByText.get(localTime);
  if (known !== undefined) return known;
  const match = /^(\d\d):(\d\d)$/.exec(localTime);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minutes <= 1440) || Number(match?.[2]) > 59) throw new RangeError(`not a local time: ${localTime}`);
  minutesByText.set(localTime, minutes);
  return minutes;
}

function endOfGapMs(beforeMs: number, afterMs: number, zone: string): number {
  const oldOffset = offsetMsAt(beforeMs, zone);
  let low = beforeMs;
  let high = afterMs;
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 120_000) * 60_000;
    if (middle <= low) break;
    if (offsetMsAt(middle, zone) === oldOffset) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The instant of a local date and 'HH:MM' ('24:00' is the next midnight) in a zone.
 * A time that occurs twice (clocks go back) is its first occurrence; a time that does not occur (clocks go forward) is the instant of the
 * change, so that later wall-clock times never give earlier instants. Throws RangeError for malformed input.
 */
export function instantOf(localDate: string, localTime: string, zone: string): Date {
  const wallMs = dayOf(localDate) * dayMs + minutesOf(localTime) * 60_000;
  const before = offsetMsAt(wallMs - dayMs, zone);
  const after = offsetMsAt(wallMs + dayMs, zone);
  const first = wallMs - before;
  if (before === after || offsetMsAt(first, zone) === before) return new Date(first);
  const second = wallMs - after;
  if (offsetMsAt(second, zone) === after) return new Date(second);
  return new Date(endOfGapMs(second, first, zone));
}

/** The local date n days later (n may be negative). */
export function addDays(localDate: string, days: number): string {
  return dayText(Math.floor(dayOf(localDate) + days));
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(localDate: string): number {
  return (((dayOf(localDate) + 3) % 7) + 7) % 7;
}
