import type { CueCode } from '../emotion/cue-model.ts';
import { contentWords } from '../emotion/wish.ts';
import { readPromises } from '../promises/promise-reader.ts';
import type { DraftCode, DraftContext } from './draft-model.ts';
import { firstPhrase, firstRealSentence, sentencesWith } from './draft-reading.ts';
import type { DraftReading } from './draft-reading.ts';
import type { PhraseKind } from './draft-phrases.data.ts';
import { areKin } from './word-kinship.ts';

/** A finding before its texts are added; `at` null when it is about something absent. */
export type RawFinding = { code: DraftCode; at: { start: number; end: number } | null };

/** What every check is given. */
export type DraftCase = { reading: DraftReading; context: DraftContext };

const feelings: ReadonlySet<CueCode> = new Set<CueCode>([
  'anger',
  'disappointment',
  'frustration',
  'sadness',
  'worry',
  'unimportant',
  'pillar_to_post',
  'promise_broken',
  'threat_leave',
  'threat_public',
  'threat_legal',
]);
const kindCues: ReadonlySet<CueCode> = new Set<CueCode>(['gratitude', 'joy']);
const delayCues: ReadonlySet<CueCode> = new Set<CueCode>(['waiting', 'repeat_contact', 'promise_broken']);

/** True when the customer has something to complain about, by words, clock, counter or promise. */
export function isTroubled({ cues, late, promiseState, contactMoments }: DraftContext): boolean {
  return late || promiseState === 'missed' || contactMoments >= 3 || cues.some(({ code }) => !kindCues.has(code));
}

function lateWithoutApology({ reading, context }: DraftCase): RawFinding[] {
  const late =
    context.late || context.promiseState === 'missed' || context.cues.some(({ code }) => delayCues.has(code));
  if (!late) return [];
  const first = firstRealSentence(reading);
  const halves = sentencesWith(reading, 'halfHearted');
  const said = [...sentencesWith(reading, 'apology')].some((at) => at >= first && at <= first + 1 && !halves.has(at));
  return said ? [] : [{ code: 'late_no_apology', at: null }];
}

function addressesWish({ reading, context }: DraftCase): boolean {
  if (context.wish === null) return true;
  const words = contentWords(reading.tokens);
  const named = context.wish.keywords.some((keyword) => words.some((word) => areKin(keyword, word)));
  const reasons = sentencesWith(reading, 'reason');
  const refused = [...sentencesWith(reading, 'refusal')].some((at) => reasons.has(at) || reasons.has(at + 1));
  return named || refused;
}

function wishIgnored(draftCase: DraftCase): RawFinding[] {
  return addressesWish(draftCase) ? [] : [{ code: 'wish_ignored', at: null }];
}

function vaguePromise({ reading, context }: DraftCase): RawFinding[] {
  const { now, hours, vagueMaxMs } = context;
  const promises = readPromises(reading.text, { madeAt: now, hours, vagueMaxMs, language: reading.language });
  if (promises.some(({ kind }) => kind === 'explicit')) return [];
  const vague = promises.find(({ kind }) => kind === 'vague') ?? firstPhrase(reading, 'vagueCare');
  // "Bel zo snel mogelijk" asks the customer; only our own doing is a promise, which a time in the sentence makes definite.
  if (vague === null || firstPhrase(reading, 'timing') !== null) return [];
  return [{ code: 'vague_promise', at: { start: vague.start, end: vague.end } }];
}

const substance: readonly PhraseKind[] = ['action', 'offer', 'timing', 'reason', 'nextStep'];

function superficial(draftCase: DraftCase): RawFinding[] {
  const { reading, context } = draftCase;
  if (!isTroubled(context)) return [];
  const kinds = substance.filter((kind) => firstPhrase(reading, kind) !== null).length;
  const asks = reading.sentences.some(({ question }) => question) ? 1 : 0;
  const words = reading.tokens.filter(({ form, kind }) => kind === 'word' && form.length >= 4).length;
  const answersWish = context.wish !== null && addressesWish(draftCase) ? 1 : 0;
  const points = kinds + asks + answersWish;
  const thin = points === 0 || (words < 8 && points < 2);
  return thin ? [{ code: 'superficial', at: null }] : [];
}

function noNextStep({ reading, context }: DraftCase): RawFinding[] {
  const asks = reading.sentences.some(({ question }) => question);
  const steps = (['nextStep', 'timing', 'action', 'offer'] as const).some(
    (kind) => firstPhrase(reading, kind) !== null,
  );
  return !isTroubled(context) || asks || steps ? [] : [{ code: 'no_next_step', at: null }];
}

function noGreeting({ reading, context }: DraftCase): RawFinding[] {
  const name = context.customerName?.trim().split(/\s+/)[0];
  if (name === undefined || name === '' || reading.text.toLowerCase().includes(name.toLowerCase())) return [];
  return [{ code: 'no_greeting', at: null }];
}

function noEmpathy({ reading, context }: DraftCase): RawFinding[] {
  if (!context.cues.some(({ code, score }) => feelings.has(code) && score >= 0.5)) return [];
  const felt = firstPhrase(reading, 'sympathy') ?? firstPhrase(reading, 'apology');
  return felt === null ? [{ code: 'no_empathy', at: null }] : [];
}

/** Checks for what a draft should hold and does not. */
export const missingPartChecks = [
  lateWithoutApology,
  wishIgnored,
  vaguePromise,
  superficial,
  noNextStep,
  noGreeting,
  noEmpathy,
];
