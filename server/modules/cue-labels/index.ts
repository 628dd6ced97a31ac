import type { Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import type { MessageDoc } from '#server/modules/conversations/index.ts';
import type { JudgedText } from '#server/modules/cue-words/index.ts';
import { cueCodes } from '#shared/emotion/cue-model.ts';
import { createCueLabelsStore, type CueLabelDoc } from './cue-labels.store.ts';
import { judgeCue, type CueJudge, type CueJudgement, type JudgeOutcome } from './judge-cue.ts';
import { labelledMessages, type LabelledMessage } from './label-texts.ts';

export type { CueLabelDoc } from './cue-labels.store.ts';
export type { JudgeOutcome } from './judge-cue.ts';
export { corpusLines } from './label-texts.ts';

/** What agents say of the signs that were found or missed. */
export type CueLabels = {
  ensureIndexes(): Promise<void>;
  judge(by: CueJudge, judgement: CueJudgement): Promise<JudgeOutcome>;
  /** Labels in force of messages. */
  ofMessages(brandId: string, messageIds: readonly string[]): Promise<CueLabelDoc[]>;
  /** The newest labels, those taken back included. */
  newest(brandId: string, limit: number): Promise<CueLabelDoc[]>;
  /** The messages of the newest 5,000 labels with what people agreed on. */
  labelled(brandId: string): Promise<LabelledMessage[]>;
  /** The same as texts to measure the detector on. */
  judgedTexts(brandId: string): Promise<JudgedText[]>;
};

const mostLabels = 5_000;
const messagesAtOnce = 500;

/** Makes the module; `messagesOf` reads messages by id. */
export function createCueLabels({
  db,
  clock,
  messagesOf,
}: {
  readonly db: Db;
  readonly clock: Clock;
  readonly messagesOf: (brandId: string, ids: readonly string[]) => Promise<MessageDoc[]>;
}): CueLabels {
  const store = createCueLabelsStore(db);
  const messageOf = async (brandId: string, id: string): Promise<MessageDoc | null> =>
    (await messagesOf(brandId, [id]))[0] ?? null;
  const labelled = async (brandId: string): Promise<LabelledMessage[]> => {
    const labels = await store.newest(brandId, mostLabels);
    const ids = [...new Set(labels.map(({ messageId }) => messageId))];
    const messages = new Map<string, MessageDoc>();
    for (let at = 0; at < ids.length; at += messagesAtOnce) {
      const found = await messagesOf(brandId, ids.slice(at, at + messagesAtOnce));
      for (const message of found) messages.set(message._id, message);
    }
    return labelledMessages(labels, messages);
  };
  return {
    ensureIndexes: () => store.ensureIndexes(),
    judge: (by, judgement) => judgeCue({ store, clock, messageOf }, by, judgement),
    ofMessages: async (brandId, messageIds) =>
      (await store.ofMessages(brandId, messageIds)).filter(({ verdict }) => verdict !== null),
    newest: (brandId, limit) => store.newest(brandId, limit),
    labelled,
    judgedTexts: async (brandId) =>
      (await labelled(brandId)).map(({ message, judged }) => ({
        text: message.text,
        judged: Object.fromEntries(
          cueCodes.flatMap((code) => {
            const there = judged.get(code);
            return there === undefined ? [] : [[code, there] as const];
          }),
        ),
      })),
  };
}
