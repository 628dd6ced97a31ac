import { adjoins, always, commitment, explicit, isA, mentions, timed } from './clause-view.ts';
import type { ClauseView, Commitment, CommitmentRule, GatedRule, Word } from './clause-view.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

function textAt(view: ClauseView, index: number): string {
  return view.words[index]?.text ?? '';
}

function hasFuture(view: ClauseView): boolean {
  return view.words.some((word) => isA(word, is.will) || word.text === 'should');
}

const isBeing = /^(?:be|is|are|been|get|back|it's|that's)$/;
const working = wordSet(
  'unlocked accessible active visible usable available up working online running connected reconnected live restored back up sorted fixed',
);
const inPlace = wordSet('account bank inbox post mail mailbox letterbox app');
const concerned = wordSet(
  "it it'll that'll everything lift elevator electricity gas wifi power heating water internet broadband service line phone connection money refund card profile account site page",
);

const placed = wordSet('in on');
const running = wordSet('run work function');
const waiting = wordSet('waiting');
const taken = /^(?:taken|charged|debited|deducted|collected|billed|opening|closed)$/;

function inPlaceOf(view: ClauseView): Commitment | null {
  if (!(view.classes & (is.yours | is.customer | is.goods))) return null;
  return commitment(view, 'inPlace', { act: view.classes & is.answer ? 'reply' : 'action' });
}

/** Ours to do or somebody else's; "your bank" is only where the money comes. */
function isElsewhere(view: ClauseView): boolean {
  return (view.classes & is.self) !== 0 || ((view.classes & is.outsider) !== 0 && !/\byour bank\b/.test(view.plain));
}

function runsAgain(view: ClauseView): boolean {
  return mentions(view, onceMore) && mentions(view, running) && mentions(view, concerned);
}

function isWorking(view: ClauseView): boolean {
  return mentions(view, working) && ((view.classes & (is.yours | is.customer)) !== 0 || mentions(view, concerned));
}

/** "Your line will be working again by tomorrow", "the refund should be in your account by Friday". */
const englishRestoredRule: CommitmentRule = (view) => {
  if (isElsewhere(view) || !hasFuture(view) || view.words.some(({ text }) => taken.test(text))) return null;
  if (!runsAgain(view) && !view.words.some(({ text }) => isBeing.test(text))) return null;
  if (mentions(view, inPlace) && mentions(view, placed)) return inPlaceOf(view);
  return runsAgain(view) || mentions(view, waiting) || isWorking(view)
    ? commitment(view, 'restored', { act: 'action' })
    : null;
};

const outThere = wordSet('up down along there coming out round over onsite with visiting due around');

/** "We've got an engineer coming out on Tuesday", "I've booked an engineer". */
function isBookedByUs(view: ClauseView, staff: number): boolean {
  if (!(view.classes & is.self) || mentions(view, notBooked)) return false;
  return view.words.slice(0, staff).some(({ text }) => /^(?:booked|arranged|scheduled)$|'ve$/.test(text));
}

/** "An engineer is coming out tomorrow", "the engineer will be there at 2". */
const englishVisitRule: CommitmentRule = (view) => {
  if (!(view.classes & is.staff) || view.classes & is.outsider) return null;
  const staff = view.words.findIndex((word) => isA(word, is.staff));
  const after = view.words.slice(staff + 1, staff + 8);
  if (isBookedByUs(view, staff)) return commitment(view, 'planned', { act: 'action' });
  if (view.classes & is.self || ![view.words[staff], ...after].some((word) => isA(word, is.be | is.will))) return null;
  return after.some(({ text }) => outThere.has(text)) ? commitment(view, 'visit', { act: 'action' }) : null;
};
const notBooked = wordSet('spoken asked told contacted passed emailed informed heard chased forwarded');

const inThePost = /\b(?:go|goes|is|are) in (?:the )?(?:post|mail)\b/;
const departs = wordSet('shipping ship ships leave leaves go goes dispatched posted');
const onceMore = wordSet('again');
const ordered = wordSet('order parcel');
const publicly = wordSet('sale live');
const thing = wordSet(
  "charger handset battery it it'll replacement card parcel order one package letter sim fix patch copy keys update tickets",
);

/** "It ships tomorrow", "your replacement leaves us tomorrow", "a new card goes out on Friday". */
const englishDepartsRule: CommitmentRule = (view) => {
  if (view.classes & is.self || (view.classes & is.outsider && !inThePost.test(view.plain))) return null;
  const posted = inThePost.test(view.plain);
  const verb = view.words.findIndex(({ text }) => departs.has(text) || (posted && /^(?:is|are)$/.test(text)));
  if (verb < 1 || !view.words.slice(0, verb).some((word) => thing.has(word.text) || isA(word, is.goods))) return null;
  const out =
    /^ships?$/.test(textAt(view, verb)) ||
    (/^(?:out|us|our)$/.test(textAt(view, verb + 1)) &&
      !(textAt(view, verb + 1) === 'our' && mentions(view, ordered))) ||
    posted;
  return out && !mentions(view, publicly) ? commitment(view, 'departs', { act: 'action' }) : null;
};

const backWith = /^back (?:with|to) (?:you|u|ya)\b|^back on (?:this|it)\b/;
const news = wordSet(
  'expected estimated eta for more news update updates answer reply response info information details on this that to follow another next final full your an a the from us me and then further',
);
const newsCore = wordSet('eta more news update updates answer reply response info information details');

/** "News on your claim". */
function isTopic(word: Word): boolean {
  return isA(word, is.goods | is.yours);
}

/** "More on this tomorrow, Dave." */
function isAddressed(words: readonly Word[], index: number): boolean {
  return (
    index > 0 && index === words.length - 1 && words[index]?.classes === 0 && !adjoins(words[index - 1], words[index])
  );
}

/** "Back with you in ten minutes", "more news by 5pm", "update by noon", "refund to follow". */
const englishNewsRule: CommitmentRule = (view) => {
  if (view.time !== 'none' && backWith.test(view.plain))
    return commitment(view, 'backWith', { act: 'reply', alone: true });
  if (view.words.length > 7) return null;
  if (/\bto follow$/.test(view.plain))
    return commitment(view, 'follows', {
      alone: true,
      act: view.classes & is.answer || mentions(view, newsCore) ? 'reply' : 'action',
    });
  if (!mentions(view, newsCore)) return null;
  return view.words.every((word, index) => news.has(word.text) || isTopic(word) || isAddressed(view.words, index))
    ? commitment(view, 'news', { act: 'reply' })
    : null;
};

const lookOut =
  /^(?:look out for|keep an eye (?:out )?(?:on|for)|watch (?:for|out for)) (?:our|my|an|the|your) (?:[a-z]+ )?(?:email|mail|text|message|call|reply|inbox)\b/;

/** "Look out for our email tomorrow". */
const englishLookOutRule: CommitmentRule = (view) =>
  lookOut.test(view.plain) ? commitment(view, 'lookOut', { act: view.classes & is.call ? 'call' : 'reply' }) : null;

const bare = /^(?:all )?(?:sorted|fixed|resolved|refunded|repaired|mended|done)(?: promise| promised)?$/;

/** "Sorted by Friday": a bare participle with a deadline. */
const englishBareDoneRule: CommitmentRule = (view) =>
  view.ahead && bare.test(view.plain) ? commitment(view, 'bareDone', { act: 'action' }) : null;

const gets = wordSet('get gets receive receives have');

/** "All complaints get a reply within five days". */
const englishGetsRule: CommitmentRule = (view) => {
  if (view.classes & (is.self | is.outsider | is.customer)) return null;
  const verb = view.words.findIndex(({ text }) => gets.has(text));
  const answer = view.words.slice(verb + 1, verb + 4).some((word) => isA(word, is.answer));
  return verb > 0 && answer ? commitment(view, 'gets', { act: 'reply' }) : null;
};

const decisions = wordSet('decided answered handled processed reviewed assessed resolved');
const arranged = wordSet('booked scheduled confirmed reserved cancelled canceled delayed arranged completed');

/** "Your claim is decided within ten days". */
const englishDecidedRule: CommitmentRule = (view) => {
  if (!view.ahead || view.classes & (is.self | is.outsider)) return null;
  return (view.classes & is.yours) !== 0 &&
    (mentions(view, decisions) || (view.words.some((one) => isA(one, is.done)) && !mentions(view, arranged))) &&
    view.words.some(({ text }) => /^(?:is|are|gets)$/.test(text))
    ? commitment(view, 'decided', { act: 'action' })
    : null;
};

const takesUs = /\b(?:it )?(?:usually |normally |currently |typically |generally )?takes (?:us|me|our [a-z]+)\b/;

/** "It takes us about two hours to reply". */
const englishTakesUsRule: CommitmentRule = (view) => {
  if (view.time === 'none' || !(view.classes & (is.tell | is.call | is.act | is.answer))) return null;
  return takesUs.test(view.plain) ? commitment(view, 'mayTake') : null;
};

/** "You'll find it in your inbox in half an hour". */
const englishFindRule: CommitmentRule = (view) => {
  if (view.classes & (is.self | is.outsider) || !hasFuture(view)) return null;
  const found = view.words.findIndex(
    (word, index) => word.text === 'find' && isA(view.words[index - 1], is.customer | is.will),
  );
  return found > 0 && (mentions(view, inPlace) || (view.classes & is.goods) !== 0)
    ? commitment(view, 'find', { act: 'action' })
    : null;
};

/** "Your refund is on its way", "a refund is on its way to you", "your refund will follow". */
function moneyComes(view: ClauseView, way: boolean): boolean {
  const at = view.words.findIndex(({ text }) => moneys.test(text));
  if (at < 0) return false;
  const yours = isA(view.words[at - 1], is.yours);
  return (way && yours) || /\bon its way to you\b|\byour [a-z]+ will follow\b/.test(view.plain);
}

/** "A voucher is on its way to you shortly". */
const englishOnItsWayRule: CommitmentRule = (view) => {
  if (view.classes & (is.self | is.outsider) || !(view.classes & (is.goods | is.yours))) return null;
  const way = /\bon (?:its|the|their) way\b/.test(view.plain);
  if (moneyComes(view, way)) return commitment(view, 'onItsWay', { act: 'action', alone: true });
  if ((view.time === 'explicit' || view.classes & is.goods) && view.classes & is.yours && comesYourWay.test(view.plain))
    return commitment(view, 'onItsWay', { act: view.classes & is.answer ? 'reply' : 'action' });
  return way && (view.time !== 'none' || /\bwill be on\b/.test(view.plain))
    ? commitment(view, 'onItsWay', { act: 'action', alone: true })
    : null;
};

const comesYourWay =
  /\b(?:coming|heading|winging its way|making its way) (?:your way|to you|to your (?:inbox|door|account))\b/;
const moneys = /^(?:refund|money|payment|voucher|reimbursement|compensation|credit|gift)$/;
const goal = /\b(?:my|our|the) (?:[a-z]+ )?(?:aim|goal|plan|target|intention) is (?:to|for|that)\b/;

/** "Our goal is to answer within four hours", "the plan is to get it fixed by Friday". */
const englishGoalRule: CommitmentRule = (view) => {
  if (view.classes & is.outsider) return null;
  const does = (view.classes & (is.tell | is.call | is.act | is.answer)) !== 0;
  return does && goal.test(view.plain) ? commitment(view, 'goal') : null;
};

const able = /\byou(?:'ll| will| should) be able to (?:log|use|access|order|call|pay|sign|browse|watch|play|get)\b/;

const phone = wordSet('phone');
const toYouByPhone = /\b(?:be|get) on the phone (?:to|with) you\b/;

/** "Someone should be on the phone to you within ten minutes". */
const englishOnThePhoneRule: CommitmentRule = (view) =>
  mentions(view, phone) && hasFuture(view) && toYouByPhone.test(view.plain)
    ? commitment(view, 'onThePhone', { act: 'call' })
    : null;

const comingWords = wordSet('coming following way');
const answerComing =
  /\b(?:is|are|'s) (?:coming|following|on its way)\b|^(?:an )?(?:answer|update|reply|news) (?:coming|on its way)\b/;

/** "A proper answer is coming asap". */
const englishAnswerComingRule: CommitmentRule = (view) =>
  mentions(view, comingWords) && !(view.classes & (is.self | is.outsider)) && answerComing.test(view.plain)
    ? commitment(view, 'answerComing', { act: 'reply' })
    : null;

/** "You'll be able to log in again within the hour". */
const englishAbleRule: CommitmentRule = (view) => {
  if (!view.ahead || !mentions(view, onceMore)) return null;
  return able.test(view.plain) ? commitment(view, 'ableAgain', { act: 'action' }) : null;
};

const liesThere = /^there(?:'ll| will) be (?:a|an|your)\b/;

/** "There'll be a letter on your mat by Friday". */
const englishThereRule: CommitmentRule = (view) => {
  if (!(view.classes & (is.yours | is.customer))) return null;
  if (!liesThere.test(view.plain)) return null;
  return view.classes & (is.goods | is.answer)
    ? commitment(view, 'liesThere', { act: view.classes & is.answer ? 'reply' : 'action' })
    : null;
};

const moneyMoves =
  /\b(?:money|refund|payment|credit)(?:'s| is|'ll be| will be) (?:coming|going) (?:straight |right )?(?:back|through|out|to you)\b/;

/** "Refund's going through tonight", "that money's coming back to you". */
const englishMoneyMovesRule: CommitmentRule = (view) =>
  !(view.classes & is.outsider) && moneyMoves.test(view.plain)
    ? commitment(view, 'moneyMoves', { act: 'action', alone: /\bto you\b/.test(view.plain) })
    : null;

const lands = /\b(?:lands?|arrives?|drops?|hits?)\b(?: [a-z]+){0,2} (?:your|you)\b/;

const backFrom = /\byour [a-z]+ is back (?:from|with)\b/;
const comesToThem =
  /\byour (?!parcel|package|order|flight|train|delivery)(?:[a-z]+ ){1,3}(?:arrives|lands|gets (?:a|an|its))\b/;

/** "Fresh login details land in your inbox in half an hour". */
const englishLandsRule: CommitmentRule = (view) =>
  !(view.classes & (is.self | is.outsider)) &&
  ((mentions(view, inPlace) && lands.test(view.plain)) || comesToThem.test(view.plain) || backFrom.test(view.plain))
    ? commitment(view, 'lands', { act: view.classes & is.answer ? 'reply' : 'action' })
    : null;

/** Rules of what a customer will find: working again, on the account, at the door, or short news without a verb. */
export const englishStateRules: readonly GatedRule[] = [
  explicit(0, englishRestoredRule),
  explicit(is.staff, englishVisitRule),
  explicit(0, englishDepartsRule),
  always(0, englishNewsRule),
  explicit(is.tell | is.answer | is.call, englishLookOutRule),
  explicit(is.done, englishBareDoneRule),
  explicit(is.answer, englishGetsRule),
  explicit(is.yours, englishDecidedRule),
  timed(is.tell | is.call | is.act | is.answer, englishTakesUsRule),
  explicit(is.will, englishFindRule),
  always(is.goods | is.yours, englishOnItsWayRule),
  explicit(is.tell | is.call | is.act | is.answer, englishGoalRule),
  explicit(is.customer, englishAbleRule),
  explicit(is.customer, englishOnThePhoneRule),
  timed(is.answer, englishAnswerComingRule),
  explicit(is.yours | is.customer, englishThereRule),
  always(0, englishMoneyMovesRule),
  explicit(is.yours, englishLandsRule),
];
