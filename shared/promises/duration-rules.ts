import { amountOf, amountSource, looseAmount } from './number-words.ts';
import type { DurationUnit, TimeRule, TimeValue } from './time-expression.ts';

const unitNl =
  '(?:werkdag(?:en)?|werkda(?:ge)?n|werkuur|werkuren|kantoor(?:uur|uren)|halfuur(?:tje)?|uur(?:tje)?s?|uren|u\\b\\.?|h\\b|minuutjes?|minuten|minuut|min\\b\\.?|kwartier(?:tje)?|dagen|dagje|dag|kalenderdag(?:en)?|etmaal|weken|weekje|week|maanden|maand)(?![a-z])';
const unitEn =
  '(?:(?:business|working|work|office)[ -]?(?:days?|hours?)|hours?|hrs?\\b\\.?|h\\b|minutes?|mins?\\b\\.?|days?|weeks?|fortnights?|months?)(?![a-z])';
const joinNl = ' ?(?:-|/|a|of|tot en met|t/m|tot) ?';
const joinEn = ' ?(?:-|/|to|or) ?';
const fillNl =
  "(?: de (?:[a-z]+ )?termijn van)?(?: (?:nu en|ongeveer|circa|ca\\.?|maximaal|max\\.?|hooguit|hoogstens|uiterlijk|nog geen|minder dan|de komende|de eerstvolgende|komende|een kleine|zo'n|pakweg|een))?";
const fillEn =
  '(?: (?:our|the) (?:[a-z]+ )?(?:timeframe|time frame|target|limit|period) of)?(?: (?:about|around|approximately|at most|a maximum of|max\\.?|up to|under|less than|the next|the coming|the following|next|just))?';

const units: readonly (readonly [RegExp, DurationUnit, number])[] = [
  [/^(?:werkuur|werkuren|kantoor|(?:business|working|work|office)[ -]?hour)/, 'workingHour', 1],
  [/^(?:werkda|(?:business|working|work|office)[ -]?day)/, 'workingDay', 1],
  [/^kwartier/, 'minute', 15],
  [/^halfuur/, 'minute', 30],
  [/^min/, 'minute', 1],
  [/^(?:mo|maand)/, 'month', 1],
  [/^(?:week|weke)/, 'week', 1],
  [/^fortnight/, 'week', 2],
  [/^(?:etmaal|dag|day|kalender)/, 'day', 1],
  [/^[uh]/, 'hour', 1],
];

function duration(low: string | undefined, high: string | undefined, unitWord: string | undefined): TimeValue | null {
  const found = units.find(([pattern]) => pattern.test(unitWord ?? ''));
  const amount = amountOf(high ?? low ?? '');
  if (!found || !(amount > 0)) return null;
  const [, unit, factor] = found;
  // Half a day or week has no customary meaning on a calendar; hours have.
  if (!Number.isInteger(amount) && unit !== 'hour' && unit !== 'workingHour' && unit !== 'minute') {
    const hoursPerUnit = unit === 'week' ? 168 : 24;
    return {
      family: 'duration',
      unit: unit === 'workingDay' ? unit : 'hour',
      amount: unit === 'workingDay' ? Math.ceil(amount) : amount * hoursPerUnit,
      bare: false,
    };
  }
  return { family: 'duration', unit, amount: amount * factor, bare: false };
}

function rule(id: string, language: 'nl' | 'en', source: string, bare = false): TimeRule {
  return {
    id,
    language,
    pattern: new RegExp(source, 'g'),
    read: (match) => {
      const value = duration(match.groups?.low, match.groups?.high, match.groups?.unit);
      return value?.family === 'duration' && bare ? { ...value, bare: true } : value;
    },
  };
}

function quantity(join: string, unit: string): string {
  return `(?<low>${amountSource})(?:${join}(?<high>${amountSource}))? ?-?(?<unit>${unit})`;
}

/** Rules for "binnen 24 uur", "within 2 business days", "over een half uur", "drie kwartier", "24-48 hours". */
export const durationRules: readonly TimeRule[] = [
  rule('duration.within', 'nl', `\\b(?:binnen|over|in)${fillNl} ?${quantity(joinNl, unitNl)}`),
  rule('duration.within', 'en', `\\b(?:within|inside|under|in)${fillEn} ?${quantity(joinEn, unitEn)}`),
  {
    id: 'duration.hourAndHalf',
    language: 'en',
    pattern: /\b(?:within|in) an hour and a half\b/g,
    read: () => ({ family: 'duration', unit: 'minute', amount: 90, bare: false }),
  },
  {
    id: 'duration.dayOrTwo',
    language: 'en',
    pattern: /\b(?:within|in) an? (?<unit>hour|day|week) or two\b/g,
    read: (match) => duration('two', undefined, match.groups?.unit),
  },
  {
    id: 'duration.dayOrTwo',
    language: 'nl',
    pattern:
      /\b(?:binnen|over) een (?<unit>minuut|minuutje|uur|uurtje|dag|dagje|week) of (?<count>twee|drie|vier|vijf|zes|acht|tien|twaalf|twintig|\d\d?)\b/g,
    read: (match) => duration(match.groups?.count, undefined, match.groups?.unit),
  },
  {
    id: 'duration.quarterHour',
    language: 'en',
    pattern: /\b(?:within|in) (?:a )?quarter of an hour\b/g,
    read: () => ({ family: 'duration', unit: 'minute', amount: 15, bare: false }),
  },
  rule('duration.upTo', 'nl', `\\b(?:maximaal|max\\.?|hooguit|hoogstens|tot) ${quantity(joinNl, unitNl)}`),
  rule('duration.upTo', 'en', `\\b(?:up to|at most|a maximum of) ${quantity(joinEn, unitEn)}`),
  rule(
    'duration.bare',
    'nl',
    `\\b(?<!\\b(?:de|het) )(?!(?:de|het) )${quantity(joinNl, unitNl)}(?! (?:per|langer|later|geleden|te laat|korting|gratis)\\b)`,
    true,
  ),
  rule(
    'duration.bare',
    'en',
    `\\b(?!the )${quantity(joinEn, unitEn)}(?! (?:an? (?:day|week)|per|longer|later|ago|late|free)\\b)`,
    true,
  ),
];

/** Whether the matched words name no exact amount ("een paar dagen"). */
export function isLooseDuration(words: string): boolean {
  return words.split(/\b(?:binnen|over|in|within) /).some((part) => looseAmount.test(part.replace(/ [a-z]+$/, '')));
}
