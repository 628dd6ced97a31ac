import { setImmediate as turn } from 'node:timers/promises';
import type { CompiledBook } from '#shared/emotion/cue-book.ts';
import { cueCodes, type CueCode } from '#shared/emotion/cue-model.ts';
import { cueSamples } from '#shared/emotion/cue-samples.data.ts';
import { analyse } from '#shared/emotion/cues.ts';

/** A text with what people say about it: true where the sign is there, false where it is not, absent where nobody said. */
export type JudgedText = { readonly text: string; readonly judged: Readonly<Partial<Record<CueCode, boolean>>> };

/** A message that customers sent lately. */
export type RecentMessage = { readonly _id: string; readonly text: string };

/** On what an effect is measured: the brand's own labels, and what came in lately. */
export type EffectBasis = { readonly labelled: readonly JudgedText[]; readonly recent: readonly RecentMessage[] };

/** Found rightly, found wrongly, missed; of judged texts only. */
export type EffectCounts = { readonly right: number; readonly wrong: number; readonly missed: number };

/** How well one sign is found before and after. */
export type EffectFigures = { readonly code: CueCode; readonly before: EffectCounts; readonly after: EffectCounts };

/** How a change fares on a set of judged texts; `figures` of the signs that somebody judged, changed ones first. */
export type SetEffect = { readonly messages: number; readonly figures: readonly EffectFigures[] };

/** A recent message that would be marked otherwise. */
export type OtherwiseMarked = {
  readonly messageId: string;
  readonly gained: readonly CueCode[];
  readonly lost: readonly CueCode[];
};

/** What a change of words does. */
export type CueWordEffect = {
  readonly kind: 'effect';
  readonly labelled: SetEffect;
  readonly shipped: SetEffect;
  readonly otherwise: readonly OtherwiseMarked[];
};

/** So many texts are read before others get their turn. */
const textsAtOnce = 40;
/** Nobody writes more; as message-docs.ts. */
const readLength = 20_000;

type Read = { readonly before: ReadonlySet<CueCode>; readonly after: ReadonlySet<CueCode> };

async function readBoth(texts: readonly string[], before: CompiledBook, after: CompiledBook): Promise<Read[]> {
  const codesOf = (text: string, book: CompiledBook): ReadonlySet<CueCode> =>
    new Set(analyse(text.slice(0, readLength), {}, book).cues.map(({ code }) => code));
  const read: Read[] = [];
  for (const text of texts) {
    read.push({ before: codesOf(text, before), after: codesOf(text, after) });
    if (read.length % textsAtOnce === 0) await turn();
  }
  return read;
}

type Counting = { right: number; wrong: number; missed: number };

function count(counts: Counting, found: boolean, there: boolean): void {
  if (found && there) counts.right += 1;
  else if (found) counts.wrong += 1;
  else if (there) counts.missed += 1;
}

const differs = ({ before, after }: EffectFigures): boolean =>
  before.right !== after.right || before.wrong !== after.wrong || before.missed !== after.missed;

async function onSet(texts: readonly JudgedText[], before: CompiledBook, after: CompiledBook): Promise<SetEffect> {
  const reads = await readBoth(
    texts.map(({ text }) => text),
    before,
    after,
  );
  const figures = cueCodes.flatMap((code): EffectFigures[] => {
    const counts = { before: { right: 0, wrong: 0, missed: 0 }, after: { right: 0, wrong: 0, missed: 0 } };
    texts.forEach(({ judged }, index) => {
      const [there, read] = [judged[code], reads[index]];
      if (there === undefined || read === undefined) return;
      count(counts.before, read.before.has(code), there);
      count(counts.after, read.after.has(code), there);
    });
    const { right, wrong, missed } = counts.after;
    return right + wrong + missed + counts.before.wrong === 0 ? [] : [{ code, ...counts }];
  });
  const [changed, same] = [figures.filter(differs), figures.filter((each) => !differs(each))];
  return { messages: texts.length, figures: [...changed, ...same] };
}

/** The test set that ships with the product: every sign is judged in each of its texts. */
const shippedTexts: readonly JudgedText[] = cueSamples.map(({ text, cues }) => ({
  text,
  judged: Object.fromEntries(cueCodes.map((code) => [code, cues.includes(code)])),
}));

/** Reads judged and recent texts by both books and tells what differs. Nothing is stored. */
export async function effectOfWords(
  before: CompiledBook,
  after: CompiledBook,
  { labelled, recent }: EffectBasis,
): Promise<CueWordEffect> {
  const ofLabels = await onSet(labelled, before, after);
  const ofShipped = await onSet(shippedTexts, before, after);
  const reads = await readBoth(
    recent.map(({ text }) => text),
    before,
    after,
  );
  const otherwise = recent.flatMap(({ _id: messageId }, index): OtherwiseMarked[] => {
    const read = reads[index];
    const gained = cueCodes.filter((code) => read?.after.has(code) === true && !read.before.has(code));
    const lost = cueCodes.filter((code) => read?.before.has(code) === true && !read.after.has(code));
    return gained.length + lost.length === 0 ? [] : [{ messageId, gained, lost }];
  });
  return { kind: 'effect', labelled: ofLabels, shipped: ofShipped, otherwise };
}
