import { plainForm } from '../emotion/tokens.ts';

// Words of care that answer each other without sharing a stem.
const kin: readonly (readonly string[])[] = [
  [
    'geld',
    'terugbetaling',
    'terugbetalen',
    'terugstorten',
    'teruggestort',
    'terugbetaald',
    'bedrag',
    'storten',
    'gestort',
    'refund',
    'refunded',
    'money',
    'repay',
  ],
  [
    'pakket',
    'pakketje',
    'bestelling',
    'levering',
    'zending',
    'parcel',
    'package',
    'order',
    'delivery',
    'bezorging',
    'bezorgd',
    'delivered',
  ],
  [
    'opzeggen',
    'beeindigen',
    'stopzetten',
    'opzegging',
    'opgezegd',
    'cancel',
    'cancelled',
    'cancellation',
    'annuleren',
    'geannuleerd',
  ],
  [
    'kapot',
    'defect',
    'repareren',
    'reparatie',
    'vervangen',
    'herstellen',
    'broken',
    'repair',
    'replace',
    'replacement',
    'vervanging',
  ],
  ['terugbellen', 'bellen', 'teruggebeld', 'telefoon', 'call', 'phone'],
  ['factuur', 'rekening', 'nota', 'invoice', 'bill'],
  ['festival', 'evenement', 'terrein', 'event', 'venue'],
  ['verrassing', 'verrassen', 'surprise'],
  ['monteur', 'technicus', 'engineer', 'technician'],
  ['adres', 'verhuizen', 'verhuizing', 'address', 'moving'],
];

const kinOf = new Map<string, number>();
kin.forEach((words, index) => {
  for (const word of words) kinOf.set(word, index);
});

// Words of strangers must not fill the memory.
const mostStems = 20_000;
const stems = new Map<string, string>();

function knownStem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = roughStem(word);
  if (stems.size >= mostStems) stems.clear();
  if (word.length < 40) stems.set(word, stem);
  return stem;
}

/** A rough stem for comparing words: without ge-, common endings and doubled letters; not for display. */
export function roughStem(word: string): string {
  const plain = plainForm(word).replace(/^(ge|be)(?=[a-z]{5})/, '');
  const cut =
    plain.length > 5
      ? plain.replace(/(ingen|ing|eerd|eren|den|ten|tje|en|es|ed|er|e|s|d|t)$/, '')
      : plain.replace(/(en|s)$/, '');
  return cut.replaceAll(/(.)\1/g, '$1').slice(0, 6);
}

/** True when two words share a rough stem, one holds the other, or both belong to one family of care words. */
export function areKin(a: string, b: string): boolean {
  const family = kinOf.get(a);
  if (family !== undefined && family === kinOf.get(b)) return true;
  const stemA = knownStem(a);
  const stemB = knownStem(b);
  if (stemA.length < 3 || stemB.length < 3) return a === b;
  return stemA === stemB || (stemA.length >= 5 && b.includes(stemA)) || (stemB.length >= 5 && a.includes(stemB));
}
