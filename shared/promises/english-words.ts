import {
  actVerbs,
  answers,
  callVerbs,
  doneForms,
  goods,
  grammar,
  idleVerbs,
  outsiders,
  staff,
  staffEndings,
  tellVerbs,
} from './english-words.data.ts';
import { createWordBook, listed, wordClass } from './word-classes.ts';

const is = wordClass;

const contracted = new Map([
  ["'s", is.be],
  ["'re", is.be],
  ["'ll", is.will],
]);
const ours: ReadonlySet<string> = new Set(listed(staff));

/** "Caseworker", and what an apostrophe joins to one of our people: "team's", "manager'll". */
function guessed(word: string): number {
  const sign = word.lastIndexOf("'");
  const joined = sign > 0 ? contracted.get(word.slice(sign)) : undefined;
  const name = joined === undefined ? word : word.slice(0, sign);
  const isOurs = ours.has(name) || (name.length > 3 && staffEndings.test(name));
  return isOurs ? is.staff | (joined ?? 0) : 0;
}

/** Word classes of English, in normalised spelling; a contraction is one word with the classes of both. */
export const englishWords = createWordBook(
  [
    [is.self, listed("we i we'll i'll we're i'm im we've i've we'd i'd ill")],
    [is.staff, listed(staff)],
    [is.outsider, listed(outsiders)],
    [is.customer, listed("you you'll you're you've you'd u youll yourself")],
    [is.yours, listed('your yours')],
    [is.will, listed("will we'll i'll you'll they'll it'll he'll she'll that'll shall gonna going ill youll")],
    [is.be, listed("am is are be being been we're i'm im you're they're it's that's someone's somebody's")],
    [is.have, listed("have has had we've i've you've having")],
    [is.modal, listed('can could may might should must')],
    [
      is.aim,
      listed(
        'aim aims aiming try tries trying hope hopes hoping expect expects expecting plan plans intend strive endeavour endeavor promise promises guarantee ensure sure goal best target',
      ),
    ],
    [is.receive, listed('receive receives receiving get gets getting have expect see know')],
    [is.hear, listed('hear hearing')],
    [is.call, listed(callVerbs)],
    [is.tell, listed(tellVerbs)],
    [is.answer, listed(answers)],
    [is.act, listed(actVerbs)],
    [is.done, listed(doneForms)],
    [is.idle, listed(idleVerbs)],
    [is.goods, listed(goods)],
    [is.arrive, listed('ready drop arrive arrives reach reaches land lands appear appears show back there with')],
    [is.grammar, listed(grammar)],
    [is.preposition, listed('to with by for from of at about in on')],
    [is.anyone, listed("who they they'll they're he she he'll she'll")],
  ],
  guessed,
);
