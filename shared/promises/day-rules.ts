import { isWorkingDay, nextWorkingDay } from '../time/opening-hours.ts';
import { addDays, weekdayOf } from '../time/zoned-time.ts';
import type { DayPart, TimeContext, TimeRule, TimeValue } from './time-expression.ts';

const weekdays: Readonly<Record<string, number>> = {
  maandag: 0,
  dinsdag: 1,
  woensdag: 2,
  donderdag: 3,
  vrijdag: 4,
  zaterdag: 5,
  zondag: 6,
  monday: 0,
  tuesday: 1,
  wednesday: 2,
  thursday: 3,
  friday: 4,
  saturday: 5,
  sunday: 6,
};
const weekdayNl = '(?:maan|dins|woens|donder|vrij|zater|zon)dag';
const weekdayEn = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

function partOf(word: string | undefined): DayPart | undefined {
  if (!word) return undefined;
  if (/och?tend|morgen|vroeg|morning|voormiddag/.test(word)) return 'morning';
  return /middag|afternoon/.test(word) ? 'afternoon' : 'evening';
}

function day(date: string, extra: { part?: DayPart; final?: boolean; startDate?: string } = {}): TimeValue {
  return { family: 'day', date, ...extra };
}

const mondayOf = (date: string): string => addDays(date, -weekdayOf(date));

/** The last open day of a week that has not passed; a closed rest of the week ends on its Sunday. */
function weekEnd(context: TimeContext, weeksAhead: number): TimeValue {
  const monday = addDays(mondayOf(context.today), weeksAhead * 7);
  for (let offset = 6; offset >= 0; offset -= 1) {
    const date = addDays(monday, offset);
    if (date < context.today) break;
    if (isWorkingDay(context.hours, date)) return day(date, { final: true });
  }
  return day(addDays(monday, 6), { final: true });
}

function inWeek(context: TimeContext, weeksAhead: number, weekday: number): TimeValue {
  return day(addDays(addDays(mondayOf(context.today), weeksAhead * 7), weekday), { final: true });
}

function monthEnd(context: TimeContext): TimeValue {
  const [year = 0, month = 1] = context.today.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  for (let back = 0; back < 7; back += 1) {
    const date = addDays(last, -back);
    if (date >= context.today && isWorkingDay(context.hours, date)) return day(date, { final: true });
  }
  return day(last, { final: true });
}

function comingWeekday(match: RegExpExecArray, context: TimeContext): TimeValue | null {
  const weekday = weekdays[match.groups?.weekday ?? ''];
  if (weekday === undefined) return null;
  const part = partOf(match.groups?.part);
  const which = `${match.groups?.which ?? ''} ${match.groups?.after ?? ''}`;
  if (/volgende|next/.test(which)) {
    return day(addDays(mondayOf(context.today), 7 + weekday), { part });
  }
  // "Deze vrijdag" on a Friday is today; a bare weekday never is, because people then say "today".
  const ahead = (weekday - weekdayOf(context.today) + 7) % 7;
  return day(addDays(context.today, ahead === 0 && !/deze|this/.test(which) ? 7 : ahead), { part });
}

const weekCounts: Readonly<Record<string, number>> = { een: 1, a: 1, one: 1, twee: 2, two: 2, drie: 3 };

/** "Woensdag over een week", "a week from today". */
function weekdayWeeksOn(match: RegExpExecArray, context: TimeContext): TimeValue | null {
  const { weekday: name = '', weeks = '' } = match.groups ?? {};
  const later = 7 * (weekCounts[weeks] ?? Number(weeks));
  const weekday = weekdays[name];
  if (weekday === undefined) return day(addDays(context.today, later));
  // On a Monday "maandag over een week" is the next one.
  const ahead = (weekday - weekdayOf(context.today) + 7) % 7;
  return day(addDays(context.today, ahead + later));
}

const partNl = '(?:voormiddag|och?tend|morgen|middag|avond)';
const partEn = '(?: (?:morning|afternoon|evening|night))';

function fixed(
  id: string,
  language: 'nl' | 'en',
  pattern: RegExp,
  read: (context: TimeContext, match: RegExpExecArray) => TimeValue | null,
): TimeRule {
  return { id, language, pattern, read: (match, context) => read(context, match) };
}

function part(id: string, language: 'nl' | 'en', pattern: RegExp): TimeRule {
  return {
    id,
    language,
    pattern,
    read: (match) => {
      const named = partOf(match.groups?.part);
      return named ? { family: 'part', part: named, final: id === 'day.endOfPart' } : null;
    },
  };
}

const dutchDays: readonly TimeRule[] = [
  fixed('day.today', 'nl', /\b(?:nog )?(?:later )?vandaag(?: nog)?\b/g, (c) => day(c.today)),
  fixed('day.today', 'nl', /\b(?:die|de)?zelfde dag(?: nog)?\b/g, (c) => day(c.today)),
  fixed('day.sameWorkingDay', 'nl', /\b(?:die|de)?zelfde werkdag(?: nog)?\b/g, (c) =>
    day(nextWorkingDay(c.hours, c.today, 0)),
  ),
  fixed('day.partToday', 'nl', /\b(?:van|deze )(?<part>och?tend|middag|avond)(?: nog)?\b/g, (c, m) =>
    day(c.today, { part: partOf(m.groups?.part) }),
  ),
  fixed('day.partToday', 'nl', /\bvanmorgen\b/g, (c) => day(c.today, { part: 'morning' })),
  fixed('day.night', 'nl', /\bvannacht\b/g, (c) => day(c.today, { part: 'evening' })),
  fixed('day.tomorrow', 'nl', /\bmorgen ?(?<part>och?tend|middag|avond|vroeg)?\b/g, (c, m) =>
    day(addDays(c.today, 1), { part: partOf(m.groups?.part) }),
  ),
  fixed('day.afterTomorrow', 'nl', /\bovermorgen ?(?<part>och?tend|middag|avond)?\b/g, (c, m) =>
    day(addDays(c.today, 2), { part: partOf(m.groups?.part) }),
  ),
  fixed('day.nextDay', 'nl', /\b(?:de )?volgende dag\b/g, (c) => day(addDays(c.today, 1))),
  fixed(
    'day.nextWorkingDay',
    'nl',
    /\b(?:(?:de|op de) )?(?:eerst)?(?:volgende|komende) (?:werkdag|openingsdag)\b/g,
    (c) => day(nextWorkingDay(c.hours, c.today, 1), { final: true }),
  ),
  {
    id: 'day.weekday',
    language: 'nl',
    pattern: new RegExp(
      `\\b(?:(?<which>aanstaande|komende|aankomende|eerstvolgende|volgende week|volgende|deze|a\\.?s\\.?) )?(?<weekday>${weekdayNl}) ?(?<part>${partNl})?(?![a-z])(?: (?<after>volgende week|aanstaande|a\\.s\\.))?`,
      'g',
    ),
    read: comingWeekday,
  },
  {
    id: 'day.weekdayWeeksOn',
    language: 'nl',
    pattern: new RegExp(`\\b(?<weekday>${weekdayNl}) over (?<weeks>een|twee|drie|1|2|3) we(?:ek|ken)\\b`, 'g'),
    read: weekdayWeeksOn,
  },
  fixed('day.endOfDay', 'nl', /\b(?:het )?einde? (?:(?:van )?(?:de |deze )?(?:werk)?dag|(?:van )?vandaag)\b/g, (c) =>
    day(c.today, { final: true }),
  ),
  fixed('day.courseOfDay', 'nl', /\b(?:in )?(?:de )?loop van (?:de|deze) dag\b/g, (c) => day(c.today, { final: true })),
  part(
    'day.endOfPart',
    'nl',
    /\b(?:(?:het )?(?:einde?|begin) (?:van )?|(?:in )?de loop van |halverwege (?:van )?|midden (?:in |op )?)(?:de|deze) (?<part>och?tend|middag|avond)\b/g,
  ),
  part('day.part', 'nl', /\b(?:(?:in de |'s )(?<part>och?tend|middag|avond|ochtends|middags|avonds|morgens))\b/g),
  fixed(
    'day.endOfNextWeek',
    'nl',
    /\b(?:(?:eind(?:e)? (?:van )?|in de loop van |de loop van |ergens )?(?:de )?(?:volgende|komende)) week\b/g,
    (c) => weekEnd(c, 1),
  ),
  fixed('day.startOfNextWeek', 'nl', /\bbegin (?:van )?(?:volgende|komende) week\b/g, (c) => inWeek(c, 1, 1)),
  fixed('day.middleOfNextWeek', 'nl', /\b(?:halverwege|midden) (?:van )?(?:volgende|komende) week\b/g, (c) =>
    inWeek(c, 1, 2),
  ),
  fixed(
    'day.endOfWeek',
    'nl',
    /\b(?:(?:het )?(?:einde? (?:van )?|in de loop van )(?:de|deze)|(?:later |nog )?deze) (?:werk)?week\b(?: nog)?/g,
    (c) => weekEnd(c, 0),
  ),
  fixed('day.weekend', 'nl', /\b(?:dit|komend|het|in het) weekend\b/g, (c) => weekend(c)),
  fixed('day.afterWeekend', 'nl', /\b(?:direct |meteen )?na (?:het|dit) weekend\b/g, (c) =>
    day(nextWorkingDay(c.hours, addDays(mondayOf(c.today), 7), 0), { final: true }),
  ),
  fixed('day.endOfMonth', 'nl', /\b(?:het )?(?:eind(?:e)? (?:van )?(?:de|deze)|nog deze|deze|eind) maand\b/g, monthEnd),
];

function weekend(context: TimeContext): TimeValue {
  const monday = mondayOf(context.today);
  return day(addDays(monday, 6), { startDate: addDays(monday, 5) });
}

const englishDays: readonly TimeRule[] = [
  fixed('day.today', 'en', /\b(?:later )?today\b/g, (c) => day(c.today)),
  fixed('day.today', 'en', /\b(?:the )?same day\b/g, (c) => day(c.today)),
  fixed('day.sameWorkingDay', 'en', /\b(?:the )?same (?:business|working) day\b/g, (c) =>
    day(nextWorkingDay(c.hours, c.today, 0)),
  ),
  fixed('day.partToday', 'en', /\b(?:later )?this (?<part>morning|afternoon|evening)\b/g, (c, m) =>
    day(c.today, { part: partOf(m.groups?.part) }),
  ),
  fixed('day.partToday', 'en', /\btonight\b/g, (c) => day(c.today, { part: 'evening' })),
  fixed('day.afterTomorrow', 'en', /\b(?:the )?day after tomorrow\b/g, (c) => day(addDays(c.today, 2))),
  {
    id: 'day.tomorrow',
    language: 'en',
    pattern: new RegExp(`\\btomorrow(?<part>${partEn})?\\b`, 'g'),
    read: (m, c) => day(addDays(c.today, 1), { part: partOf(m.groups?.part) }),
  },
  fixed('day.firstThing', 'en', /\b(?:first thing|early) (?:tomorrow|in the morning)(?: morning)?\b/g, (c) =>
    day(addDays(c.today, 1), { part: 'morning' }),
  ),
  fixed('day.inTheMorning', 'en', /(?<=\b(?:will|'ll|back|up) [^.,;:]{0,60})\bin the morning\b/g, (c) =>
    day(addDays(c.today, 1), { part: 'morning' }),
  ),
  fixed('day.nextDay', 'en', /\b(?:the )?(?:next|following) day\b/g, (c) => day(addDays(c.today, 1))),
  fixed(
    'day.nextWorkingDay',
    'en',
    /\b(?:(?:on|by) )?(?:the |our )?(?:next|following) (?:working|business) day\b/g,
    (c) => day(nextWorkingDay(c.hours, c.today, 1), { final: true }),
  ),
  {
    id: 'day.weekday',
    language: 'en',
    pattern: new RegExp(
      `\\b(?:(?<which>this coming|this|next|coming) )?(?<weekday>${weekdayEn})(?<part>${partEn})?\\b(?: (?<after>next week))?`,
      'g',
    ),
    read: comingWeekday,
  },
  {
    id: 'day.weekdayWeeksOn',
    language: 'en',
    pattern: new RegExp(`\\b(?<weeks>a|one|two) weeks? (?:from|on) (?<weekday>${weekdayEn}|today|now)\\b`, 'g'),
    read: weekdayWeeksOn,
  },
  fixed(
    'day.endOfDay',
    'en',
    /\b(?:the )?end of (?:(?:the|this|our) )?(?:(?:business|working) )?(?:day|today)\b|\beod\b|\bcob\b|\b(?:the )?close of (?:business|play)\b/g,
    (c) => day(c.today, { final: true }),
  ),
  part('day.endOfPart', 'en', /\b(?:the )?end of (?:the|this) (?<part>morning|afternoon|evening)\b/g),
  part('day.part', 'en', /\b(?:in|during) the (?<part>morning|afternoon|evening)\b/g),
  fixed('day.endOfNextWeek', 'en', /\b(?:(?:the )?end of |later |some ?time )?next week\b/g, (c) => weekEnd(c, 1)),
  fixed('day.startOfNextWeek', 'en', /\b(?:early|beginning of|at the start of) next week\b/g, (c) => inWeek(c, 1, 1)),
  fixed('day.endOfWeek', 'en', /\b(?:(?:the )?end of (?:the|this)|later this|this) (?:working )?week\b/g, (c) =>
    weekEnd(c, 0),
  ),
  fixed('day.weekend', 'en', /\b(?:over |at )?(?:the|this) weekend\b/g, (c) => weekend(c)),
  fixed('day.afterWeekend', 'en', /\b(?:right )?after the weekend\b/g, (c) =>
    day(nextWorkingDay(c.hours, addDays(mondayOf(c.today), 7), 0), { final: true }),
  ),
  fixed('day.endOfMonth', 'en', /\b(?:(?:the )?end of (?:the|this)|this) month\b/g, monthEnd),
];

/** Rules for named days, weekdays, parts of the day, weeks and weekends in Dutch and English. */
export const dayRules: readonly TimeRule[] = [...dutchDays, ...englishDays];
