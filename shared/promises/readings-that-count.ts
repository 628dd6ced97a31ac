import type { PromiseReading } from './promise-reading.ts';

/** "Je hebt vandaag antwoord: we reageren voor vier uur" promises one answer; "we bellen hem morgen en komen dan bij u terug" one moment. */
function isRepeated(made: PromiseReading, next: PromiseReading | undefined, source: string): boolean {
  if (!next) return false;
  if (next.start === made.start) return true;
  if (
    next.act === made.act &&
    next.dueAt.getTime() === made.dueAt.getTime() &&
    source.slice(made.end, next.start).includes(';')
  )
    return true;
  return next.act === made.act && /^[^.,;]*: /.test(source.slice(made.end, next.start));
}

/** Of two vague promises the one that the customer will notice counts. */
function rankOf(made: PromiseReading): number {
  return made.act === 'action' ? 1 : 0;
}

/** One sentence makes one vague promise at most, the one with time words if any, and none beside an explicit one. */
export function withoutEchoes(readings: readonly PromiseReading[], source: string): PromiseReading[] {
  const explicit = readings.filter((made) => made.kind === 'explicit');
  if (explicit.length > 0) return explicit.filter((made, index) => !isRepeated(made, explicit[index + 1], source));
  const [surest] = [...readings].sort((a, b) => b.confidence - a.confidence || rankOf(a) - rankOf(b));
  return surest ? [surest] : [];
}

const dates = /[.!]\s+(?:dat|dit|reactietijd|responstijd|that will|this will|response time)\b/i;
const datesBehind =
  /^[^.!?]*[.!]\s+[^.!?]{2,60} (?:(?:doet|doen|does|do) (?:dat|dit|that|this|so)|(?:is|zijn) (?:dat|dit|het) (?:klaar|geregeld|gedaan|gebeurd|opgelost))\b/i;

/** "We nemen contact op. Dat doen we binnen een uur.": the second sentence dates the first, so only the dated one stays. */
export function withoutDatedEarlier(readings: readonly PromiseReading[], text: string): PromiseReading[] {
  return readings.filter((made, index) => {
    const next = readings[index + 1];
    if (made.kind !== 'vague' || next?.kind !== 'explicit') return true;
    return !dates.test(text.slice(made.end, next.start)) && !datesBehind.test(text.slice(made.end, next.end + 24));
  });
}

/** "Dat zoek ik voor je uit. Je krijgt binnen 4 uur antwoord.": a dated answer says when the undated promises end too. */
export function withoutCoveredVague(readings: readonly PromiseReading[]): PromiseReading[] {
  const dated = readings.some((made) => made.kind === 'explicit' && made.act === 'reply');
  if (readings.length > 1 && readings.every(({ kind }) => kind === 'vague')) return withoutAnnounced(readings);
  return dated ? readings.filter((made) => made.kind === 'explicit') : [...readings];
}

/** "We zoeken het uit. Je hoort van ons.": the answer tells how the deed ended, so the undated pair is one promise. */
function withoutAnnounced(readings: readonly PromiseReading[]): PromiseReading[] {
  return readings.filter((made, index) => made.act !== 'action' || readings[index + 1]?.act !== 'reply');
}
