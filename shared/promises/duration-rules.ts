import { amountOf, amountSource, looseAmount } from './number-words.ts';
import type { DurationUnit, TimeRule, TimeValue } from './time-expression.ts';

const unitNl =
  '(?:werkdag(?:en)?|werkda(?:ge)?n|werkdgn\\b\\.?|werkd\\b\\.?|werkuur|werkuren|kantoor(?:uur|uren)|halfuur(?:tje)?|uur(?:tje)?s?|uren|u\\b\\.?|h\\b|minuutjes?|minuten|minuut|min\\b\\.?|kwartier(?:tje)?|dagen|dagje|dag|kalenderdag(?:en)?|etmaal|etmalen|weken|weekje|week|maanden|maand)(?![a-z])';
const unitEn =
  '(?:(?:business|working|work|office)[ -]?(?:days?|hours?)|hours?|hrs?\\b\\.?|h\\b|minutes?|mins?\\b\\.?|days?|weeks?|fortnights?|months?)(?![a-z])';
const joinNl = ' ?(?:-|/|a|of|tot en met|t/m|tot) ?';
const joinEn = ' ?(?:-|/|to|or) ?';
const fillNl =
  "(?: (?:de|een) (?:[a-z]+ )?termijn van)?(?: (?:nu en|de|krap|nauwelijks|ten hoogste|op zijn hoogst|niet meer dan|goed|ongeveer|circa|ca\\.?|maximaal|max\\.?|hooguit|hoogstens|uiterlijk|nog geen|minder dan|de komende|de eerstvolgende|komende|een kleine|zo'n|pakweg|een))?";
const fillEn =
  '(?: (?:our|the) (?:[a-z]+ )?(?:timeframe|time frame|target|limit|period) of)?(?: (?:about|around|no more than|not more than|at the most|approximately|at most|a maximum of|max\\.?|up to|under|less than|the next|the coming|the following|next|just))?';

const units: readonly (readonly [RegExp, DurationUnit, number])[] = [
  [/^(?:werkuur|werkuren|kantoor|(?:business|working|work|office)[ -]?hour)/, 'workingHour', 1],
  [/^(?:werkda|(?:business|working|work|office)[ -]?day)/, 'workingDay', 1],
  [/^kwartier/, 'minute', 15],
  [/^halfuur/, 'minute', 30],
  [/^min/, 'minute', 1],
  [/^(?:mo|maand)/, 'month', 1],
  [/^(?:week|weke)/, 'week', 1],
  [/^fortnight/, 'week', 2],
  [/^(?:etm|dag|day|kalender)/, 'day', 1],
  [/^[uh]/, 'hour', 1],
];

/** "The next hour" is one; "the next hours" names no number. */
function namesNoNumber(amount: string, unitWord: string): boolean {
  return /^the (?:next|coming)$/.test(amount) && unitWord.endsWith('s');
}

/** Units that may be halved. */
const splits: ReadonlySet<DurationUnit> = new Set(['hour', 'workingHour', 'minute']);

/** Half a day or week has no customary meaning on a calendar; hours have. */
function inHours(unit: DurationUnit, amount: number): TimeValue {
  if (unit === 'workingDay') return { family: 'duration', unit, amount: Math.ceil(amount), bare: false };
  return { family: 'duration', unit: 'hour', amount: amount * (unit === 'week' ? 168 : 24), bare: false };
}

function duration(low = '', high: string | undefined, unitWord = ''): TimeValue | null {
  const found = namesNoNumber(low, unitWord) ? undefined : units.find(([pattern]) => pattern.test(unitWord));
  const amount = amountOf(high ?? low);
  if (!found || !(amount > 0)) return null;
  const [, unit, factor] = found;
  if (!Number.isInteger(amount) && !splits.has(unit)) return inHours(unit, amount);
  return { family: 'duration', unit, amount: amount * factor, bare: false };
}

/** "10 min en dan heb ik het": such a duration needs no "binnen". */
const andThen =
  /^,? (?:en (?:dan|ik heb|we hebben|wij hebben|je hebt|u hebt|u heeft|hij is|het is)|dan (?:heb|bel|ben|kom|krijg|is|weet)) /;

function behind(match: RegExpExecArray): string {
  const end = match.index + match[0].length;
  return match.input.slice(end, end + 16);
}

function rule(id: string, language: 'nl' | 'en', source: string, bare = false): TimeRule {
  return {
    id,
    language,
    pattern: new RegExp(source, 'g'),
    read: (match) => {
      const value = duration(match.groups?.low, match.groups?.high, match.groups?.unit);
      return value?.family === 'duration' && bare ? { ...value, bare: !andThen.test(behind(match)) } : value;
    },
  };
}

function quantity(join: string, unit: string): string {
  return `(?<low>${amountSource})(?:${join}(?<high>${amountSource}))? ?-?(?<unit>${unit})`;
}

/** Rules for "binnen 24 uur", "within 2 business days", "over een half uur", "drie kwartier", "24-48 hours". */
export const durationRules: readonly TimeRule[] = [
  rule('duration.within', 'nl', `\\b(?:binnen|over|in)${fillNl} ?${quantity(joinNl, unitNl)}`),
  rule('duration.fromNow', 'nl', `\\btussen nu en${fillNl} ?${quantity(joinNl, unitNl)}`),
  rule(
    'duration.coming',
    'nl',
    `\\b(?:de )?(?:eerst)?(?:komende|volgende) ${quantity(joinNl, '(?:uur|uren|dagen|werkdagen|minuten|weken)(?![a-z])')}`,
  ),
  rule('duration.coming', 'en', `\\b(?:over|during) the (?:next|coming) ${quantity(joinEn, unitEn)}`),
  rule('duration.fromNow', 'en', `\\b(?!(?:a|one|two) weeks? )${quantity(joinEn, unitEn)} from (?:now|today)\\b`),
  rule('duration.fromNow', 'nl', `\\b${quantity(joinNl, unitNl)} na (?:vandaag|nu)\\b`),
  {
    id: 'duration.grantedMinutes',
    language: 'en',
    pattern: /(?<=\b(?:give (?:me|us)|in) )(?<count>five|ten|fifteen|twenty|5|10|15|20)(?= and\b|[.,!]|$)/g,
    read: (match) => duration(match.groups?.count, undefined, 'minutes'),
  },
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
    pattern: /\b(?:within|in|over) (?:an?|the next) (?<unit>hour|day|week) or two\b/g,
    read: (match) => duration('two', undefined, match.groups?.unit),
  },
  {
    id: 'duration.dayOrTwo',
    language: 'nl',
    pattern:
      /\b(?<lead>binnen |over |met )?een (?<unit>minuut|minuutje|uur|uurtje|dag|dagje|week) of (?<count>twee|drie|vier|vijf|zes|acht|tien|twaalf|twintig|\d\d?)\b/g,
    read: (match) => {
      const value = duration(match.groups?.count, undefined, match.groups?.unit);
      const led = match.groups?.lead !== undefined || andThen.test(behind(match));
      return value?.family === 'duration' ? { ...value, bare: !led } : value;
    },
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
