import { callsCustomer, commitment, isA, mentions } from './clause-view.ts';
import type { ClauseView, Commitment, Word } from './clause-view.ts';
import { sendsDocument, tells } from './english-documents.ts';
import { pairIn } from './english-pairs.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

/** Verbs of calling, telling and doing. */
export const verbs = is.call | is.tell | is.act;

const adverbs = wordSet(
  'also just still already usually typically normally generally always often personally certainly definitely then now both all soon shortly immediately only currently to be been not ever never go ahead gladly happily',
);
const goings = wordSet('going gonna');
const idleStates = wordSet(
  'closed open available away out busy able unable happy glad sorry aware sure offline here online afraid delighted live back',
);
/** Verbs that promise without any time words. */
export const aloneVerbs = wordSet(
  'revert call phone ring reply respond contact update inform notify email message text dm reach follow calling replying responding contacting updating investigate looking look check review',
);
const asks = wordSet('us me');
/** "Be in touch". */
export const nounsOfTouch = wordSet('touch contact');
/** The word at a place of the clause, or ''. */
export function textAt(view: ClauseView, index: number): string {
  return view.words[index]?.text ?? '';
}

const replyPairs = /^(?:back|know|posted|updated|informed|loop|line|picture|email|message|text|note|shout|base)$/;

const gives = wordSet('give giving');
const bells = wordSet('bell buzz tinkle');

/** "I'll give you a bell". */
function givesBell(view: ClauseView): boolean {
  return mentions(view, gives) && mentions(view, bells);
}

const tellsMore = /\b(?:have|know|hear|say|tell you) more\b/;

function actOf(view: ClauseView, from: number): 'call' | 'reply' | 'action' {
  const later = view.words.slice(from);
  if ((later.some((word) => isA(word, is.call)) || givesBell(view)) && callsCustomer(view)) return 'call';
  if (sendsDocument(view)) return 'action';
  if (later.some((word, index) => isA(word, is.tell | is.answer | is.hear) && tells(later, index))) return 'reply';
  if (tellsMore.test(view.plain)) return 'reply';
  const known = later.some(({ text }) => /^(?:get|come|getting|let|keep|circle|report|drop)$/.test(text));
  return known && later.some(({ text }) => replyPairs.test(text)) ? 'reply' : 'action';
}

/** A clause with the places of its subject and main verb. */
export type VerbCase = { readonly view: ClauseView; readonly subject: number; readonly verb: number };

/** The commitment of a subject and its verb. */
export function made({ view, subject, verb }: VerbCase, id: string, alone = false): Commitment {
  return commitment(view, id, {
    from: subject,
    to: Math.max(verb, view.words.length - 1),
    act: actOf(view, verb),
    alone,
  });
}

/** The first word from here on that is no adverb or auxiliary. */
export function mainVerbFrom(view: ClauseView, from: number): number {
  let index = from;
  while (
    index < view.words.length &&
    (adverbs.has(textAt(view, index)) || (isA(view.words[index], is.will) && !goings.has(textAt(view, index))))
  )
    index += 1;
  return index < view.words.length ? index : -1;
}

const visits = /^(?:at|there|round|over|onsite)$/;

/** Who comes to the door; "someone will be with you" may as well be in a chat. */
const travels =
  /^(?:it|it'll|that'll|driver|engineer|engineers|technician|plumber|electrician|fitter|mechanic|crew|nurse|courier|surveyor|locksmith|carer|roofer|glazier|he'll|she'll|he|she)$/;

/** "Be at your place", "be with you": what follows when "be" is all there is of a verb. */
function placed(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  const word = view.words[verb];
  if (!word || isA(word, verbs) || !(view.classes & (is.customer | is.yours))) return null;
  if (visits.test(word.text)) return view.time === 'none' ? null : { ...made(found, 'visit'), act: 'action' };
  if (!view.words.slice(verb - 1, verb + 3).some(({ text }) => text === 'with')) return null;
  const soon = view.words.some(({ text }) => text === 'right');
  const act = travels.test(textAt(view, found.subject)) ? 'action' : 'reply';
  return view.time === 'none' && !soon ? null : { ...made(found, 'withYou', soon), act };
}

/** "I'll be on this first thing", "tomorrow I'll know more". */
function onItOrKnows(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  const next = textAt(view, verb + 1);
  if (textAt(view, verb) === 'on' && /^(?:it|this|that)$/.test(next)) return made(found, 'onIt', true);
  const knows = textAt(view, verb) === 'know' && next === 'more' && view.time === 'explicit';
  return knows ? { ...made(found, 'know'), act: 'reply' } : null;
}

/** "I'll see that it gets done", "I'll see to it that you're called". */
function seesThat({ view, verb }: VerbCase): boolean {
  return textAt(view, verb) === 'see' && /^(?:that|to)$/.test(textAt(view, verb + 1));
}

/** What is told or given to everybody. */
const forEverybody = wordSet('winner winners line-up giveaway raffle prizes');

/** "One of us" asks nothing. */
function asksThem(view: ClauseView): boolean {
  return view.words.some((word) => asks.has(word.text) && !isA(word, is.staff));
}

/** What "will", "going to" or "aim to" leads to. */
export function intended(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  const word = view.words[verb];
  if (!word || isA(word, is.modal) || mentions(view, forEverybody)) return null;
  if (mentions(view, nounsOfTouch) && !asksThem(view)) return { ...made(found, 'touch', true), act: 'reply' };
  const there = placed(found);
  if (there) return there;
  if (goings.has(word.text)) return intended({ ...found, verb: mainVerbFrom(view, verb + 1) });
  if (idleStates.has(word.text)) return null;
  if (seesThat(found)) return made(found, 'ensure', true);
  return onItOrKnows(found) ?? (isA(word, is.aim) ? aimed(found) : deed(found));
}

const lightDeeds = wordSet('have come comes let take walk put bring pass forward share raise add');
const redress = wordSet(
  'honour honor refund replace reimburse credit fix waive remove correct sort resolve reverse swap exchange escalate resend reissue reinstate reactivate rectify amend compensate investigate trace locate arrange waive adjust cancel raise chase redeliver',
);
const theirCase = wordSet('this that it right');

const newOnes = wordSet('replacement replacements');
const opinions = wordSet('feedback comments comment thoughts suggestion suggestions details kind note name');

/** "I'll put the money back on your card", not "we'll pass on your feedback". */
function isTheirThing(view: ClauseView, verb: number): boolean {
  return (
    /^(?:put|add|bring|raise)$/.test(textAt(view, verb)) &&
    !mentions(view, opinions) &&
    view.words.some((one, index) => index > verb && isA(one, is.yours))
  );
}

/** "I'll get a new one sent to you", "we'll make this right": undated, but a deed in this customer's case. */
function forCustomer({ view, verb }: VerbCase): boolean {
  const word = view.words[verb];
  if (!isA(word, is.act)) return false;
  if (lightDeeds.has(textAt(view, verb))) return isTheirThing(view, verb);
  if (redress.has(textAt(view, verb)) || mentions(view, newOnes)) return true;
  return view.words.some((one, index) => index > verb && (isA(one, is.customer | is.yours) || theirCase.has(one.text)));
}

/** "We will write to you". */
function tellsYou({ view, verb }: VerbCase): boolean {
  if (aloneVerbs.has(textAt(view, verb))) return true;
  if (!isA(view.words[verb], is.tell)) return false;
  return [1, 2].some((behind) => isA(view.words[verb + behind], is.customer));
}

const causes = wordSet('have get ask');

/** "I'll have someone call you", "we'll get an engineer out to you". */
function delegates(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  if (!causes.has(textAt(view, verb))) return null;
  const whom = view.words.findIndex((word, index) => index > verb && index <= verb + 4 && isA(word, is.staff));
  const does = whom > 0 && view.words.slice(whom + 1).some((word) => isA(word, verbs | is.customer));
  return does && (view.classes & (is.customer | is.yours)) !== 0 ? made(found, 'causes', true) : null;
}

/** "I'll speak to you tomorrow" is no deed. */
function saysToYou({ view, verb }: VerbCase): boolean {
  if (!/^(?:speak|talk|see)$/.test(textAt(view, verb))) return false;
  return isA(view.words[verb + 1], is.customer) || isA(view.words[verb + 2], is.customer);
}

/** "They will do so before Wednesday". */
function doesThat(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  if (textAt(view, verb) !== 'do' || view.time === 'none') return null;
  return /^(?:so|that|this)$/.test(textAt(view, verb + 1)) ? made(found, 'doThat') : null;
}

/** "I'll have that corrected", "I'm having it restored", "we'll get your keys cut". */
export function hasItDone(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  if (!/^(?:have|having|get|getting)$/.test(textAt(view, verb))) return null;
  const object = view.words[verb + 1];
  if (!object || !(/^(?:it|that|this|them|these|those|the)$/.test(object.text) || isA(object, is.yours))) return null;
  const done = view.words.findIndex((word, index) => index > verb + 1 && index < verb + 6 && isA(word, is.done));
  return done > 0 ? { ...made(found, 'hasDone', true), act: actOf(view, done) } : null;
}

/** What we do concerns the customer; what a colleague does may not: "the vicar will preach on Sunday". */
function concernsCase({ view, subject }: VerbCase): boolean {
  if (!isA(view.words[subject], is.staff) || view.classes & (is.customer | is.yours | is.goods)) return true;
  return view.words.some(({ text }) => theirCase.has(text));
}

function deed(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  const word = view.words[verb];
  if (textAt(view, verb) === 'meet' && isA(view.words[verb + 1], is.customer) && view.time === 'explicit')
    return { ...made(found, 'visit'), act: 'action' };
  const known = delegates(found) ?? doesThat(found) ?? hasItDone(found);
  return known ?? (word ? deedOf(found, word) : null);
}

function deedOf(found: VerbCase, word: Word): Commitment | null {
  const { view, verb } = found;
  const pair = pairIn(view, verb);
  if (isA(word, verbs)) return made(found, 'will', pair || forCustomer(found) || tellsYou(found));
  if (pair && !isA(word, is.be | is.grammar)) return saysToYou(found) ? null : made(found, 'will', true);
  if (isA(word, is.idle)) return null;
  return view.time === 'none' || isA(word, is.be | is.grammar) || !concernsCase(found) ? null : made(found, 'openVerb');
}

/** "We hope to resolve", "make sure the money is back", "our goal is to reply". */
export function aimed(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  if (view.time === 'none') return null;
  const next = view.words.findIndex((word, index) => index > verb && isA(word, verbs | is.answer));
  if (next < 0) return workingAgain(found) ?? triesYou(found) ?? aimedAtTheirs(found);
  if (view.words.slice(verb, next + 1).some(({ text }) => /^(?:see|hear|welcome|receiving|from)$/.test(text)))
    return null;
  return made({ ...found, verb: next }, 'aim');
}

/** "We hope to extend your deadline tomorrow": any verb, in what is the customer's. */
function aimedAtTheirs(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  const to = view.words.findIndex(({ text }, index) => index >= verb && text === 'to');
  const does = view.words[to + 1];
  if (to < 0 || !does || isA(does, is.idle | is.grammar | is.be) || view.time !== 'explicit') return null;
  return (view.classes & is.yours) !== 0 ? made({ ...found, verb: to + 1 }, 'aim') : null;
}

const whole = wordSet('working back restored fixed resolved sorted online running');

/** "We expect everything to be working again by noon". */
function workingAgain(found: VerbCase): Commitment | null {
  const { view } = found;
  const again = view.time === 'explicit' && / to be /.test(view.plain) && mentions(view, whole);
  return again ? { ...made(found, 'restored'), act: 'action' } : null;
}

const onceMore = wordSet('again');

/** "I'll try you again tomorrow": by telephone, as the last time. */
function triesYou(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  const again = textAt(view, verb).startsWith('try') && mentions(view, onceMore) && view.time === 'explicit';
  if (again && textAt(view, verb + 1) !== 'you') return { ...made(found, 'tryAgain'), act: 'action' };
  return textAt(view, verb) === 'try' && textAt(view, verb + 1) === 'you'
    ? { ...made(found, 'tryAgain'), act: 'call' }
    : null;
}

/** "We reply within an hour": a habit is a promise when it names a time. */
export function presentVerb(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  const word = view.words[verb];
  if (!word) return null;
  if (isA(word, is.aim)) return aimed(found);
  if (/(?:ed|sent|told|wrote|rang|gave|got|made)$/.test(word.text) || (isA(word, is.have) && !isA(word, is.self)))
    return null;
  if (pairIn(view, verb) && view.time !== 'none') return made(found, 'habit');
  if (isA(word, is.tell | is.call | is.act) && !isA(word, is.have))
    return view.time === 'none' ? null : made(found, 'habit');
  return meetsThem(found) ? made(found, 'habit') : null;
}

/** "Our rep meets you at the station at 6". */
function meetsThem({ view, subject, verb }: VerbCase): boolean {
  const word = view.words[verb];
  if (view.time !== 'explicit' || !word || isA(word, is.idle | is.grammar) || !/[a-z]{3}s$/.test(word.text))
    return false;
  return isA(view.words[subject], is.staff) && isA(view.words[verb + 1], is.customer);
}
