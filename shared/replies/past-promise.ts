import { goneTimeIn } from '../advice/gone-time.ts';
import { readPromises } from '../promises/promise-reader.ts';
import type { DraftCheck } from './draft-case.ts';
import { promisableAt } from './promise-checks.ts';
import { momentInWords } from './moment-in-words.ts';

/** A promise can be over already only where the words hold a figure: a clock time or a date. */
const mayNameMoment = /\d/;

/** Warns of a promise whose time was over before it was written. Only where the moment of sending is known. */
export const pastPromise: DraftCheck = ({ reading, context }) => {
  const { text, language } = reading;
  const { now, hours, vagueMaxMs } = context;
  if (context.judgesCalendar !== true || !mayNameMoment.test(text)) return [];
  const promises = readPromises(text, { madeAt: now, hours, vagueMaxMs, language });
  const at = goneTimeIn(text, promises, now, hours.timeZone);
  if (at === null) return [];
  const next = promisableAt(hours, now);
  if (next === null) return [{ code: 'promise_in_past', at }];
  const moment = momentInWords(next, now, hours.timeZone);
  const suggestion = {
    nl: `Noem een dag en uur die nog komen, bijvoorbeeld: "uiterlijk ${moment.nl}".`,
    en: `Name a day and hour that are still to come, for instance: "by ${moment.en}".`,
  };
  return [{ code: 'promise_in_past', at, suggestion }];
};
