import type { Evidence, ReadSentence } from './evidence.ts';
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
const contrast = new Set(['maar', 'but', 'hoewel', 'although', 'though', 'wel', 'helaas', 'unfortunately', 'toch', 'however']);
const troubles = new Set(['failure', 'waiting', 'repeat_contact', 'promise_broken', 'sent_around', 'unimportant', 'frustration']);
const quotedPraise = /["“”'‘’](?:snel\w*|service|snelle|geweldig\w*|goede?|top|klantvriendelijk\w*|fast|quick|great|excellent|helpful|premium)["“”'‘’]/giu;

const why = {
  nl: 'lof naast een probleem: mogelijk ironisch bedoeld, oordeel zelf',
  en: 'praise beside a problem: possibly meant ironically, judge for yourself',
};

// One signal is common in honest praise; two together are rare outside irony.
const neededSignals = 2;

/** Looks for possible irony: at least two of praise beside trouble, an ironic turn of phrase, praise in quotes or as opening. */
export function findIrony(text: string, reads: readonly ReadSentence[], evidence: readonly Evidence[]): Evidence[] {
  const troubled = evidence.some(({ code }) => troubles.has(code));
  const quoted = [...text.matchAll(quotedPraise)];
  const found: Evidence[] = [];
  for (const { sentence } of reads) {
    const { tokens } = sentence;
    const first = tokens.find(({ form }) => praiseWords.has(form));
    if (tokens.some(({ form }) => contrast.has(form))) continue;
    const marked = markers.find(tokens);
    const inQuotes = quoted.some(({ index }) => index >= sentence.start && index <= sentence.end);
    const opening = first !== undefined && tokens.indexOf(first) <= 1;
    const signals = [first !== undefined && troubled, marked.length > 0, inQuotes, opening && troubled].filter(Boolean).length;
    const lazyPraise = tokens.some(({ form }) => form === 'bezig') && tokens.some(({ form }) => form === 'weer');
    if (!(signals >= neededSignals && (troubled || inQuotes)) && !lazyPraise) continue;
    const mark = marked[0];
    const from = mark === undefined ? first : tokens[mark.from];
    const to = mark === undefined ? first : tokens[mark.to - 1];
    const span = from === undefined || to === undefined ? null : { start: from.start, end: to.end };
    found.push({ code: 'possible_irony', weight: 0.55 + 0.1 * signals, span, ruleId: 'both.irony.two_signals', why });
  }
  return found;
}
