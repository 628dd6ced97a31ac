import { amountOf } from './number-words.ts';
import type { TimeRule, TimeValue } from './time-expression.ts';

const hourNl = '(?:\\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)';
const hourEn = '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const roundNl =
  '(?:enen|tweeen|drieen|vieren|vijven|zessen|zevenen|achten|negenen|tienen|elven|twaalven|(?:1[0-2]|[1-9])en)';
const minuteWordNl = '(?:vijf|tien|twintig|5|10|20)';
const minuteWordEn = '(?:five|ten|twenty|twenty-five|5|10|20|25)';
const suffixNl = '(?: ?(?:uur|u\\b\\.?|h\\b))';

/** `literal` says that the words can only mean this hour of 24. */
function clock(hour: number, minute: number, literal: boolean): TimeValue | null {
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute < 60) || (hour === 24 && minute > 0)) return null;
  return { family: 'clock', hour, minute, literal: literal || hour > 12 || hour === 0 };
}

/** "half vier" is 3:30, "tien over half vier" 3:40, "kwart voor vijf" 4:45. */
function dutchWords(match: RegExpExecArray): TimeValue | null {
  const hour = amountOf(match.groups?.hour ?? '');
  const { shift, side, half } = match.groups ?? {};
  const minutes = shift === undefined ? 0 : shift === 'kwart' ? 15 : amountOf(shift);
  const total = hour * 60 - (half ? 30 : 0) + (side === 'voor' ? -minutes : minutes);
  if (!(hour >= 1 && hour <= 24)) return null;
  const positive = (total + 720) % 720;
  return clock(Math.floor(positive / 60) || 12, positive % 60, false);
}

function englishWords(match: RegExpExecArray): TimeValue | null {
  const hour = amountOf(match.groups?.hour ?? '');
  const word = match.groups?.shift ?? '';
  const shift = word === 'half' ? 30 : word === 'quarter' ? 15 : word === 'twenty-five' ? 25 : amountOf(word);
  const total = hour * 60 + (match.groups?.side === 'to' ? -shift : shift);
  return clock(Math.floor(total / 60) || 12, total % 60, false);
}

function digits(match: RegExpExecArray): TimeValue | null {
  const word = match.groups?.hour ?? '';
  const meridiem = match.groups?.meridiem ?? '';
  const minute = Number(match.groups?.minute ?? 0);
  const hour = amountOf(word);
  if (meridiem) {
    if (hour < 1 || hour > 12) return null;
    return clock((hour % 12) + (meridiem.startsWith('p') ? 12 : 0), minute, true);
  }
  return clock(hour, minute, word.length === 2 && word.startsWith('0'));
}

const roundHours = 'enen tweeen drieen vieren vijven zessen zevenen achten negenen tienen elven twaalven'.split(' ');

/** "Voor vijven" is before five o'clock. */
function roundHour(word: string): number {
  return roundHours.indexOf(word) + 1 || Number.parseInt(word, 10);
}

function rule(id: string, language: 'nl' | 'en' | 'both', source: string, read = digits): TimeRule {
  return { id, language, pattern: new RegExp(source, 'g'), read };
}

const meridiem = '(?<meridiem>[ap]m\\b|[ap]\\.m\\b\\.?)';

/** Rules for times on the clock in both languages; in a range the later end counts. */
export const clockRules: readonly TimeRule[] = [
  rule(
    'clock.between',
    'nl',
    `\\btussen ${hourNl}(?:[:.]\\d\\d)?${suffixNl}?(?: (?:en|a) | ?- ?)(?<hour>${hourNl})(?:[:.](?<minute>\\d\\d))?(?![\\d%])(?! (?:dag|werkdag|euro|minu))${suffixNl}?`,
  ),
  rule(
    'clock.between',
    'nl',
    `\\btussen (?:(?:kwart|${minuteWordNl}) (?:voor|over) )?(?:half )?${hourNl}${suffixNl}? en (?=kwart|half|(?:${minuteWordNl}) (?:voor|over))(?:(?<shift>kwart|${minuteWordNl}) (?<side>voor|over) )?(?<half>half )?(?<hour>${hourNl})(?![a-z\\d])`,
    dutchWords,
  ),
  rule(
    'clock.between',
    'en',
    `\\bbetween ${hourEn}(?:[:.]\\d\\d)?(?: ?[ap]\\.?m\\.?)? and (?<hour>${hourEn})(?:[:.](?<minute>\\d\\d))?(?![\\d%])(?! (?:days|hours|business|working|minu))(?: ?${meridiem})?`,
  ),
  rule(
    'clock.words',
    'nl',
    `\\b(?:(?<shift>kwart|${minuteWordNl}) (?<side>voor|over) )?(?<half>half) (?<hour>${hourNl})(?![a-z\\d])`,
    dutchWords,
  ),
  rule(
    'clock.words',
    'nl',
    `\\b(?<shift>kwart|${minuteWordNl}) (?<side>voor|over) (?<hour>${hourNl})(?![a-z\\d]|[:.]\\d)(?! (?:dag|werkdag|min))`,
    dutchWords,
  ),
  rule(
    'clock.words',
    'en',
    `\\b(?<shift>half|quarter|${minuteWordEn}) (?<side>past|to) (?<hour>${hourEn})(?![a-z\\d]|-)(?! (?:days|hours|weeks|min|working|business))`,
    englishWords,
  ),
  rule(
    'clock.words',
    'en',
    `(?<=\\b(?:at|by|before|until|till|around|about) )(?<shift>half) (?<hour>${hourEn})(?![a-z\\d])`,
    englishWords,
  ),
  rule(
    'clock.digits',
    'nl',
    `(?<![\\d:.,/-])(?<hour>\\d{1,2})(?:[:.]|u)(?<minute>\\d\\d)(?![\\d%])(?!\\.\\d)${suffixNl}?`,
  ),
  rule(
    'clock.digits',
    'en',
    `(?<![\\d:.,/-])(?<hour>\\d{1,2})[:.](?<minute>\\d\\d)(?![\\d%])(?!\\.\\d)(?: ?${meridiem})?`,
  ),
  rule(
    'clock.meridiem',
    'en',
    `(?<![\\d:.,/-])\\d{1,2}(?:[:.]\\d\\d)? ?(?:-|to) ?(?<hour>\\d{1,2})(?:[:.](?<minute>\\d\\d))? ?${meridiem}`,
  ),
  rule('clock.meridiem', 'en', `(?<![\\d:.,/-])(?<hour>\\d{1,2}) ?${meridiem}`),
  rule(
    'clock.hour',
    'nl',
    `(?<=(?:\\b(?:om|voor|tegen|rond|omstreeks|uiterlijk|klokslag|stipt|klok van|exact)|morgen|avond|ochtend|dag) )(?<hour>${hourNl})${suffixNl}`,
  ),
  rule('clock.hour', 'nl', `(?<=\\b(?:om|voor|rond|tegen|omstreeks) )een uur of (?<hour>${hourNl})(?![a-z\\d])`),
  rule(
    'clock.hour',
    'nl',
    `(?<=\\b(?:om|klokslag|klok van) )(?!een [a-z])(?<hour>${hourNl})(?=[ .,!]|$)(?! (?:minu|dag|weken|maand))`,
  ),
  rule('clock.hour', 'en', `\\b(?<hour>${hourEn}) o'?clock\\b`),
  rule(
    'clock.hour',
    'en',
    `(?<=\\b(?:at|by|before|until|till|around|at about|by about) )(?<hour>${hourEn})(?:ish)?(?=[.,!]|$| (?:and|but|today|tomorrow|on|this|(?:the )?(?:next|following|same) (?:working|business)? ?day))`,
  ),
  {
    id: 'clock.round',
    language: 'nl',
    pattern: new RegExp(`(?<=\\b(?:voor|om|tegen|na|rond) )(?<hour>${roundNl})(?![a-z])`, 'g'),
    read: (match) => clock(roundHour(match.groups?.hour ?? ''), 0, false),
  },
  rule('clock.noon', 'en', '\\b(?:noon|midday|lunchtime|lunch)\\b', () => clock(12, 0, true)),
  rule(
    'clock.noon',
    'nl',
    '(?<=\\b(?:voor|rond|om|tegen) )(?:de lunch|lunchtijd|het middaguur|twaalven)\\b|(?<=\\bvoor )de middag\\b',
    () => clock(12, 0, true),
  ),
  {
    id: 'clock.supper',
    language: 'nl',
    pattern: /(?<=\b(?:voor|rond) )(?:het avondeten|etenstijd|het eten)\b/g,
    read: () => clock(18, 0, true),
  },
  rule('clock.teatime', 'en', '\\btea[ -]?time\\b', () => clock(17, 0, true)),
  rule('clock.midnight', 'en', '\\bmidnight\\b', () => clock(24, 0, true)),
  rule('clock.midnight', 'nl', '\\bmiddernacht\\b', () => clock(24, 0, true)),
];
