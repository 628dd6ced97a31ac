import { nextWorkingDay } from '../time/opening-hours.ts';
import { addDays, weekdayOf } from '../time/zoned-time.ts';
import {
  comingWeekday,
  day,
  fixed,
  inWeek,
  mondayOf,
  monthEnd,
  part,
  partOf,
  weekEnd,
  weekdayEn,
  weekdayNl,
  weekdayWeeksOn,
  weekend,
} from './day-values.ts';
import type { TimeRule } from './time-expression.ts';

const partNl = '(?:voormiddag|namiddag|och?tend|morgen|middag|avond|in alle vroegte)';
const partEn = '(?: (?:morning|afternoon|evening|night))';

const dutchDays: readonly TimeRule[] = [
  fixed('day.today', 'nl', /\b(?:nog )?(?:later )?(?:op de dag|vandaag|heden)(?: nog)?\b/g, (c) => day(c.today)),
  fixed('day.today', 'nl', /\b(?:die|de)?zelfde dag(?: nog)?\b/g, (c) => day(c.today)),
  fixed('day.sameWorkingDay', 'nl', /\b(?:die|de)?zelfde werkdag(?: nog)?\b/g, (c) =>
    day(nextWorkingDay(c.hours, c.today, 0)),
  ),
  fixed('day.partToday', 'nl', /\b(?:van|deze )(?<part>och?tend|middag|namiddag|avond)(?: nog)?\b/g, (c, m) =>
    day(c.today, { part: partOf(m.groups?.part) }),
  ),
  fixed('day.partToday', 'nl', /\bvanmorgen\b/g, (c) => day(c.today, { part: 'morning' })),
  fixed('day.night', 'nl', /\b(?:vannacht|komende nacht)\b/g, (c) => day(c.today, { part: 'evening' })),
  fixed(
    'day.tomorrow',
    'nl',
    /\b(?:morgen|mrgn) ?(?<part>och?tend|middag|namiddag|avond|vroeg|in alle vroegte)?\b/g,
    (c, m) => day(addDays(c.today, 1), { part: partOf(m.groups?.part) }),
  ),
  fixed('day.afterTomorrow', 'nl', /\bovermorgen ?(?<part>och?tend|middag|namiddag|avond)?\b/g, (c, m) =>
    day(addDays(c.today, 2), { part: partOf(m.groups?.part) }),
  ),
  fixed('day.nextDay', 'nl', /\b(?:de )?(?:volgende dag|dag (?:erna|daarna))\b/g, (c) => day(addDays(c.today, 1))),
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
  fixed(
    'day.endOfDay',
    'nl',
    /\b(?:aan )?(?:het )?einde? (?:(?:van |vd |v\/d |v\.d\. )?(?:de |deze )?(?:werk)?dag|(?:van )?vandaag)\b|(?<=\bvoor )sluiting(?:stijd)?\b/g,
    (c) => day(c.today, { final: true }),
  ),
  fixed('day.courseOfDay', 'nl', /\b(?:in )?(?:de )?loop van (?:de|deze) dag\b/g, (c) => day(c.today, { final: true })),
  part(
    'day.endOfPart',
    'nl',
    /\b(?:(?:aan )?(?:het )?(?:einde?|begin) (?:van )?|(?:in )?de loop van |halverwege (?:van )?|midden (?:in |op )?)(?:de|deze|vd|v\/d) (?<part>och?tend|middag|namiddag|avond)\b/g,
  ),
  part(
    'day.part',
    'nl',
    /\b(?:(?:in de |'s )(?<part>och?tend|middag|namiddag|avond|ochtends|middags|avonds|morgens))\b/g,
  ),
  fixed(
    'day.endOfNextWeek',
    'nl',
    /\b(?:(?:eind(?:e)? (?:van )?|in de loop van |de loop van |ergens )?(?:de )?(?:volgende|komende)) week\b/g,
    (c) => weekEnd(c, 1),
  ),
  fixed('day.startOfNextWeek', 'nl', /\bbegin (?:van )?(?:volgende|komende) week\b/g, (c) => inWeek(c, 1, 1)),
  fixed(
    'day.middleOfNextWeek',
    'nl',
    /\b(?:halverwege|midden|medio) (?:van )?(?:de )?(?:volgende|komende) week\b/g,
    (c) => inWeek(c, 1, 2),
  ),
  fixed(
    'day.endOfWeek',
    'nl',
    /\b(?:(?:aan )?(?:het )?(?:einde? (?:van )?|in de loop van |de rest van )(?:de|deze|vd|v\/d)|einde?|(?:later |nog )?deze) (?:werk)?week\b(?: nog)?/g,
    (c) => weekEnd(c, 0),
  ),
  fixed('day.weekend', 'nl', /\b(?:dit|komend|het|in het) weekend\b/g, (c) => weekend(c)),
  fixed('day.afterWeekend', 'nl', /\b(?:direct |meteen )?na (?:het|dit) weekend\b/g, (c) =>
    day(nextWorkingDay(c.hours, addDays(mondayOf(c.today), 7), 0), { final: true }),
  ),
  fixed(
    'day.endOfMonth',
    'nl',
    /\b(?:aan )?(?:het )?(?:eind(?:e)? (?:van )?(?:de|deze|vd|v\/d)|nog deze|deze|eind) maand\b/g,
    monthEnd,
  ),
];

const englishDays: readonly TimeRule[] = [
  fixed('day.today', 'en', /\b(?:later )?today\b/g, (c) => day(c.today)),
  fixed('day.today', 'en', /\b(?:the )?same day\b/g, (c) => day(c.today)),
  fixed('day.sameWorkingDay', 'en', /\b(?:the )?same (?:business|working) day\b/g, (c) =>
    day(nextWorkingDay(c.hours, c.today, 0)),
  ),
  fixed('day.partToday', 'en', /\b(?:later )?this (?<part>morning|afternoon|evening)\b/g, (c, m) =>
    day(c.today, { part: partOf(m.groups?.part) }),
  ),
  fixed('day.partToday', 'en', /\b(?:tonight|overnight)\b/g, (c) => day(c.today, { part: 'evening' })),
  fixed('day.afterTomorrow', 'en', /\b(?:the )?day after tomorrow\b/g, (c) => day(addDays(c.today, 2))),
  {
    id: 'day.tomorrow',
    language: 'en',
    pattern: new RegExp(`\\b(?:tomorrow|tmrw|tmr|tomoz)(?<part>${partEn})?\\b`, 'g'),
    read: (m, c) => day(addDays(c.today, 1), { part: partOf(m.groups?.part) }),
  },
  fixed(
    'day.firstThing',
    'en',
    /\b(?:first thing|(?:bright and )?early) (?:tomorrow|in the morning)(?: morning)?\b/g,
    (c) => day(addDays(c.today, 1), { part: 'morning' }),
  ),
  fixed('day.inTheMorning', 'en', /(?<=\b(?:will|'ll|back|up) [^.,;:]{0,60})\b(?:in|by) the morning\b/g, (c) =>
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
      `\\b(?:(?<part>first thing)(?: on)? )?(?:(?<which>this coming|this|next|coming) )?(?<weekday>${weekdayEn})(?<later>${partEn}| a\\.?m\\b\\.?| p\\.?m\\b\\.?)?(?![a-z])(?: (?<after>next week))?`,
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
    /\b(?:the )?end of (?:(?:the|this|our) )?(?:(?:business|working) )?(?:day|today)\b|\beod\b|\bcob\b|\b(?:the )?close of (?:business|play)\b|\b(?:the day is out|closing time)\b/g,
    (c) => day(c.today, { final: true }),
  ),
  part('day.endOfPart', 'en', /\b(?:the )?end of (?:the|this) (?<part>morning|afternoon|evening)\b/g),
  part('day.part', 'en', /\b(?:in|during) the (?<part>morning|afternoon|evening)\b/g),
  fixed('day.endOfNextWeek', 'en', /\b(?:(?:the )?end of |later |some ?time )?next week\b/g, (c) => weekEnd(c, 1)),
  fixed('day.middleOfNextWeek', 'en', /\b(?:mid(?:week)?|(?:the )?middle of) next week\b/g, (c) => inWeek(c, 1, 2)),
  fixed('day.startOfNextWeek', 'en', /\b(?:early|beginning of|at the start of) next week\b/g, (c) => inWeek(c, 1, 1)),
  fixed(
    'day.endOfWeek',
    'en',
    /\b(?:(?:(?:the )?end of (?:the|this)|later this|this) (?:working )?week|the week is out)\b/g,
    (c) => weekEnd(c, 0),
  ),
  fixed('day.midweek', 'en', /\bmid-?week\b(?! next week)/g, (c) =>
    weekdayOf(c.today) < 2 ? inWeek(c, 0, 2) : inWeek(c, 1, 2),
  ),
  fixed('day.weekend', 'en', /\b(?:over |at )?(?:the|this) weekend\b/g, (c) => weekend(c)),
  fixed('day.afterWeekend', 'en', /\b(?:right )?after the weekend\b/g, (c) =>
    day(nextWorkingDay(c.hours, addDays(mondayOf(c.today), 7), 0), { final: true }),
  ),
  fixed(
    'day.endOfMonth',
    'en',
    /\b(?:(?:(?:the )?end of (?:the|this)|this) month|the month is out|month[ -]end)\b/g,
    monthEnd,
  ),
];

/** Rules for named days, weekdays, parts of the day, weeks and weekends in Dutch and English. */
export const dayRules: readonly TimeRule[] = [...dutchDays, ...englishDays];
