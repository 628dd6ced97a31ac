import { adjoins, always, isA, mentions, timed } from './clause-view.ts';
import type { ClauseView, Commitment, CommitmentRule, GatedRule, Word } from './clause-view.ts';
import { pairIn } from './english-pairs.ts';
import { progressive } from './english-progress.ts';
import { englishThingRules } from './english-things.ts';
import { aloneVerbs, intended, made, mainVerbFrom, nounsOfTouch, presentVerb, textAt, verbs } from './english-verbs.ts';
import type { VerbCase } from './english-verbs.ts';
import { wordClass as is } from './word-classes.ts';

/** Where the verb of a noun begins: "someone from billing is", "a member of the team will". */
function auxiliaryFrom(view: ClauseView, subject: number): number {
  if (!/^(?:from|of|in|at|for)$/.test(textAt(view, subject + 1))) return subject + 1;
  const at = view.words.findIndex(
    (word, index) => index > subject + 1 && isA(word, is.will | is.be | is.have | is.modal),
  );
  return at < 0 ? subject + 1 : at;
}

function afterSubject(view: ClauseView, subject: number): Commitment | null {
  const word = view.words[subject];
  const text = word?.text ?? '';
  if (/'(?:ve|d)$/.test(text))
    return view.time === 'explicit'
      ? (askedToDo(view, subject) ?? hasPlannedCall(view, subject) ?? likesTo(view, subject))
      : null;
  const verb = mainVerbFrom(view, auxiliaryFrom(view, subject));
  if (isA(word, is.will)) return verb < 0 ? null : intended({ view, subject, verb });
  if (isA(word, is.be)) return progressive({ view, subject, verb });
  return verb < 0 ? null : byAuxiliary(view, subject, verb);
}

function byAuxiliary(view: ClauseView, subject: number, verb: number): Commitment | null {
  const auxiliary = view.words[auxiliaryFrom(view, subject)];
  if (view.words.slice(subject + 1, verb).some((word) => isA(word, is.will) && word.text !== 'going'))
    return intended({ view, subject, verb });
  if (isA(auxiliary, is.be))
    return progressive({ view, subject, verb: isA(view.words[verb], is.be) ? mainVerbFrom(view, verb + 1) : verb });
  if (isA(auxiliary, is.have)) return view.time === 'explicit' ? askedToDo(view, subject) : null;
  if (isA(view.words[verb], is.modal)) return shouldHave(view, subject, verb);
  return presentVerb({ view, subject, verb });
}

/** "I should have an update for you by 3." */
function shouldHave(view: ClauseView, subject: number, verb: number): Commitment | null {
  if (textAt(view, verb) !== 'should' || view.time !== 'explicit') return null;
  const able = view.words.findIndex(({ text }, index) => index > verb && text === 'able');
  const next = mainVerbFrom(view, able > 0 ? able + 2 : verb + 1);
  const noun = view.words.slice(next + 1).some((word) => isA(word, is.answer | is.done) && !isA(word, is.self));
  return isA(view.words[next], verbs) && (textAt(view, next) !== 'have' || noun)
    ? made({ view, subject, verb: next }, 'should')
    : null;
}

/** "I have asked finance to call you within two hours." */
function askedToDo(view: ClauseView, subject: number): Commitment | null {
  const asked = view.words.findIndex(({ text }) =>
    /^(?:asked|arranged|set|noted|scheduled|reminder|told|instructed|requested)$/.test(text),
  );
  const to = view.words.findIndex(({ text }, index) => index > asked && text === 'to');
  const theirs = (view.classes & (is.customer | is.yours)) !== 0;
  return asked >= 0 && to >= 0 && (isA(view.words[to + 1], verbs) || theirs)
    ? made({ view, subject, verb: to + 1 }, 'delegated')
    : null;
}

const putDown = /\b(?:(?:put|got|have) you down|diari[sz]ed|pencilled|booked|scheduled)\b.*\b(?:call|callback|phone)\b/;

/** "I've diarised a call to you for Monday", "I've put you down for a callback at 4". */
function hasPlannedCall(view: ClauseView, subject: number): Commitment | null {
  return (view.classes & is.call) !== 0 && putDown.test(view.plain)
    ? made({ view, subject, verb: subject }, 'plannedCall')
    : null;
}

/** "I'd like to get this solved for you today". */
function likesTo(view: ClauseView, subject: number): Commitment | null {
  if (textAt(view, subject + 1) !== 'like' || textAt(view, subject + 2) !== 'to') return null;
  const verb = mainVerbFrom(view, subject + 3);
  const theirs = (view.classes & (is.customer | is.yours)) !== 0;
  return theirs &&
    textAt(view, verb + 1) !== 'to' &&
    /^(?:get|have|fix|solve|resolve|sort|call|send)$/.test(textAt(view, verb))
    ? made({ view, subject, verb }, 'aim')
    : null;
}

const selfRule: CommitmentRule = (view) => {
  if (!(view.classes & is.self)) return null;
  for (let subject = 0; subject < view.words.length; subject += 1) {
    if (!isA(view.words[subject], is.self)) continue;
    if (
      /^(?:what|how|whether|when|if)$/.test(textAt(view, subject - 1)) &&
      adjoins(view.words[subject - 1], view.words[subject])
    )
      continue;
    const found = afterSubject(view, subject);
    if (found) return found;
  }
  return null;
};

/** "Someone from the council". */
function isOfOthers(view: ClauseView, subject: number): boolean {
  return (
    /^(?:from|at|of)$/.test(textAt(view, subject + 1)) &&
    view.words.slice(subject + 2, subject + 4).some((word) => isA(word, is.outsider))
  );
}

const staffRule: CommitmentRule = (view) => {
  const theirs = view.theyAre !== 'others';
  for (let subject = view.words.length - 1; subject >= 0; subject -= 1) {
    const word = view.words[subject];
    if (!word) continue;
    const pronoun = isA(word, is.anyone) && (word.text.startsWith('they') ? theirs : view.theyAre === 'ours');
    const noun = isA(word, is.staff);
    const courier = word.text === 'courier' && textAt(view, subject - 1) === 'our';
    if ((!pronoun && !noun && !courier) || isOfOthers(view, subject)) continue;
    const found = afterSubject(view, subject);
    if (found) return found;
  }
  return null;
};

/** "Let me talk to them and come back to you today": what I do myself. */
function letMe(view: ClauseView, first: number): Commitment | null {
  const verb = mainVerbFrom(view, first + 2);
  return verb < 0 || textAt(view, verb) === 'know' ? null : intended({ view, subject: first, verb });
}

const isDoing =
  /^(?:going|calling|ringing|looking|sending|emailing|transferring|checking|fixing|handling|chasing|posting|refunding)$/;

/** "Sam's going to call you", "Priya is calling you". */
function goesTo(view: ClauseView, index: number): boolean {
  const next = textAt(view, index);
  return isDoing.test(next) ? /(?:'s|^is)$/.test(textAt(view, index - 1)) : false;
}

/** "The hospital will reimburse your parking charges". */
function redressesUndated(view: ClauseView, verb: number): boolean {
  return redressing.test(textAt(view, verb)) && view.words.slice(verb).some((one) => isA(one, is.customer | is.yours));
}
const redressing = /^(?:refund|reimburse|compensate|credit|replace|repair|investigate|waive)$/;

/** Any verb does, with a deadline and what is the customer's. */
function isDeed(view: ClauseView, word: Word | undefined): boolean {
  return (
    isA(word, is.act) ||
    (view.time === 'explicit' && word !== undefined && word.classes === 0 && /^[a-z]{3,}$/.test(word.text))
  );
}

function isForThem(view: ClauseView, verb: number): boolean {
  // "The fee will be taken from your account" is for the passive rule to judge.
  if (textAt(view, verb - 1) === 'be') return false;
  return isDeed(view, view.words[verb]) && view.words.slice(verb).some((one) => isA(one, is.customer | is.yours));
}

/** "The underwriter will have reviewed it by Thursday". */
function willHaveDone(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  const done = textAt(view, verb) === 'have' && isA(view.words[verb + 1], is.done) && view.time === 'explicit';
  return done ? made({ ...found, verb: verb + 1 }, 'willHaveDone') : null;
}

/** The "will" or "'s …ing" behind somebody who is neither the customer nor somebody else's; -1 when there is none. */
function willAt(view: ClauseView): number {
  const will = view.words.findIndex(
    ({ text }, index) => /^(?:will|shall)$/.test(text) || (index > 0 && goesTo(view, index)),
  );
  return view.words.slice(0, Math.max(0, will)).some((word) => isA(word, is.outsider | is.customer)) ? -1 : will;
}

/** "Second line will respond within 4 hours": who it is does not matter, what is done for the customer does. */
const thirdPersonRule: CommitmentRule = (view) => {
  if (view.classes & is.self || view.theyAre === 'others') return null;
  const will = willAt(view);
  if (will < 1) return null;
  const verb = mainVerbFrom(view, isDoing.test(textAt(view, will)) && textAt(view, will) !== 'going' ? will : will + 1);
  const word = view.words[verb];
  if (view.time === 'none')
    return redressesUndated(view, verb) ? made({ view, subject: will - 1, verb }, 'redress', true) : null;
  const hasDone = willHaveDone({ view, subject: will - 1, verb });
  if (hasDone) return hasDone;
  return isA(word, is.call | is.tell) || isForThem(view, verb) || mentions(view, nounsOfTouch)
    ? intended({ view, subject: will - 1, verb })
    : null;
};

function onItRule(view: ClauseView, first: number): Commitment | null {
  const short = view.words.length <= first + 4 && /^(?:on|all)$/.test(textAt(view, first));
  const it = short && /^(?:it|this|over)$/.test(textAt(view, first + 1));
  return it ? made({ view, subject: first, verb: first }, 'onIt', true) : null;
}

/** "… and will call you", "Gonna check", "Will report back by 2". */
function willWithoutSubject(view: ClauseView, first: number): Commitment | null {
  const text = textAt(view, first);
  if (!isA(view.words[first], is.will)) return null;
  if (!view.inheritsSubject && view.time === 'none' && text !== 'gonna' && text !== 'will') return null;
  return intended({ view, subject: first, verb: mainVerbFrom(view, first) });
}

/** "The school office replies to all emails within a day". */
const officeHabit = /^(?:the|our) [a-z]+(?: [a-z]+)? (?:replies|responds|answers) (?:to|all|every)\b/;
const officeHabitRule: CommitmentRule = (view) =>
  !(view.classes & (is.self | is.outsider)) && officeHabit.test(view.plain)
    ? made({ view, subject: 0, verb: 0 }, 'habit')
    : null;

const habits = /^(?:replies|responds|answers)$/;
const doings =
  /^(?:getting|sending|calling|ringing|emailing|messaging|posting|shipping|refunding|dispatching|texting|putting|fixing|chasing)$/;

/** "Typically replies within an hour", not "replies take an hour". */
function isHabit(view: ClauseView, verb: number): boolean {
  if (!habits.test(textAt(view, verb)) || /^takes?$/.test(textAt(view, verb + 1))) return false;
  return !isA(view.words[verb + 1], is.be | is.will | is.modal);
}

const greeting = /^(?:hi|hiya|hey|hello|right|ok|okay|thanks|ta|cheers|sorry|gotcha|sure)$/;

/** "Popping a new mug in the post tomorrow": an -ing form of a deed that opens the text or stands behind a greeting. */
function isNoteOfDoing(view: ClauseView, verb: number): boolean {
  const word = view.words[verb];
  if ((word?.start === 0 && doings.test(word.text)) || callsThem(view, verb)) return true;
  const opens = word?.start === 0 || (verb === 1 && greeting.test(textAt(view, 0)));
  return opens && isA(word, is.act | is.call) && textAt(view, verb).endsWith('ing') && forThem(view);
}

/** "Got your message, ringing you back in two ticks". */
function callsThem(view: ClauseView, verb: number): boolean {
  return verb === 0 && isA(view.words[0], is.call) && isA(view.words[1], is.customer);
}

function forThem(view: ClauseView): boolean {
  return (view.classes & (is.customer | is.yours | is.goods)) !== 0;
}

function verbWithoutSubject(view: ClauseView, first: number): Commitment | null {
  const verb = mainVerbFrom(view, first);
  if (view.time !== 'none' && isHabit(view, verb)) return made({ view, subject: first, verb }, 'habit');
  const note = greeting.test(textAt(view, 0)) ? 1 : verb;
  if (view.time !== 'none' && isNoteOfDoing(view, note)) return made({ view, subject: note, verb: note }, 'doing');
  if (!view.inheritsSubject || !isA(view.words[verb], verbs)) return null;
  return made({ view, subject: first, verb }, 'elliptic', aloneVerbs.has(textAt(view, verb)) || pairIn(view, verb));
}

/** Clauses without a subject of their own. */
const ellipticRule: CommitmentRule = (view) => {
  const first = /^(?:and|then)$/.test(textAt(view, 0)) ? 1 : 0;
  const word = view.words[first];
  if (!word || view.classes & is.self || isA(word, is.customer)) return null;
  if (word.text === 'let')
    return /^(?:me|us)$/.test(textAt(view, first + 1)) ? letMe(view, first) : verbWithoutSubject(view, first);
  return onItRule(view, first) ?? willWithoutSubject(view, first) ?? verbWithoutSubject(view, first);
};

/** Rules of English, the surest first. */
export const englishRules: readonly GatedRule[] = [
  always(is.self, selfRule),
  always(0, staffRule),
  always(0, ellipticRule),
  ...englishThingRules,
  timed(is.tell | is.answer, officeHabitRule),
  always(0, thirdPersonRule),
];
