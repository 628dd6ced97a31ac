import type { LocalText } from '../local-text.ts';
import { readPromises } from '../promises/promise-reader.ts';
import { dayPlanOf, isOpenAt, openMsBetween } from '../time/opening-hours.ts';
import type { OpeningHours } from '../time/opening-hours.ts';
import { localDateOf } from '../time/zoned-time.ts';
import { goneTimeIn } from './gone-time.ts';
import { firstReplyPromise } from './kept-share.ts';
import type { PromiseStep } from './promise-steps.ts';
import { stepDueAt, stepWording } from './promise-steps.ts';

/** Why a text should not go out as it is. */
export type ContradictionCode =
  'timeGone' | 'vague' | 'dueWhenClosed' | 'dueOnClosure' | 'todayWhileClosed' | 'rarelyKept';

/** What to do instead. */
export type Remedy =
  | { readonly kind: 'adjust'; readonly wording: LocalText }
  | { readonly kind: 'otherChannel'; readonly channel: string; readonly wording: LocalText }
  | { readonly kind: 'callback' };

/** A promise that the present does not bear out, in words. */
export type Contradiction = {
  readonly code: ContradictionCode;
  readonly words: LocalText;
  readonly remedy: Remedy | null;
};

/** What is known of the present; `advised` null: too few cases. */
export type PresentSituation = {
  readonly now: Date;
  readonly hours: OpeningHours;
  readonly vagueMaxMs: number;
  /** Wished kept rate, 0..1. */
  readonly rate: number;
  readonly advised: PromiseStep | null;
  /** The channel's norm: an advice longer than it means that the channel is over capacity. */
  readonly normMs: number;
  /** Share of cases like the present answered within so many ms; null when none are known. */
  shareWithin(ms: number): number | null;
  /** Other channels with the wording advised for them now and their norm. */
  readonly others: readonly { readonly channel: string; readonly step: PromiseStep; readonly normMs: number }[];
};

function remedyOf(situation: PresentSituation): Remedy | null {
  const { advised, now, hours } = situation;
  const fits = (step: PromiseStep, normMs: number): boolean =>
    stepDueAt(step, now, hours).getTime() - now.getTime() <= normMs;
  if (advised && fits(advised, situation.normMs)) return { kind: 'adjust', wording: stepWording(advised) };
  const open = isOpenAt(hours, now);
  const other = open ? situation.others.find(({ step, normMs }) => fits(step, normMs)) : undefined;
  if (other) return { kind: 'otherChannel', channel: other.channel, wording: stepWording(other.step) };
  // While closed a long wait is the hours' doing, not a lack of people: then honest words are what helps.
  if (advised && !open) return { kind: 'adjust', wording: stepWording(advised) };
  return advised ? { kind: 'callback' } : null;
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}

/** The deadline against the calendar: a day that is closed for a reason, or a closed hour. */
function closedDeadline(dueAt: Date, hours: OpeningHours): { code: ContradictionCode; words: LocalText } | null {
  // A deadline at closing time itself is kept within opening hours.
  const last = new Date(dueAt.getTime() - 1);
  if (isOpenAt(hours, last)) return null;
  const { kind, reason } = dayPlanOf(hours, localDateOf(last, hours.timeZone));
  if (kind === 'closure' || kind === 'holiday') {
    const why = typeof reason === 'string' ? { nl: reason, en: reason } : (reason ?? { nl: 'gesloten', en: 'closed' });
    return {
      code: 'dueOnClosure',
      words: {
        nl: `De termijn valt op een gesloten dag (${why.nl}).`,
        en: `The deadline falls on a closed day (${why.en}).`,
      },
    };
  }
  return {
    code: 'dueWhenClosed',
    words: {
      nl: 'De termijn valt buiten de openingstijden.',
      en: 'The deadline falls outside opening hours.',
    },
  };
}

function goneWords(words: string): LocalText {
  return { nl: `“${words}” is op dit moment al voorbij.`, en: `“${words}” has already passed at this moment.` };
}

/** What the present holds against a text that would go out at `situation.now`, with what to do instead; none when it promises no answer. */
export function contradictionsOf(text: string, situation: PresentSituation): Contradiction[] {
  const { now, hours, vagueMaxMs, rate } = situation;
  const promises = readPromises(text, { madeAt: now, hours, vagueMaxMs });
  const promise = firstReplyPromise(promises);
  if (promise === null) return [];
  const { timeZone } = hours;
  const remedy = remedyOf(situation);
  const gone = goneTimeIn(text, promises, now, timeZone);
  // Whatever else such words are read as, nobody meant it.
  if (gone) return [{ code: 'timeGone', words: goneWords(text.slice(gone.start, gone.end)), remedy }];
  const found: { code: ContradictionCode; words: LocalText }[] = [];
  if (promise.kind === 'vague') {
    found.push({
      code: 'vague',
      words: {
        nl: `“${promise.wording}” noemt geen termijn; de klant vult er zelf een in.`,
        en: `“${promise.wording}” gives no deadline; the customer will think of one.`,
      },
    });
  }
  const noneWorks = !isOpenAt(hours, now) && openMsBetween(hours, now, promise.dueAt) === 0;
  if (noneWorks && localDateOf(promise.dueAt, timeZone) === localDateOf(now, timeZone)) {
    found.push({
      code: 'todayWhileClosed',
      words: {
        nl: 'Er wordt een antwoord van vandaag beloofd, maar tot de termijn is het gesloten.',
        en: 'An answer is promised for today, but it is closed until the deadline.',
      },
    });
  } else {
    const closed = closedDeadline(promise.dueAt, hours);
    if (closed) found.push(closed);
  }
  const share = situation.shareWithin(promise.dueAt.getTime() - now.getTime());
  if (share !== null && share < rate) {
    found.push({
      code: 'rarelyKept',
      words: {
        nl: `Met de drukte van nu zou dit in ${percent(share)} % van de gevallen zijn nagekomen; gewenst is ${percent(rate)} %.`,
        en: `At the present load this would have been kept in ${percent(share)} % of cases; ${percent(rate)} % is wished.`,
      },
    });
  }
  return found.map((each) => ({ ...each, remedy }));
}
