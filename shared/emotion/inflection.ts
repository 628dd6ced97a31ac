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

/** werken→werk, klagen→klaag, balen→baal, bellen→bel; v and z still as in the infinitive. */
function dutchVerbStem(verb: string): string {
  const root = verb.replace(/e?n$/, '');
  if (/(.)\1$/.test(root)) return root.slice(0, -1);
  const open = /^(.*[^aeiou])?([aeou])([bdfgklmnprstvz])$/.exec(root);
  if (open === null || /(er|el|en|ig)$/.test(root)) return root;
  const [, head = '', sound = '', close = ''] = open;
  return head + sound + sound + close;
}

/** Forms of a weak Dutch verb; strong forms are written out in the word lists. Separable: `op|bellen`. */
function dutchVerb(lemma: string): string[] {
  const [particle = '', verb = ''] = lemma.includes('|') ? lemma.split('|') : ['', lemma];
  const voicedStem = dutchVerbStem(verb);
  const tail = /[tkfschp]$/.test(voicedStem) ? 't' : 'd';
  const stem = voicedStem.replace(/v$/, 'f').replace(/z$/, 's');
  const past = stem.endsWith(tail) ? stem : stem + tail;
  const participle = /^(be|ge|ver|her|ont)/.test(stem) ? past : `ge${past}`;
  const present = stem.endsWith('t') ? stem : `${stem}t`;
  const forms = [
    verb,
    stem,
    present,
    `${stem}${tail}e`,
    `${stem}${tail}en`,
    participle,
    `${participle}e`,
    `${verb}d`,
    `${verb}de`,
  ];
  return forms.map((form) => particle + form);
}

function englishAdjective(lemma: string): string[] {
  if (lemma.endsWith('y'))
    return [lemma, `${lemma.slice(0, -1)}ier`, `${lemma.slice(0, -1)}iest`, `${lemma.slice(0, -1)}ily`];
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
  return kind === 'adjectives'
    ? englishAdjective(lemma)
    : kind === 'nouns'
      ? [lemma, `${lemma}s`, `${lemma}es`]
      : englishVerb(lemma);
}
