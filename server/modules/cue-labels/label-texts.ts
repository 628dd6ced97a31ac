import type { MessageDoc } from '#server/modules/conversations/index.ts';
import { maskPeople } from '#server/modules/promises/index.ts';
import { groupBy } from '#shared/group-by.ts';
import type { CueLabelDoc } from './cue-labels.store.ts';

/** A message with what people agreed on: true where a sign is there, false where it is not. */
export type LabelledMessage = {
  readonly message: MessageDoc;
  readonly judged: ReadonlyMap<string, boolean>;
  readonly labels: readonly CueLabelDoc[];
};

/** More said so than not; of equally many the latest counts. Null when all was taken back. */
function agreed(labels: readonly CueLabelDoc[]): boolean | null {
  const said = labels.filter(({ verdict }) => verdict !== null).sort((a, b) => a.sortKey - b.sortKey);
  const [latest] = said;
  if (latest === undefined) return null;
  const there = said.filter(({ verdict }) => verdict !== 'rejected').length;
  return there * 2 === said.length ? latest.verdict !== 'rejected' : there * 2 > said.length;
}

/** Labels with the messages they are about, newest first. Of a deleted message nothing is left; what was said before an edit was of other words. */
export function labelledMessages(
  labels: readonly CueLabelDoc[],
  messages: ReadonlyMap<string, MessageDoc>,
): LabelledMessage[] {
  return [...groupBy(labels, ({ messageId }) => messageId)].flatMap(([id, all]): LabelledMessage[] => {
    const message = messages.get(id);
    if (message === undefined || message.deletedAt) return [];
    const { editedAt } = message;
    const valid = all.filter(
      ({ at, verdict }) => verdict !== null && (!editedAt || at.getTime() >= editedAt.getTime()),
    );
    const judged = new Map<string, boolean>();
    for (const [code, said] of groupBy(valid, (label) => label.code)) {
      const there = agreed(said);
      if (there !== null) judged.set(code, there);
    }
    return judged.size === 0 ? [] : [{ message, judged, labels: valid }];
  });
}

/**
 * JSON lines in the shape of the corpora in test/fixtures/cues: what the detector found, corrected by what people said; `judged` names the
 * signs that people looked at, because of the others nobody knows whether the detector was right. People are masked.
 */
export function corpusLines(
  labelled: readonly LabelledMessage[],
  namesOf: (message: MessageDoc) => readonly string[],
): string {
  return labelled
    .map(({ message, judged, labels }) => {
      const codes = new Set<string>(message.cues.map(({ code }) => code));
      if (message.wish) codes.add('wish');
      for (const [code, there] of judged) {
        if (!there) codes.delete(code);
        else if (code !== 'dissatisfaction') codes.add(code);
      }
      const text = maskPeople(message.text, namesOf(message));
      return JSON.stringify({
        id: message._id,
        lang: message.language ?? 'nl',
        text,
        dissatisfied: judged.get('dissatisfaction') ?? message.dissatisfied ?? false,
        cues: [...codes],
        judged: [...judged.keys()],
        labels: labels.map(({ code, verdict, span, at }) => ({
          ...{ code, verdict, at },
          words: span && text.slice(span.start, span.end),
        })),
      });
    })
    .map((line) => `${line}\n`)
    .join('');
}
