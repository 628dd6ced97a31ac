import type { LocalText } from '../local-text.ts';
import { closingAtOn, nextWorkingDay } from '../time/opening-hours.ts';
import type { OpeningHours } from '../time/opening-hours.ts';
import { instantOf, localDateOf } from '../time/zoned-time.ts';

/** A length of time that people promise: minutes on the calendar (5 to 1,440), or working days. */
export type PromiseStep = { readonly unit: 'minute' | 'workingDay'; readonly amount: number };

const minuteMs = 60_000;
const longestMinutes = 1_440;
/** Beyond three working weeks nobody should promise a time at all. */
export const mostWorkingDays = 15;

/** Widths of the steps up to a number of minutes: nobody promises 37 minutes. */
const widths = [
  { upTo: 30, width: 5 },
  { upTo: 120, width: 10 },
  { upTo: 480, width: 30 },
  { upTo: longestMinutes, width: 60 },
] as const;

/** Every step, shortest first; working days come after the longest calendar time. */
export const promiseSteps: readonly PromiseStep[] = [
  ...widths.flatMap(({ upTo, width }, index) => {
    const from = widths[index - 1]?.upTo ?? 0;
    return Array.from({ length: (upTo - from) / width }, (_, at): PromiseStep => ({
      unit: 'minute',
      amount: from + (at + 1) * width,
    }));
  }),
  ...Array.from({ length: mostWorkingDays }, (_, at): PromiseStep => ({ unit: 'workingDay', amount: at + 1 })),
];

/** The shortest calendar step that is at least `ms`; null beyond 24 hours, where working days begin. */
export function minuteStepOf(ms: number): PromiseStep | null {
  return promiseSteps.find(({ unit, amount }) => unit === 'minute' && amount * minuteMs >= ms) ?? null;
}

/** Until when a step promised at an instant can be kept: the same instant that the promise reader finds for its words. */
export function stepDueAt(step: PromiseStep, at: Date, hours: OpeningHours): Date {
  if (step.unit === 'minute') return new Date(at.getTime() + step.amount * minuteMs);
  const date = nextWorkingDay(hours, localDateOf(at, hours.timeZone), step.amount);
  return closingAtOn(hours, date) ?? instantOf(date, '23:59', hours.timeZone);
}

/** The fewest working days, promised at `at`, that an answer at `answeredAt` keeps; null when that is more than anybody should promise. */
export function workingDaysFor(at: Date, answeredAt: Date, hours: OpeningHours): number | null {
  for (let amount = 1; amount <= mostWorkingDays; amount += 1) {
    if (stepDueAt({ unit: 'workingDay', amount }, at, hours) >= answeredAt) return amount;
  }
  return null;
}

/** The words of a step, to stand in a sentence: "binnen 2,5 uur", "within 2.5 hours". */
export function stepWording({ unit, amount }: PromiseStep): LocalText {
  if (unit === 'workingDay') {
    return {
      nl: `binnen ${String(amount)} ${amount === 1 ? 'werkdag' : 'werkdagen'}`,
      en: `within ${String(amount)} working ${amount === 1 ? 'day' : 'days'}`,
    };
  }
  if (amount % 60 !== 0 && amount <= 120) {
    return { nl: `binnen ${String(amount)} minuten`, en: `within ${String(amount)} minutes` };
  }
  const hours = String(amount / 60);
  return { nl: `binnen ${hours.replace('.', ',')} uur`, en: `within ${hours} ${amount === 60 ? 'hour' : 'hours'}` };
}

/** A whole sentence that promises an answer within a step. */
export function stepSentence(step: PromiseStep): LocalText {
  const { nl, en } = stepWording(step);
  return { nl: `Je krijgt ${nl} antwoord.`, en: `You will get an answer ${en}.` };
}

const slots = { nl: /\{termijn\}/giu, en: /\{deadline\}/giu } as const;

/** Whether a text asks for the advised wording: `{termijn}` for the Dutch words, `{deadline}` for the English. */
export function hasStepSlot(text: string): boolean {
  return Object.values(slots).some((slot) => text.search(slot) >= 0);
}

/** The text with its slots filled by the words of a step. */
export function fillStepSlots(text: string, step: PromiseStep): string {
  const { nl, en } = stepWording(step);
  return text.replace(slots.nl, nl).replace(slots.en, en);
}
