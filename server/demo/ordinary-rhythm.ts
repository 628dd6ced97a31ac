import { addDays, instantOf, localDateOf, localTimeOf, weekdayOf } from '#shared/time/zoned-time.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { StoryChannel } from './story.ts';
import { storyZone } from './story-time.ts';

/** Share of the messages by weekday, Monday first: a busy Monday, lighter weekends. */
const weekdayWeights = [17, 13, 12, 12, 14, 10, 9];

/** Share of the messages by local hour: peaks from 10 to 12, 14 to 16 and 19 to 21. */
const hourWeights = [1, 0, 0, 0, 0, 0, 1, 3, 6, 10, 17, 16, 9, 8, 15, 15, 9, 7, 9, 16, 16, 9, 5, 3];

/** Median minutes until an answer by the local hour of the question, while people are at work. */
const medianMinutes = [
  ...[60, 60, 60, 60, 60, 60, 60, 60, 45],
  ...[24, 28, 35, 65, 75, 45, 40, 50, 80, 110, 140, 170, 60, 60, 60],
];

const staffedOnWorkdays = ['09:00', '21:00'] as const;
const staffedOnWeekends = ['10:00', '17:00'] as const;
const whatsappPatienceMs = 20 * 3_600_000;
const slowShare = 0.05;

/** An instant on one of the `days` local days up to the day of `now`, by the rhythm of week and day. */
export function arrivalAt(random: SeededRandom, now: Date, days: number): Date {
  const today = localDateOf(now, storyZone);
  const dates = Array.from({ length: days }, (_, index) => addDays(today, -index));
  const date = dates[random.weighted(dates.map((day) => weekdayWeights[weekdayOf(day)] ?? 0))] ?? today;
  const time = `${twoDigits(random.weighted(hourWeights))}:${twoDigits(random.between(0, 59))}`;
  return new Date(instantOf(date, time, storyZone).getTime() + random.between(0, 59) * 1_000);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** When a question asked at `askedAt` is answered: soon by day, late for evenings and Mondays, only while people work. */
export function answerAt(random: SeededRandom, askedAt: Date, channel: StoryChannel): Date {
  const usual = whenAtWork(random, new Date(askedAt.getTime() + usualDelayMs(random, askedAt)));
  if (channel !== 'whatsapp') {
    if (!random.chance(slowShare)) return usual;
    return whenAtWork(random, new Date(usual.getTime() + random.between(20, 44) * 3_600_000));
  }
  // WhatsApp takes no answer a day after the question: whoever is at work makes sure of it.
  const inTime = usual.getTime() - askedAt.getTime() < whatsappPatienceMs;
  return inTime ? usual : whenAtWork(random, new Date(askedAt.getTime() + 3_600_000));
}

function usualDelayMs(random: SeededRandom, askedAt: Date): number {
  const weekday = weekdayOf(localDateOf(askedAt, storyZone));
  const hour = Number(localTimeOf(askedAt, storyZone).slice(0, 2));
  const crowded = weekday === 0 ? 1.7 : weekday >= 5 ? 1.4 : 1;
  // Three throws make a bell; its exponent gives the long tail that real delays have.
  const spread = Math.exp((random.next() + random.next() + random.next() - 1.5) * 1.5);
  return Math.round((medianMinutes[hour] ?? 60) * crowded * spread * 60) * 1_000;
}

/** `at`, or some time after the next start of work when nobody works then. */
export function whenAtWork(random: SeededRandom, at: Date): Date {
  const date = localDateOf(at, storyZone);
  const [from, to] = staffedOn(date);
  const time = localTimeOf(at, storyZone);
  if (time >= from && time < to) return at;
  const opensOn = time < from ? date : addDays(date, 1);
  const [opens] = staffedOn(opensOn);
  const backlogMinutes = random.between(4, weekdayOf(opensOn) === 0 ? 150 : 80);
  return new Date(
    instantOf(opensOn, opens, storyZone).getTime() + backlogMinutes * 60_000 + random.between(0, 59) * 1_000,
  );
}

function staffedOn(date: string): readonly [string, string] {
  return weekdayOf(date) < 5 ? staffedOnWorkdays : staffedOnWeekends;
}
