import type { AuthorKind } from '#shared/turns/turn-types.ts';

/**
 * Who or what promised, as far as figures tell them apart: our automatic reply, an instant reply of the platform (an automatic text we
 * did not send), a bot, an agent here, a colleague elsewhere, or somebody unknown elsewhere.
 */
export type Promiser = 'ownAutoReply' | 'instantReply' | 'bot' | 'agent' | 'outsideAgent' | 'unknown';

/** The promiser behind a promise. */
export function promiserOf(promise: {
  readonly madeBy: AuthorKind;
  readonly autoReplyVersionId: string | null;
}): Promiser {
  switch (promise.madeBy) {
    case 'autoReply':
      return promise.autoReplyVersionId === null ? 'instantReply' : 'ownAutoReply';
    case 'agent':
    case 'bot':
    case 'outsideAgent':
      return promise.madeBy;
    default:
      return 'unknown';
  }
}
