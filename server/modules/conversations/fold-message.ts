import type { MessageDoc } from './messages.store.ts';

/** Of a stored message what working out its conversation needs: no words, which may be long and many. */
export type FoldMessage = Pick<MessageDoc, (typeof foldFields)[number]>;

const foldFields = [
  '_id',
  'conversationId',
  'accountId',
  'externalId',
  'direction',
  'authorKind',
  'authorFixed',
  'authorGuessed',
  'sentAt',
  'receivedAt',
  'arrival',
  'delivery',
  'needsReply',
  'substantive',
  'automaticWording',
  'chaser',
  'fingerprint',
  'readings',
  'editReadings',
  'editedAt',
  'deletedAt',
  'history',
  'cues',
  'promiseMarks',
  'autoReplyVersionId',
] as const satisfies readonly (keyof MessageDoc)[];

/** The projection that reads a `FoldMessage`. */
export const foldProjection: Readonly<Record<string, 1>> = Object.fromEntries(
  foldFields.map((field) => [field, 1] as const),
);

const asStrings: readonly string[] = foldFields;

/** Whether a field of a message has a part in working out its conversation. */
export function isFoldField(name: string): boolean {
  return asStrings.includes(name);
}
