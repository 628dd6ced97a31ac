import { always, commitment, explicit, isA, mentions, timed } from './clause-view.ts';
import type { ClauseView, CommitmentRule, GatedRule, Word } from './clause-view.ts';
import { englishStateRules } from './english-states.ts';
import { sendsDocument, tells } from './english-documents.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

const answered = is.tell | is.answer | is.hear;

function textAt(view: ClauseView, index: number): string {
  return view.words[index]?.text ?? '';
}

function actOf(view: ClauseView): 'call' | 'reply' | 'action' {
  if (view.classes & is.call) return 'call';
  if (sendsDocument(view)) return 'action';
  return view.words.some((word, index) => isA(word, answered) && tells(view.words, index)) ? 'reply' : 'action';
}

const knows = wordSet('know');
const hearing = wordSet('hear hearing');
const gotten = wordSet('received got had gotten');

/** The place of "you" as what the clause is about; -1 when it is about somebody else. */
function customerAt(view: ClauseView): number {
  if (view.classes & is.outsider || mentions(view, gotten)) return -1;
  return view.words.findIndex((word) => isA(word, is.customer));
}

function isWilling(view: ClauseView, at: number): boolean {
  return isA(view.words[at], is.will) || view.words.slice(at + 1).some((word) => isA(word, is.will | is.modal));
}

/** "You'll hear from us." */
const hearRule: CommitmentRule = (view) => {
  const at = customerAt(view);
  const rest = view.words.slice(at + 1);
  if (at < 0 || !rest.some(({ text }) => hearing.has(text)) || rest.some(({ text }) => text === 'you')) return null;
  return isWilling(view, at) || view.time !== 'none'
    ? commitment(view, 'hear', { from: at, act: 'reply', alone: true })
    : null;
};

/** "You will be contacted." */
const contactedRule: CommitmentRule = (view) => {
  const at = customerAt(view);
  if (at < 0 || !isWilling(view, at)) return null;
  const rest = view.words.slice(at + 1);
  if (!rest.some(({ text }) => text === 'be') || !rest.some((word) => isA(word, is.done))) return null;
  const alone = (view.classes & answered) !== 0 || (mentions(view, redressed) && !mentions(view, policy));
  return commitment(view, 'contacted', { from: at, act: actOf(view), alone });
};

const needs = wordSet('need must');
const backAgain = wordSet('back refunded reimbursed us');
const policy = wordSet('always up maximum members every any entrance gate border door checkout security');
const redressed = wordSet('refunded reimbursed compensated credited');

/** "You can expect a reply", "you will know on Friday"; "you can get" only says what is possible. */
const receiveRule: CommitmentRule = (view) => {
  const at = customerAt(view);
  if (at < 0 || !isWilling(view, at)) return null;
  if (mentions(view, needs)) return null;
  const receives = view.words.slice(at + 1, at + 5).some((word) => isA(word, is.receive));
  const possible =
    /^(?:can|may|might)$/.test(textAt(view, at + 1)) && !/^(?:expect|receive)$/.test(textAt(view, at + 2));
  if (!receives || possible) return null;
  const back = (view.classes & is.goods) !== 0 && mentions(view, backAgain) && !mentions(view, policy);
  const alone = (view.classes & (is.answer | is.call)) !== 0 || back;
  return commitment(view, 'receive', { from: at, act: mentions(view, knows) ? 'reply' : actOf(view), alone });
};

const expectRule: CommitmentRule = (view) => {
  if (view.time === 'explicit' && /^expect (?:us|me)$/.test(view.plain))
    return commitment(view, 'visit', { act: 'action' });
  if (view.time === 'none' || !isToldToExpect(view)) return null;
  const theirs = view.plain.startsWith('expect your ');
  return theirs || view.classes & (answered | is.call | is.goods)
    ? commitment(view, 'expect', { act: actOf(view) })
    : null;
};

/** "Expect a call", "allow two days", "please allow". */
function isToldToExpect(view: ClauseView): boolean {
  const first = textAt(view, 0);
  return first === 'expect' || first === 'allow' || (first === 'please' && textAt(view, 1) === 'allow');
}

const giveUs = wordSet('give allow bear');
const grantRule: CommitmentRule = (view) =>
  view.time !== 'none' &&
  mentions(view, giveUs) &&
  view.words.some(({ text }) => text === 'us' || text === 'me') &&
  view.classes & (answered | is.act | is.call)
    ? commitment(view, 'grantTime', { act: view.classes & answered ? 'reply' : 'action' })
    : null;

const byOutsider = (view: ClauseView): boolean =>
  view.words.some(
    ({ text }, index) => text === 'by' && view.words.slice(index + 1, index + 4).some((word) => isA(word, is.outsider)),
  );

/** "Your repair has been scheduled for Monday." */
const plannedRule: CommitmentRule = (view) => {
  if (view.time !== 'explicit' || !(view.classes & is.yours) || !mentions(view, scheduled)) return null;
  return view.classes & (is.be | is.have) ? commitment(view, 'planned', { act: 'action' }) : null;
};

const ordersOwn = wordSet("order's parcel's");
const leaves = wordSet('ships goes going heading');
const travels = wordSet('flight train bus ferry renewal subscription');

/** Somebody else takes it; "in the post" is where we put it. */
function isCarried(view: ClauseView): boolean {
  return view.words.some((word) => isA(word, is.outsider) && word.text !== 'post');
}

const goesOut = /\b(?:goes|going|heading) out$/;

/** "Your replacement ships on Friday", "your order's going out today". */
const leavesRule: CommitmentRule = (view) => {
  if (view.time !== 'explicit' || isCarried(view) || mentions(view, travels)) return null;
  const self = view.words.findIndex((word) => isA(word, is.self));
  if (self >= 0 && self < view.words.findIndex(({ text }) => leaves.has(text))) return null;
  if (!(view.classes & is.yours) || !(view.classes & is.goods || mentions(view, ordersOwn) || goesOut.test(view.plain)))
    return null;
  return mentions(view, leaves) ? commitment(view, 'leaves', { act: 'action' }) : null;
};

const forThen = /\b(?:booked|scheduled|due)(?: in)?(?: for)?$/;

/** "An engineer is booked in to visit you on Thursday." */
const bookedRule: CommitmentRule = (view) => {
  if (view.time !== 'explicit' || !(view.classes & is.staff) || !(view.classes & is.be)) return null;
  const booked = view.words.findIndex(({ text }) => /^(?:booked|scheduled|assigned|due|set)$/.test(text));
  const to = view.words.findIndex(({ text }, index) => index > booked && text === 'to');
  if (booked >= 0 && forThen.test(view.plain)) return commitment(view, 'planned', { act: 'action' });
  if (booked < 0 || to < 0 || !isA(view.words[to + 1], is.act | is.call | is.tell)) return null;
  return commitment(view, 'planned', { act: actOf(view) });
};

const openToAll = /^(?:all |most )?(?:complaints|requests|queries|questions|claims|orders|applications|reports)\b/;

/** "Messages are answered within a day". */
function isHabitOf(view: ClauseView, before: readonly Word[], be: number): boolean {
  if (view.time === 'none' || !/^(?:is|are)$/.test(before[be]?.text ?? '') || before.length > be + 3) return false;
  return (view.classes & (is.answer | is.goods | is.tell)) !== 0 || openToAll.test(view.plain);
}

/** "The missing towel gets shipped by Monday". */
function getsDone(view: ClauseView, before: readonly Word[]): boolean {
  const gets = /^gets?$/.test(before.at(-1)?.text ?? '');
  return gets && (view.ahead || view.laterToday) && !before.some((word) => isA(word, is.self | is.customer));
}

/** Something shall be done, or is done as a habit within a time. */
function isPassivePromise(view: ClauseView, before: readonly Word[]): boolean {
  if (getsDone(view, before)) return true;
  const be = before.findIndex((word) => isA(word, is.be));
  if (be < 0 || before.some((word) => isA(word, is.self) || word.text === 'been')) return false;
  if (before.some((word) => isA(word, is.will) || word.text === 'should')) return true;
  if (view.time === 'explicit' && before.some(({ text }) => text === 'being')) return true;
  return isHabitOf(view, before, be);
}

const willBe = wordSet("will it'll");
const lookedInto = wordSet('investigated looked refunded resolved sorted reviewed fixed reimbursed corrected credited');

/** "A new strap will be sent out to you." */
function sentToYou(view: ClauseView): boolean {
  return /\b(?:sent|posted|shipped|issued|delivered|refunded|credited)\b(?: [a-z]+)? to you\b/.test(view.plain);
}

/** "This will be investigated", "your complaint will be looked into". */
function isLookedInto(view: ClauseView): boolean {
  const mine =
    (view.classes & is.yours) !== 0 ||
    /^(?:(?:i promise|rest assured|be assured)(?: that)? )?(?:this|it|it'll|that)\b/.test(view.plain);
  const done = (view.classes & is.yours) !== 0 && view.words.some((word) => isA(word, is.done));
  return (
    ((mine && mentions(view, lookedInto)) || done || sentToYou(view)) &&
    mentions(view, willBe) &&
    !mentions(view, policy)
  );
}

/** What is changed or told for everybody. */
const products = /^(?:version|feature|release|season|episode|album|winners|winner|line-up|timetable|menu|website)$/;
const notForThem =
  /^(?:closed|charged|billed|debited|renewed|cancelled|canceled|required|taken|expected|deducted|disconnected|suspended|asked|held|launched|announced|published|opened|released|removed|based|introduced|needed|interested|pleased|delighted|delayed|limited|increased|reduced|ended|played|shown|broadcast|married|used|called|listed|affected|excited)$/;

const ownAffairs = wordSet('road store shop library office rules app site website meeting show match');

/** The participle of what is done: a listed one, or with a deadline any behind "will be" in what is the customer's. */
function participleAt(view: ClauseView): number {
  const listed = view.words.findIndex(
    (word, index) =>
      isA(word, is.done) &&
      (view.words.slice(0, index).some((before) => isA(before, is.be)) || /^gets?$/.test(textAt(view, index - 1))),
  );
  if (listed >= 0 || view.time !== 'explicit') return listed;
  const theirs = (view.classes & (is.yours | is.customer | is.goods)) !== 0 || view.ahead;
  if (!theirs || mentions(view, ownAffairs)) return -1;
  return view.words.findIndex(
    ({ text }, index) =>
      index > 1 &&
      /^(?:be|get|being)$/.test(textAt(view, index - 1)) &&
      /(?:[a-z]{3}ed|made|done|met|dealt|cut|lit|sewn|built|written|drawn|hung|laid|put|swept|dug|bound)$/.test(text) &&
      !notForThem.test(text),
  );
}

/** "A refund will be issued", "messages are answered within a day". */
const passiveRule: CommitmentRule = (view) => {
  if (view.words.some(({ text }) => products.test(text))) return null;
  const done = participleAt(view);
  if (done < 0 || byOutsider(view) || /^(?:booked|reserved)$/.test(textAt(view, done))) return null;
  return isPassivePromise(view, view.words.slice(0, done))
    ? commitment(view, 'getDone', { act: actOf(view), alone: isLookedInto(view) })
    : null;
};

const scheduled = wordSet('scheduled arranged');
const places = wordSet('letterbox post account inbox card mat door place doorstep mailbox');
const resetting = wordSet('reset');
const counting = wordSet('count');
const taken = wordSet('taken charged debited deducted collected billed');
const forecast = wordSet('parcel package order flight train delivery');

/** "The money should reach your account", "the heating will be back on". */
const arriveRule: CommitmentRule = (view) => {
  if (view.time !== 'explicit' || view.classes & (is.self | is.outsider)) return null;
  if (!(view.classes & is.arrive) || mentions(view, resetting)) return null;
  const future = view.words.some((word) => isA(word, is.will) || word.text === 'should');
  if (!future || mentions(view, taken) || mentions(view, forecast) || view.classes & (is.call | is.tell)) return null;
  const concerns = (view.classes & (is.customer | is.yours | is.goods)) !== 0 || mentions(view, places);
  return concerns ? commitment(view, 'arrives', { act: view.classes & is.answer ? 'reply' : 'action' }) : null;
};

const times = wordSet('time times');
const timedNouns = wordSet('response reply responses replies answer answers');

const formulaRule: CommitmentRule = (view) => {
  if (view.time === 'none') return null;
  const at = view.words.findIndex(({ text }) => timedNouns.has(text));
  const update = view.words.findIndex(({ text }) => text === 'update');
  if (update > 0 && textAt(view, update - 1) === 'next') return commitment(view, 'formula', { act: 'reply' });
  if (at < 0) return null;
  if (view.words.slice(at + 1, at + 3).some(({ text }) => times.has(text)))
    return commitment(view, 'formula', { act: 'reply' });
  const takes = view.words.slice(at + 1, at + 5).some(({ text }) => /^(?:take|takes|taking)$/.test(text));
  if (takes) return commitment(view, 'mayTake', { act: 'reply' });
  const follow = view.words.some(({ text }) => text === 'follow' || text === 'follows');
  const bare = view.words.length <= 5 && view.words.every((word) => isA(word, is.grammar | is.answer));
  return follow || bare ? commitment(view, 'formula', { act: 'reply' }) : null;
};

const doThat = wordSet('that this it');
const doThatRule: CommitmentRule = (view) =>
  view.time === 'explicit' &&
  doThat.has(textAt(view, 0)) &&
  isA(view.words[1], is.will) &&
  /^(?:be|happen)$/.test(textAt(view, 2))
    ? commitment(view, 'doThat', { act: 'reply' })
    : null;

const toRespond = /\btake\b.*\bto (?:respond|reply|answer|come back|get back)\b/;

/** "It can take two days before you hear from us", "it may take a week for us to respond". */
const lastsRule: CommitmentRule = (view) => {
  if (toRespond.test(view.plain)) return commitment(view, 'lastsUntil', { act: 'reply' });
  const lasts =
    view.words.some(({ text }) => text === 'take') && view.words.some(({ text }) => text === 'before' || text === 'to');
  const theirs = (view.classes & (is.answer | is.hear)) !== 0 && (view.classes & (is.customer | is.answer)) !== 0;
  return lasts && theirs ? commitment(view, 'lastsUntil', { act: 'reply' }) : null;
};

const turnaround = wordSet('turnaround');
const turnaroundRule: CommitmentRule = (view) =>
  view.time !== 'none' && mentions(view, turnaround) ? commitment(view, 'processing', { act: 'action' }) : null;

const countRule: CommitmentRule = (view) =>
  view.time !== 'none' &&
  mentions(view, counting) &&
  (view.classes & is.customer) !== 0 &&
  (view.classes & is.answer) !== 0
    ? commitment(view, 'expect', { act: 'reply' })
    : null;

const leaveIt = /^(?:leave (?:it|this|that)(?: one)? (?:with|to) (?:me|us)|consider it (?:done|sorted|fixed))\b/;
const leaveRule: CommitmentRule = (view) =>
  leaveIt.test(view.plain) ? commitment(view, 'leaveIt', { act: 'action', alone: true }) : null;

/** Rules whose subject is the customer or what the customer waits for. */
export const englishThingRules: readonly GatedRule[] = [
  always(is.hear, hearRule),
  always(is.customer, contactedRule),
  always(is.customer, receiveRule),
  explicit(is.yours, plannedRule),
  explicit(is.staff, bookedRule),
  explicit(is.yours, leavesRule),
  always(is.be | is.will | is.receive, passiveRule),
  timed(0, expectRule),
  timed(answered | is.act | is.call, grantRule),
  timed(is.answer | is.tell, formulaRule),
  explicit(is.arrive, arriveRule),
  explicit(is.will, doThatRule),
  timed(is.answer | is.hear | is.tell, lastsRule),
  timed(0, turnaroundRule),
  timed(is.customer, countRule),
  always(0, leaveRule),
  ...englishStateRules,
];
