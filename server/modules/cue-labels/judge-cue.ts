import type { Clock } from '#server/clock.ts';
import { derivedId } from '#server/db/derived-id.ts';
import type { MessageDoc } from '#server/modules/conversations/index.ts';
import { cueCodes } from '#shared/emotion/cue-model.ts';
import type { LocalText } from '#shared/local-text.ts';
import type { CueLabelDoc, CueLabelsStore, CueVerdict } from './cue-labels.store.ts';

/** Who judges. */
export type CueJudge = { readonly brandId: string; readonly userId: string; readonly userName: string };

/** What an agent says; `verdict` null takes it back. */
export type CueJudgement = {
  readonly messageId: string;
  readonly code: string;
  readonly verdict: CueVerdict | null;
  readonly span: { readonly start: number; readonly end: number } | null;
};

/** What became of it. */
export type JudgeOutcome =
  | { readonly kind: 'done'; readonly message: MessageDoc }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'invalid'; readonly field: string; readonly message: LocalText };

/** What judging needs. */
export type JudgeDependencies = {
  readonly store: CueLabelsStore;
  readonly clock: Clock;
  readonly messageOf: (brandId: string, id: string) => Promise<MessageDoc | null>;
};

const keptSteps = 20;

const faults = {
  unknown: ['code', { nl: 'Dit signaal bestaat niet.', en: 'There is no such sign.' }],
  notFound: ['code', { nl: 'Dit signaal staat niet bij dit bericht.', en: 'This message does not show that sign.' }],
  found: ['code', { nl: 'Dit signaal staat al bij dit bericht.', en: 'This message shows that sign already.' }],
  span: ['span', { nl: 'Deze woorden staan niet in het bericht.', en: 'These words are not in the message.' }],
} as const satisfies Record<string, readonly [string, LocalText]>;

const shows = (message: MessageDoc, code: string): boolean =>
  code === 'dissatisfaction' ? message.dissatisfied === true : message.cues.some((cue) => cue.code === code);

const standsIn = (text: string, { start, end }: { start: number; end: number }): boolean =>
  start >= 0 && end > start && end <= text.length;

/** Which of the faults a judgement has; null when it fits the message. */
function faultOf(message: MessageDoc, { code, verdict, span }: CueJudgement): keyof typeof faults | null {
  if (code !== 'dissatisfaction' && !cueCodes.some((each) => each === code)) return 'unknown';
  const found = shows(message, code);
  if (verdict === 'missed' && found) return 'found';
  if ((verdict === 'confirmed' || verdict === 'rejected') && !found) return 'notFound';
  return span === null || standsIn(message.text, span) ? null : 'span';
}

/** Keeps what an agent says of a sign; the latest counts, what was said before stays readable. */
export async function judgeCue(
  { store, clock, messageOf }: JudgeDependencies,
  by: CueJudge,
  judgement: CueJudgement,
): Promise<JudgeOutcome> {
  const { brandId, userId, userName } = by;
  const { messageId, code, verdict, span } = judgement;
  const message = await messageOf(brandId, messageId);
  if (message === null || message.direction !== 'in' || message.deletedAt) return { kind: 'notFound' };
  const fault = faultOf(message, judgement);
  if (fault) {
    const [field, text] = faults[fault];
    return { kind: 'invalid', field, message: text };
  }
  const id = derivedId('cueLabel', messageId, code, userId);
  const before = await store.byId(brandId, id);
  if (before === null && verdict === null) return { kind: 'done', message };
  const now = clock.now();
  const label: CueLabelDoc = {
    ...{ _id: id, brandId, conversationId: message.conversationId, messageId, code, verdict, userId, userName },
    span: verdict === 'missed' ? span : null,
    at: now,
    sortKey: -now.getTime(),
    earlier: before === null ? [] : [...before.earlier, { verdict: before.verdict, at: before.at }].slice(-keptSteps),
  };
  if (before?.verdict !== verdict || verdict === 'missed') await store.put(label);
  return { kind: 'done', message };
}
