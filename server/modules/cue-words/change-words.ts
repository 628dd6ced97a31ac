import type { ClientSession } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import type { BrandBook } from '#server/db/brand-book.ts';
import { derivedId } from '#server/db/derived-id.ts';
import { newId } from '#server/db/ids.ts';
import type { Transactor } from '#server/db/transaction.ts';
import { brandWordFault, phraseKey, type AskedWord, type BrandWord } from '#shared/emotion/brand-words.ts';
import { cueCodes } from '#shared/emotion/cue-model.ts';
import type { LocalText } from '#shared/local-text.ts';
import type { CueWordDoc, CueWordsStore } from './cue-words.store.ts';

/** Who changes words. */
export type WordChanger = { readonly brandId: string; readonly userId: string; readonly userName: string };

/** What became of a change. */
export type WordOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'invalid'; readonly field: string; readonly message: LocalText };

/** What changing words needs. */
export type WordChangeDependencies = {
  readonly store: CueWordsStore;
  readonly clock: Clock;
  readonly transact: Transactor;
  readonly book: Pick<BrandBook<unknown>, 'changed'>;
};

/** More would slow down the reading of every message. */
const mostWords = 300;

const faults = {
  known: { nl: 'Dit woord staat er al bij dit signaal.', en: 'This word is there already for this sign.' },
  full: {
    nl: 'Er staan al 300 woorden; haal er eerst een weg.',
    en: 'There are 300 words already; remove one first.',
  },
} as const;

/** Id of a brand's word. */
export function wordIdOf(brandId: string, { language, code, phrase }: BrandWord): string {
  return derivedId('cueWord', brandId, language, code, phraseKey(phrase));
}

/** The word as it will be stored, or why it cannot be; `known` are the brand's words. */
export function checkedWord(
  brandId: string,
  asked: AskedWord,
  known: readonly CueWordDoc[],
): BrandWord | (WordOutcome & { kind: 'invalid' }) {
  const fault = brandWordFault(asked);
  if (fault) return { kind: 'invalid', ...fault };
  const language = asked.language === 'en' ? 'en' : 'nl';
  const code = cueCodes.find((each) => each === asked.code);
  if (code === undefined) throw new RangeError(`no sign ${asked.code}`);
  const word = { language, code, phrase: asked.phrase.trim().normalize('NFC') } as const;
  const id = wordIdOf(brandId, word);
  if (known.some(({ _id }) => _id === id)) return { kind: 'invalid', field: 'phrase', message: faults.known };
  return known.length >= mostWords ? { kind: 'invalid', field: 'phrase', message: faults.full } : word;
}

/** Adds a word; messages taken in from now on are read with it. */
export async function addWord(
  { store, clock, transact, book }: WordChangeDependencies,
  by: WordChanger,
  asked: AskedWord,
): Promise<WordOutcome> {
  const { brandId, userId, userName } = by;
  return transact(async (session): Promise<WordOutcome> => {
    // First of all: of two who change at once, one waits and sees what the other did.
    await book.changed(brandId, session);
    const word = checkedWord(brandId, asked, await store.ofBrand(brandId, session));
    if ('kind' in word) return word;
    const at = clock.now();
    const added = { addedBy: userId, addedByName: userName, addedAt: at };
    await store.insert({ _id: wordIdOf(brandId, word), brandId, ...word, ...added }, session);
    await note(store, { ...word, brandId, kind: 'added', userId, userName, at }, session);
    return { kind: 'done' };
  });
}

/** Takes a word away; what was found by it stays on the messages. */
export async function removeWord(
  { store, clock, transact, book }: WordChangeDependencies,
  by: WordChanger,
  id: string,
): Promise<WordOutcome> {
  const { brandId, userId, userName } = by;
  if ((await store.byId(brandId, id)) === null) return { kind: 'notFound' };
  return transact(async (session): Promise<WordOutcome> => {
    await book.changed(brandId, session);
    const word = await store.byId(brandId, id, session);
    if (word === null) return { kind: 'notFound' };
    const { language, code, phrase } = word;
    await store.remove(brandId, id, session);
    await note(store, { language, code, phrase, brandId, kind: 'removed', userId, userName, at: clock.now() }, session);
    return { kind: 'done' };
  });
}

type Change = Omit<Parameters<CueWordsStore['insertChange']>[0], '_id' | 'version'>;

async function note(store: CueWordsStore, change: Change, session: ClientSession): Promise<void> {
  const [latest] = await store.changes(change.brandId, 1, session);
  await store.insertChange({ _id: newId(), version: (latest?.version ?? 0) + 1, ...change }, session);
}
