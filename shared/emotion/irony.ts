import type { Evidence, ReadSentence } from './evidence.ts';
import { praiseWords } from './irony.data.ts';
import type { Token } from './tokens.ts';

const praise = new Set(praiseWords.split(' '));
const contrast = new Set(
  'maar but hoewel although though helaas unfortunately toch however alleen except jammer shame still echter'.split(
    ' ',
  ),
);
const troubles = new Set([
  'failure',
  'waiting',
  'repeat_contact',
  'promise_broken',
  'pillar_to_post',
  'unimportant',
  'unanswered',
  'bot_loop',
  'frustration',
  'money',
  'anger',
  'disappointment',
]);
const quotedPraise =
  /["“”'‘’](?:snel\w*|service|\w*service|snelle|geweldig\w*|goede?|top|klantvriendelijk\w*|fast|quick|great|excellent|helpful|premium|repair|reparatie|klantenservice|spoed\w*|express|waterdicht\w*|gratis|free|fresh|vers\w*|luxe|luxury|next[ -]day|same[ -]day|24\/7|onbeperkt\w*|unlimited|guaranteed|gegarandeerd\w*|persoonlijk\w*|direct|instant|slimme?|smart|dedicated|rustig\w*|quiet|unbreakable|onbreekbaar|onverwoestbaar|secure|veilig\w*|reliable|betrouwbaar|care|upgrade|update|improved|verbeterd\w*|experts?|specialist\w*)["“”'‘’]/iu;

const why = {
  nl: 'lof naast een probleem: mogelijk ironisch bedoeld, oordeel zelf',
  en: 'praise beside a problem: possibly meant ironically, judge for yourself',
};

const contrastWithin = 8;
const closingWords = 3;

// "Saldo weg, inlog weg. Hulde!": praise of a word or two that closes a message, after a quoted word of praise.
function closesWithPraise(reads: readonly ReadSentence[]): boolean {
  const last = reads.at(-1)?.sentence.tokens ?? [];
  return reads.length > 1 && last.length <= closingWords && last.some(({ form }) => praise.has(form));
}

type Signs = { weight: number; from: number; to: number; ruleId: string };

function spanOf(tokens: readonly Token[], from: number, to: number): Evidence['span'] {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** The irony of one sentence: a turn of phrase that is hardly ever meant, or two of praise, phrase, quotes and trouble. */
type Around = { troubled: boolean; inQuotes: boolean; contrasted: boolean; closing: boolean };

function readSigns(
  { sentence, row, speech }: ReadSentence,
  { troubled, inQuotes, contrasted, closing }: Around,
): Signs | null {
  const { tokens } = sentence;
  const idiom = speech.irony.lone.findIn(row)[0];
  if (idiom !== undefined) return { weight: 0.75, from: idiom.from, to: idiom.to, ruleId: 'both.irony.idiom' };
  if (inQuotes && closing) return { weight: 0.65, from: 0, to: 1, ruleId: 'both.irony.quoted_and_closed' };
  if (!troubled || contrasted || tokens.some(({ form }) => contrast.has(form))) return null;
  const phrase = speech.irony.beside.findIn(row)[0];
  if (phrase !== undefined) return { weight: 0.7, from: phrase.from, to: phrase.to, ruleId: 'both.irony.two_signals' };
  const praiseAt = tokens.findIndex(({ form }) => praise.has(form));
  if (praiseAt < 0 && !inQuotes) return null;
  if (inQuotes)
    return { weight: 0.65, from: Math.max(0, praiseAt), to: Math.max(1, praiseAt + 1), ruleId: 'both.irony.quoted' };
  return praiseAt > 1 ? null : { weight: 0.6, from: praiseAt, to: praiseAt + 1, ruleId: 'both.irony.praise_first' };
}

/** Looks for possible irony. One signal is common in honest praise, so that two are needed unless a phrase is hardly ever meant. */
export function findIrony(text: string, reads: readonly ReadSentence[], evidence: readonly Evidence[]): Evidence[] {
  const troubled = evidence.some(({ code, weight }) => troubles.has(code) && weight >= 0.5);
  const quotes = /["“”'‘’]/.test(text);
  const closing = closesWithPraise(reads);
  const found: Evidence[] = [];
  for (const [at, read] of reads.entries()) {
    const { tokens, start, end } = read.sentence;
    const inQuotes = quotes && quotedPraise.test(text.slice(Math.max(0, start - 1), end));
    // "Leuk geholpen. Alleen werkt hij niet": honest praise, the next sentence holds the other side.
    const next = reads[at + 1]?.sentence.tokens.slice(0, contrastWithin) ?? [];
    const contrasted = next.some(({ form }) => contrast.has(form));
    const signs = readSigns(read, { troubled, inQuotes, contrasted, closing });
    if (signs === null) continue;
    const { weight, from, to, ruleId } = signs;
    found.push({ code: 'sarcasm', weight, span: spanOf(tokens, from, to), ruleId, why });
  }
  return found;
}
