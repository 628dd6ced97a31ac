import type { Language } from './cue-model.ts';

const vowel = /[aeiou]/;

/** Dutch inflected base: boos→boze, kapot→kapotte, laf→laffe, traag→trage, lief→lieve. */
function dutchBase(lemma: string): string {
  const long = /^(.*[^aeiou])?([aeou])\2([bcdfgklmnprstv])$/.exec(lemma);
  if (long !== null) return `${long[1] ?? ''}${long[2] ?? ''}${voiced(long[3] ?? '')}`;
  const short = /([^aeiou]|^)([aeiou])([bdfgklmnprst])$/.exec(lemma);
  if (short !== null && isStressedEnd(lemma)) return lemma + (short[3] ?? '');
  const last = lemma.at(-1) ?? '';
  return 'fs'.includes(last) && vowel.test(lemma.at(-2) ?? '') ? lemma.slice(0, -1) + voiced(last) : lemma;
}

// -ig, -lijk, -er, -en, -el carry no stress, so their consonant stays single; short words double it.
function isStressedEnd(lemma: string): boolean {
  return !/(ig|lijk|er|en|el|et|em|isch)$/.test(lemma) || lemma.length <= 3;
}

function voiced(letter: string): string {
  return letter === 's' ? 'z' : letter === 'f' ? 'v' : letter;
}

function dutchAdjective(lemma: string): string[] {
  if (lemma.endsWith('e')) return [lemma, `${lemma}r`, `${lemma}n`];
  const base = dutchBase(lemma);
  const comparative = lemma.endsWith('r') ? `${lemma}der` : `${base}er`;
  return [lemma, `${base}e`, comparative, `${comparative}e`, `${lemma}s`, `${lemma}st`, `${lemma}ste`, `${base}en`];
}

function dutchNoun(lemma: string): string[] {
  const base = dutchBase(lemma);
  return [lemma, `${base}en`, `${lemma}s`, `${lemma}n`, `${lemma}je`, `${lemma}jes`, `${lemma}tje`];
}

/** Forms of a weak Dutch verb; strong forms are written out in the word lists. Separable: `op|bellen`. */
function dutchVerb(lemma: string): string[] {
  const [particle, verb] = lemma.includes('|') ? lemma.split('|') : ['', lemma];
  const root = (verb ?? '').replace(/e?n$/, '');
  const open = /^(.*[^aeiou])?([aeou])([bdfgklmnprstvz])$/.exec(root);
  const doubled = /(.)\1$/.test(root);
  let stem = doubled ? root.slice(0, -1) : open === null || /(er|el|en|ig)$/.test(root) ? root : `${open[1] ?? ''}${(open[2] ?? '').repeat(2)}${open[3] ?? ''}`;
  const tail = /[tkfschp]$/.test(stem) || /[sf]$/.test(stem) ? 't' : 'd';
  stem = stem.replace(/v$/, 'f').replace(/z$/, 's');
  const past = stem.endsWith(tail) ? stem : stem + tail;
  const participle = /^(be|ge|ver|her|ont)/.test(stem) ? past : `ge${past}`;
  const forms = [verb ?? '', stem, stem.endsWith('t') ? stem : `${stem}t`, `${stem}${tail}e`, `${stem}${tail}en`];
  const joined = forms.map((form) => (particle ?? '') + form);
  return [...joined, (particle ?? '') + participle, `${particle ?? ''}${participle}e`, `${lemma.replace('|', '')}d`, `${lemma.replace('|', '')}de`];
}

function englishAdjective(lemma: string): string[] {
  if (lemma.endsWith('y')) return [lemma, `${lemma.slice(0, -1)}ier`, `${lemma.slice(0, -1)}iest`, `${lemma.slice(0, -1)}ily`];
  if (lemma.endsWith('e')) return [lemma, `${lemma}r`, `${lemma}st`, `${lemma}ly`];
  return [lemma, `${lemma}er`, `${lemma}est`, `${lemma}ly`];
}

function englishVerb(lemma: string): string[] {
  const base = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  const third = /(s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const irregularY = /[^aeiou]y$/.test(lemma) ? [`${lemma.slice(0, -1)}ied`, `${lemma.slice(0, -1)}ies`] : [];
  return [lemma, third, `${base}ed`, `${base}ing`, ...irregularY];
}

/** The kinds of word a lexicon line may list. */
export type WordKind = 'adjectives' | 'nouns' | 'verbs' | 'words';

/** All forms of a lemma in a language; `words` are taken as written. */
export function formsOf(lemma: string, kind: WordKind, language: Language): string[] {
  if (kind === 'words') return [lemma];
  if (language === 'nl') {
    return kind === 'adjectives' ? dutchAdjective(lemma) : kind === 'nouns' ? dutchNoun(lemma) : dutchVerb(lemma);
  }
  return kind === 'adjectives' ? englishAdjective(lemma) : kind === 'nouns' ? [lemma, `${lemma}s`, `${lemma}es`] : englishVerb(lemma);
}
