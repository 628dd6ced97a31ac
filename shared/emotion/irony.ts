import type { Evidence, ReadSentence } from './evidence.ts';
import type { Token } from './tokens.ts';
import { compilePatterns } from './word-patterns.ts';

const praise =
  'leuk fijn top geweldig heerlijk lekker mooi fantastisch goed prachtig knap netjes super compliment complimenten applaus bravo perfect gezellig handig bedankt goeie goede great brilliant love wonderful fantastic nice lovely amazing perfect awesome well good thanks excellent';

const markers = compilePatterns(
  [
    '<praise> hoor|zeg|joh|weer|gedaan|bezig',
    '<praise> ..2 hoor|zeg|joh',
    'lekker bezig',
    'goed|lekker bezig',
    '<praise> geregeld|gewerkt',
    'bedankt|dank ..3 voor niets|niks|nop',
    'thanks|thank ..3 for nothing',
    'compliment|complimenten hoor|weer|jongens',
    'great|good|nice|brilliant|well job|work|done|going',
    'wow',
    'yeah right',
    'gefeliciteerd',
    'congratulations',
    'lang leve',
    'applaus|bravo|hulde voor|aan',
    'by the way',
    'slow clap',
    'wat een <praise>',
    '👏',
    '🙄',
    '🤡',
    'not',
  ].map((pattern) => [pattern, true] as const),
  { praise },
);

const praiseWords = new Set(praise.split(' '));
const contrast = new Set([
  'maar',
  'but',
  'hoewel',
  'although',
  'though',
  'wel',
  'helaas',
  'unfortunately',
  'toch',
  'however',
]);
const troubles = new Set([
  'failure',
  'waiting',
  'repeat_contact',
  'promise_broken',
  'pillar_to_post',
  'unimportant',
  'frustration',
]);
const quotedPraise =
  /["“”'‘’](?:snel\w*|service|snelle|geweldig\w*|goede?|top|klantvriendelijk\w*|fast|quick|great|excellent|helpful|premium)["“”'‘’]/giu;

const why = {
  nl: 'lof naast een probleem: mogelijk ironisch bedoeld, oordeel zelf',
  en: 'praise beside a problem: possibly meant ironically, judge for yourself',
};

// One signal is common in honest praise; two together are rare outside irony.
const neededSignals = 2;

type IronySigns = { count: number; span: Evidence['span'] };

function spanOf(tokens: readonly Token[], from: number, to: number): Evidence['span'] {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** Counts the signals of one sentence; null when they do not suffice. */
function readSigns({ sentence }: ReadSentence, troubled: boolean, inQuotes: boolean): IronySigns | null {
  const { tokens } = sentence;
  const forms = tokens.map(({ form }) => form);
  if (forms.some((form) => contrast.has(form))) return null;
  const firstAt = forms.findIndex((form) => praiseWords.has(form));
  const mark = markers.find(tokens)[0];
  const praiseBesideTrouble = firstAt >= 0 && troubled;
  const signals = [praiseBesideTrouble, mark !== undefined, inQuotes, praiseBesideTrouble && firstAt <= 1];
  const count = signals.filter(Boolean).length;
  const sarcasticIdiom = forms.includes('bezig') && forms.includes('weer');
  if (!sarcasticIdiom && (count < neededSignals || !(troubled || inQuotes))) return null;
  const span = mark === undefined ? spanOf(tokens, firstAt, firstAt + 1) : spanOf(tokens, mark.from, mark.to);
  return { count, span };
}

/** Looks for possible irony: at least two of praise beside trouble, an ironic turn of phrase, praise in quotes or as opening. */
export function findIrony(text: string, reads: readonly ReadSentence[], evidence: readonly Evidence[]): Evidence[] {
  const troubled = evidence.some(({ code }) => troubles.has(code));
  const quoted = [...text.matchAll(quotedPraise)];
  return reads.flatMap((read) => {
    const { start, end } = read.sentence;
    const signs = readSigns(
      read,
      troubled,
      quoted.some(({ index }) => index >= start && index <= end),
    );
    if (signs === null) return [];
    const weight = 0.55 + 0.1 * signs.count;
    return [{ code: 'sarcasm' as const, weight, span: signs.span, ruleId: 'both.irony.two_signals', why }];
  });
}
