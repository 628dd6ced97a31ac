import type { Word } from './clause-view.ts';
import { lexemeAt } from './lexemes.ts';
import type { Lexeme } from './lexemes.ts';
import type { PromiseLanguage } from './promise-reading.ts';
import { wordClass } from './word-classes.ts';
import { addMemberships } from './word-sets.ts';
import type { Memberships } from './word-sets.ts';

/** A word of normalised text, [start, end), with its classes in both languages. */
export type Token = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly nl: number;
  readonly en: number;
  readonly lexeme: Lexeme;
};

/** 1 = a letter or digit; 2 = a sign that joins two of them to one word ("who's", "24-48"). */
const unitKinds = new Uint8Array(128);
for (const unit of 'abcdefghijklmnopqrstuvwxyz0123456789') unitKinds[unit.charCodeAt(0)] = 1;
for (const unit of "'-") unitKinds[unit.charCodeAt(0)] = 2;

const hashSeed = 0x811c9dc5;
const hashPrime = 0x01000193;

function kindAt(text: string, index: number): number {
  return index < text.length ? (unitKinds[text.charCodeAt(index)] ?? 0) : 0;
}

/** The words of a normalised text, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const { length } = text;
  for (let index = 0; index < length; index += 1) {
    if (kindAt(text, index) !== 1) continue;
    const start = index;
    let hash = hashSeed;
    for (let kind = 1; kind === 1 || (kind === 2 && kindAt(text, index + 1) === 1); kind = kindAt(text, index)) {
      hash = Math.imul(hash ^ text.charCodeAt(index), hashPrime);
      index += 1;
    }
    const lexeme = lexemeAt(text, start, index, hash);
    tokens.push({ text: lexeme.text, start, end: index, nl: lexeme.nl, en: lexeme.en, lexeme });
  }
  return tokens;
}

/** The word lists of the grammar that the words of a stretch stand in. */
export function membershipsIn(
  tokens: readonly Token[],
  stretch: { readonly start: number; readonly end: number },
): Memberships {
  const all: number[] = [];
  for (let index = firstFrom(tokens, stretch.start); index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token || token.start >= stretch.end) break;
    addMemberships(all, token.lexeme.memberships);
  }
  return all;
}

/** The index of the first of ordered stretches that starts at or after a place. */
export function firstFrom(tokens: readonly { readonly start: number }[], place: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function balanceOf({ nl, en }: Token): number {
  if (nl !== 0 && en !== 0) return 0;
  return nl !== 0 ? 2 : en !== 0 ? -2 : 0;
}

/** The languages to read a stretch in, the likelier first; two when the words do not tell. */
export function languagesOf(
  tokens: readonly Token[],
  stretch: { readonly start: number; readonly end: number },
  usual: PromiseLanguage,
): readonly PromiseLanguage[] {
  let balance = 0;
  for (let index = firstFrom(tokens, stretch.start); index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token || token.start >= stretch.end) break;
    balance += balanceOf(token);
  }
  if (balance === 0) return usual === 'nl' ? ['nl', 'en'] : ['en', 'nl'];
  return balance > 0 ? ['nl'] : ['en'];
}

const owners: ReadonlySet<string> = new Set(['onze', 'onz', 'our', 'mijn', 'my']);
const ourPlaces = /^(?:magazijn|lab|laboratorium|bedrijf|bureau|atelier|kantoor)$/;

/** What is ours but nobody: its verbs tell what happens, not what we do. */
const ourThings =
  /(?:winkel|winkels|shop|shops|store|stores|site|website|app|(?<!red)actie|sale|collectie|prijs|prijzen|tarieven|excuses|apologies|voorwaarden|policy|hours|tijden|kantoor|office|offices|nieuwsbrief|newsletter|klanten|customers|kant|vestiging|line|lines|voorstelling|show|concert|festival|systeem|systemen|system|systems|server|servers)$/;

/** Never one of us, even if they are "our supplier". */
const makers =
  /^(?:suppliers?|manufacturer|wholesaler|distributor|importer|importeur|leveranciers?|fabrikant|landlord|council|bank)$/;

const nounMarks: ReadonlySet<string> = new Set(['de', 'een', 'onze', 'je', 'jouw', 'uw', 'deze', 'mijn', 'die']);

/** "Onze koerier" and "een koerier van ons" are ours, whoever carries for others; "een van ons" is one of us, "de app" no verb. */
function ownClasses(tokens: readonly Token[], index: number, language: PromiseLanguage): number {
  const token = tokens[index];
  if (!token) return 0;
  const before = tokens[index - 1]?.text ?? '';
  const classes = token[language];
  if (classes & wordClass.outsider) return isOurOutsider(tokens, index, before) ? turned(classes) : classes;
  if (classes === 0) return isOurs(token.text, before) || isOneOfUs(tokens, index, before) ? wordClass.staff : 0;
  if (isOneOfUs(tokens, index, before)) return wordClass.staff;
  return token.text === 'app' && nounMarks.has(before) ? 0 : classes;
}

function turned(classes: number): number {
  return classes ^ (wordClass.outsider | wordClass.staff);
}

/** "Onze koerier", "een koerier van ons". */
function isOurOutsider(tokens: readonly Token[], index: number, before: string): boolean {
  const noun = tokens[index]?.text ?? '';
  const ours = owners.has(before) || (owners.has(tokens[index - 2]?.text ?? '') && describes(tokens[index - 1]));
  return (ours && !makers.test(noun)) || isOfOurs(tokens, index + 1);
}

/** "Onze eigen koeriersdienst", "our minibus driver": a word between that is no verb, no preposition and nobody else. */
function describes(token: Token | undefined): boolean {
  return token !== undefined && (token.nl | token.en) === 0;
}

function isOneOfUs(tokens: readonly Token[], index: number, before: string): boolean {
  const text = tokens[index]?.text;
  return (text === 'ons' || text === 'us') && isOneOf(tokens[index - 2]?.text, before);
}

function isOfOurs(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.text === 'van' && tokens[index + 1]?.text === 'ons';
}

function isOneOf(one: string | undefined, of: string): boolean {
  return (of === 'van' && (one === 'een' || one === 'iemand')) || (of === 'of' && (one === 'one' || one === 'either'));
}

function isOurs(noun: string, before: string): boolean {
  return before === 'ons' ? ourPlaces.test(noun) : (before === 'onze' || before === 'our') && !ourThings.test(noun);
}

/** The words of a stretch in one language, without those inside the given time phrases. */
export function wordsBetween(
  tokens: readonly Token[],
  stretch: { readonly start: number; readonly end: number },
  phrases: readonly { readonly start: number; readonly end: number }[],
  language: PromiseLanguage,
): Word[] {
  const words: Word[] = [];
  let next = Math.max(0, firstFrom(phrases, stretch.start) - 1);
  for (let index = firstFrom(tokens, stretch.start); index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token || token.start >= stretch.end) break;
    while ((phrases[next]?.end ?? Infinity) <= token.start) next += 1;
    const phrase = phrases[next];
    if (phrase && token.start >= phrase.start) continue;
    words.push({
      text: token.text,
      start: token.start,
      end: token.end,
      classes: ownClasses(tokens, index, language),
      memberships: token.lexeme.memberships,
    });
  }
  return words;
}

const farthestBack = 40;

/** Whether the last people named before a place are ours or somebody else's. */
export function peopleBefore(
  tokens: readonly Token[],
  place: number,
  language: PromiseLanguage,
): 'ours' | 'others' | 'unknown' {
  const from = firstFrom(tokens, place) - 1;
  for (let index = from; index >= 0 && index > from - farthestBack; index -= 1) {
    const classes = ownClasses(tokens, index, language);
    if (classes & wordClass.staff) return 'ours';
    if (classes & wordClass.outsider) return 'others';
  }
  return 'unknown';
}
