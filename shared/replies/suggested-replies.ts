import type { Bilingual, CueCode } from '../emotion/cue-model.ts';
import { readSentences } from '../emotion/tokens.ts';
import type { DraftContext } from './draft-model.ts';
import { isTroubled } from './missing-parts.ts';
import { acknowledgements, apologies, replyKindNames, replyKinds, replyParts } from './reply-sentences.data.ts';
import type { ReplyKind, ReplyMix } from './reply-sentences.data.ts';
import { acknowledgementVariants, bodyVariants } from './reply-variants.data.ts';
import { wishBehind } from './reproach-wish.ts';
import { openSlotNames } from './template-model.ts';
import { waitInWords } from './wait-in-words.ts';

/** A reply to start from. Slots the agent must still fill stand in the text as [name] and are listed in `openSlots`. */
export type ReplySuggestion = {
  templateId: string;
  title: Bilingual;
  text: string;
  why: Bilingual;
  openSlots: string[];
};

/** The draft context plus who answers and the deadline that may be promised, already in words ("morgen om 17.00 uur"). */
export type ReplySuggestionContext = DraftContext & { agentName: string; deadlineText: string | null };

/** A sentence group of a reply; a higher `drop` goes first when the channel is too short, 0 never goes. */
type Part = { text: string; drop: number; ownLine?: boolean };

const mixOf: readonly (readonly [ReplyMix, readonly CueCode[]])[] = [
  ['grief', ['sadness']],
  ['threat', ['threat_legal', 'threat_public', 'threat_leave']],
  ['anger', ['anger']],
  ['worry', ['worry']],
  ['unimportant', ['unimportant']],
  ['pillar_to_post', ['pillar_to_post']],
  ['failure', ['failure', 'sarcasm']],
  ['disappointment', ['disappointment', 'frustration']],
];

function chooseMix(context: ReplySuggestionContext): ReplyMix {
  const has = (codes: readonly CueCode[]): boolean => context.cues.some(({ code }) => codes.includes(code));
  const felt = mixOf.find(([, codes]) => has(codes));
  if (felt !== undefined) return felt[0];
  return has(['gratitude', 'joy']) && !isTroubled(context) && context.wish === null ? 'thanks' : 'neutral';
}

function chooseKinds(mix: ReplyMix, context: ReplySuggestionContext): readonly ReplyKind[] {
  if (mix === 'thanks') return ['thanks', 'pass_on', 'invite'];
  const grave = mix === 'grief' || mix === 'threat' || mix === 'anger' || mix === 'pillar_to_post';
  if (context.wish !== null && !grave) return ['answer', 'decline', 'deadline'];
  return ['answer', 'deadline', 'call'];
}

/** True when the customer writes `u`: then we do too. */
export function writesFormally(texts: readonly string[]): boolean {
  const forms = texts.flatMap((text) => readSentences(text).flatMap(({ tokens }) => tokens.map(({ form }) => form)));
  const informal = forms.some((form) => ['je', 'jij', 'jou', 'jouw', 'jullie'].includes(form));
  return !informal && forms.some((form) => form === 'u' || form === 'uw');
}

const informalWords: Record<string, string> = { je: 'je', Je: 'Je', jou: 'jou', jouw: 'je', Jouw: 'Je', zich: 'je' };
const formalWords: Record<string, string> = { je: 'u', Je: 'U', jou: 'u', jouw: 'uw', Jouw: 'Uw', zich: 'zich' };

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot);
}

const delayCues: ReadonlySet<CueCode> = new Set<CueCode>(['waiting', 'repeat_contact', 'promise_broken']);
const faultlessMixes: ReadonlySet<ReplyMix> = new Set<ReplyMix>(['neutral', 'thanks', 'grief']);

function lateApology(context: ReplySuggestionContext): string {
  const { language, cues, contactMoments, waitedMs, promiseState } = context;
  const wait = waitInWords(waitedMs, language) ?? replyParts.longWait[language];
  const repeated = contactMoments >= 2 || cues.some(({ code }) => code === 'repeat_contact');
  const missed = promiseState === 'missed';
  if (missed && (context.missedPromises ?? 0) > 1) return filled(apologies.missedOften[language], { wait });
  const again = repeated ? apologies[missed ? 'againMissed' : 'againLate'][language] : '';
  return filled(apologies[missed ? 'missed' : 'late'][language], { again, wait });
}

function apologyParts(mix: ReplyMix, context: ReplySuggestionContext): Part[] {
  const { language, cues, delayReason, promiseState } = context;
  const late = context.late || promiseState === 'missed' || cues.some(({ code }) => delayCues.has(code));
  if (!late) return faultlessMixes.has(mix) ? [] : [{ text: apologies.fault[language], drop: 3 }];
  const reason = delayReason?.trim().replace(/[.!]+$/, '') ?? '';
  const because = reason === '' ? replyParts.openReason[language] : filled(replyParts.reason[language], { reason });
  return [
    { text: lateApology(context), drop: 0 },
    { text: because, drop: 4 },
  ];
}

function helloOf({ language, customerName, customerTexts }: ReplySuggestionContext): string {
  const formal = writesFormally(customerTexts);
  const name = customerName?.trim() ?? '';
  const greeting = (formal ? replyParts.formalGreeting : replyParts.greeting)[language];
  if (name === '') return filled(greeting, { name: '' }).replace(' ,', ',');
  return filled(greeting, { name: formal ? name : (name.split(/\s+/)[0] ?? name) });
}

/** The wish in the customer's words, or the one behind the reproach where nothing was asked. */
function wishParts({ language, wish, customerTexts }: ReplySuggestionContext, sorry: boolean): Part[] {
  if (wish !== null) return [{ text: filled(replyParts.wish[language], { wish: shortWish(wish.text) }), drop: 0 }];
  const reproach = sorry ? wishBehind(customerTexts, language) : null;
  return reproach === null ? [] : [{ text: replyParts.reproach[language].replace('{reproach}', reproach), drop: 2 }];
}

function partsOf(kind: ReplyKind, mix: ReplyMix, context: ReplySuggestionContext): Part[] {
  const { language, agentName } = context;
  const parts: Part[] = [{ text: helloOf(context), drop: 5, ownLine: true }];
  const sorry = apologyParts(mix, context);
  const felt = { text: unusedVariant([acknowledgements[mix], ...acknowledgementVariants[mix]], context), drop: 3 };
  // Grief is answered with sympathy first, everything else that is late with the apology first.
  parts.push(...(mix === 'grief' && sorry.length === 0 ? [felt] : [...sorry, felt]));
  parts.push(...wishParts(context, sorry.length > 0));
  parts.push({ text: unusedVariant([replyKinds[kind].body, ...(bodyVariants[kind] ?? [])], context), drop: 0 });
  if (replyKinds[kind].close[language] !== '') parts.push({ text: replyKinds[kind].close[language], drop: 6 });
  if (agentName.trim() !== '')
    parts.push({ text: filled(replyParts.signOff[language], { agent: agentName }), drop: 5.5, ownLine: true });
  return parts;
}

/** The first way of saying that did not stand in a recent reply, so that replies do not repeat. */
function unusedVariant(variants: readonly Bilingual[], context: ReplySuggestionContext): string {
  const recent = [...(context.repliesToCustomer ?? []), ...context.recentReplies];
  const address = writesFormally(context.customerTexts) ? formalWords : informalWords;
  const core = (text: string): string => filled(text, address).split(/[[{]/, 1)[0]?.trim() ?? '';
  const texts = variants.map((variant) => variant[context.language]);
  const used = (text: string): boolean => {
    const words = core(text);
    return words.length >= 12 && recent.some((reply) => reply.includes(words));
  };
  return texts.find((text) => !used(text)) ?? texts[0] ?? '';
}

function shortWish(text: string): string {
  const line = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[[\]{}"]/g, '')
    .trim();
  return line.length <= 160 ? line : `${line.slice(0, 157).replace(/\s+\S*$/, '')}…`;
}

function joined(parts: readonly Part[], values: Readonly<Record<string, string>>): string {
  let text = '';
  for (const part of parts) {
    const gap = text === '' ? '' : part.ownLine === true || text.endsWith(',') ? '\n' : ' ';
    text += gap + filled(part.text, values);
  }
  return text;
}

/** Leaves out the least needed parts until the text fits the channel. */
function fitted(parts: readonly Part[], values: Readonly<Record<string, string>>, maxLength: number | null): string {
  let kept = [...parts];
  let text = joined(kept, values);
  while (maxLength !== null && text.length > maxLength) {
    const most = Math.max(...kept.map(({ drop }) => drop));
    if (most <= 0) break;
    kept = kept.filter(({ drop }) => drop < most);
    text = joined(kept, values);
  }
  return text;
}

function deadlineValue({ deadlineText, language }: ReplySuggestionContext): string {
  const bare =
    deadlineText
      ?.trim()
      .replace(/^(uiterlijk|voor|vóór|by|before)\s+/i, '')
      .replace(/\.$/, '') ?? '';
  return bare !== '' ? bare : language === 'nl' ? '[dag en tijd]' : '[day and time]';
}

const stateWhy: Record<DraftContext['promiseState'], Bilingual> = {
  none: { nl: 'er loopt geen belofte', en: 'no promise is running' },
  open: { nl: 'er loopt een belofte die nog gehaald kan worden', en: 'a promise is running that can still be kept' },
  missed: { nl: 'er is een belofte gemist: begin met excuses', en: 'a promise was missed: begin with an apology' },
};

function replyOf(kind: ReplyKind, mix: ReplyMix, context: ReplySuggestionContext): ReplySuggestion {
  const address = writesFormally(context.customerTexts) ? formalWords : informalWords;
  const { title, why } = replyKinds[kind];
  const text = fitted(partsOf(kind, mix, context), { ...address, deadline: deadlineValue(context) }, context.maxLength);
  const state = stateWhy[context.promiseState];
  return {
    templateId: `${context.promiseState}.${mix}.${kind}`,
    title,
    text,
    why: { nl: `${why.nl}; ${state.nl}`, en: `${why.en}; ${state.en}` },
    openSlots: openSlotNames(text),
  };
}

/**
 * Gives exactly three replies that fit the cue mix and the promise state, in the customer's language and form of address, no longer
 * than the channel allows where that is possible. Slots are never filled with invented facts.
 */
export function suggestReplies(context: ReplySuggestionContext): ReplySuggestion[] {
  const mix = chooseMix(context);
  return chooseKinds(mix, context).map((kind) => replyOf(kind, mix, context));
}

const warmKinds: ReadonlySet<ReplyKind> = new Set<ReplyKind>(['thanks', 'pass_on', 'invite']);

/** The whole library for a conversation: a reply of every kind that makes sense, the best fitting first, each with its reason. */
export function libraryReplies(context: ReplySuggestionContext): ReplySuggestion[] {
  const mix = chooseMix(context);
  const first = chooseKinds(mix, context);
  const rest = replyKindNames.filter((kind) => !first.includes(kind) && (mix === 'thanks' || !warmKinds.has(kind)));
  return [...first, ...rest].map((kind) => replyOf(kind, mix, context));
}
