import type { CueCode } from '../emotion/cue-model.ts';
import { readSentences } from '../emotion/tokens.ts';
import type { DraftPhrase } from './draft-reading.ts';
import { firstPhrase, sentencesWith } from './draft-reading.ts';
import type { DraftCase, RawFinding } from './missing-parts.ts';

function conditionalApology({ reading }: DraftCase): RawFinding[] {
  const sorry = sentencesWith(reading, 'apology');
  const conditions = sentencesWith(reading, 'condition');
  const halves = sentencesWith(reading, 'halfHearted');
  const at = reading.phrases.find(
    ({ kind, sentence }) =>
      kind === 'apology' && sorry.has(sentence) && (conditions.has(sentence) || halves.has(sentence)),
  );
  if (at === undefined) return [];
  // A condition after a comma may belong to the next thought ("sorry dat ..., als je wilt bel ik"): look close to the apology only.
  const near = reading.phrases.filter(
    ({ kind, sentence, start }) =>
      sentence === at.sentence &&
      (kind === 'halfHearted' || (kind === 'condition' && start > at.start && start - at.end <= 30)),
  );
  const last = near.reduce<DraftPhrase | null>((far, one) => (far === null || one.end > far.end ? one : far), null);
  if (last === null) return [];
  return [
    { code: 'conditional_apology', at: { start: Math.min(at.start, last.start), end: Math.max(at.end, last.end) } },
  ];
}

const blame =
  /(had|hadden|moet|moeten|must|should) (je|u|jullie|you|have)|(je|u|jullie|you) (had|hadden|moet|moeten|must|should)|eigen schuld|your own fault|geen tijd|no time/i;

// "Dat had je van ons moeten horen" and "we hadden je eerder moeten bellen" own up; they blame nobody but us.
function ownsUp(text: string, { start, end }: DraftPhrase): boolean {
  return /van (ons|mij)|from us/i.test(text.slice(start, end)) || /(^|\s)(we|wij|ik|i)\s+$/i.test(text.slice(0, start));
}

function defensive({ reading }: DraftCase): RawFinding[] {
  const warm = firstPhrase(reading, 'sympathy');
  const sorry = firstPhrase(reading, 'apology');
  const halves = sentencesWith(reading, 'halfHearted');
  const softened = Math.min(
    warm?.start ?? Infinity,
    sorry !== null && !halves.has(sorry.sentence) ? sorry.start : Infinity,
  );
  const phrases = reading.phrases.filter((phrase) => phrase.kind === 'defensive' && !ownsUp(reading.text, phrase));
  // Explaining how things went is defensive only before any acknowledgement; blaming the customer always is.
  const found = phrases.find(({ start, end }) => start < softened || blame.test(reading.text.slice(start, end)));
  return found === undefined ? [] : [{ code: 'defensive', at: { start: found.start, end: found.end } }];
}

const ourWords = new Set(['wij', 'we', 'ons', 'onze', 'our', 'us', 'ours']);
const yourWords = new Set(['je', 'jij', 'jou', 'jouw', 'jullie', 'u', 'uw', 'you', 'your', 'yours']);
const personalWords = new Set(['ik', 'mij', 'mijn', 'me', 'i', "i'll", "i've", "i'm", 'my']);

function orgCentred({ reading }: DraftCase): RawFinding[] {
  const count = (words: ReadonlySet<string>): number => reading.tokens.filter(({ form }) => words.has(form)).length;
  const [ours, yours, personal] = [count(ourWords), count(yourWords), count(personalWords)];
  const policy = firstPhrase(reading, 'policy');
  const about = reading.sentences.filter(({ tokens }) => tokens.some(({ form }) => ourWords.has(form))).length;
  const mostly = ours >= 2 && ours > yours + personal && about / reading.sentences.length > 0.6;
  if (!mostly && !(policy !== null && yours + personal === 0)) return [];
  return [{ code: 'org_centred', at: policy === null ? null : { start: policy.start, end: policy.end } }];
}

function mixedAddress({ reading }: DraftCase): RawFinding[] {
  if (reading.language !== 'nl') return [];
  const formal = reading.tokens.find(({ form }) => form === 'u' || form === 'uw' || form === 'uzelf');
  const informal = reading.tokens.find(({ form }) => ['je', 'jij', 'jou', 'jouw', 'jullie'].includes(form));
  if (formal === undefined || informal === undefined) return [];
  const later = formal.start > informal.start ? formal : informal;
  return [{ code: 'mixed_address', at: { start: later.start, end: later.end } }];
}

const graveCues: ReadonlySet<CueCode> = new Set<CueCode>([
  'sadness',
  'anger',
  'threat_leave',
  'threat_public',
  'threat_legal',
]);

function emojiOnGrief({ reading, context }: DraftCase): RawFinding[] {
  const emoji = reading.tokens.find(({ kind }) => kind === 'emoji');
  if (emoji === undefined || !context.cues.some(({ code }) => graveCues.has(code))) return [];
  return [{ code: 'emoji_on_grief', at: { start: emoji.start, end: emoji.end } }];
}

const nearlySame = 0.9;
const enoughWords = 8;

function wordPairs(text: string): Set<string> {
  const forms = readSentences(text).flatMap(({ tokens }) => tokens.map(({ form }) => form));
  return new Set(forms.map((form, at) => `${form} ${forms[at + 1] ?? ''}`));
}

function boilerplate({ reading, context }: DraftCase): RawFinding[] {
  const pairs = wordPairs(reading.text);
  if (pairs.size < enoughWords) return [];
  const same = context.recentReplies.some((reply) => {
    const other = wordPairs(reply);
    const shared = [...pairs].filter((pair) => other.has(pair)).length;
    return (2 * shared) / (pairs.size + other.size) >= nearlySame;
  });
  return same ? [{ code: 'boilerplate', at: null }] : [];
}

function tooLong({ reading, context }: DraftCase): RawFinding[] {
  const { maxLength } = context;
  if (maxLength === null || reading.text.length <= maxLength) return [];
  return [{ code: 'too_long', at: { start: maxLength, end: reading.text.length } }];
}

function openSlot({ reading }: DraftCase): RawFinding[] {
  const slot = /\[[\p{L} ]{2,40}\]|\{[\p{L} ]{2,40}\}/u.exec(reading.text);
  return slot === null ? [] : [{ code: 'open_slot', at: { start: slot.index, end: slot.index + slot[0].length } }];
}

/** Checks of tone and form: what a draft holds and should not. */
export const toneChecks = [
  conditionalApology,
  defensive,
  orgCentred,
  mixedAddress,
  emojiOnGrief,
  boilerplate,
  tooLong,
  openSlot,
];
