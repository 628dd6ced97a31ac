import type { ClientSession } from 'mongodb';
import type { MessageEvent } from '#server/channels/channel.ts';
import type { ReceivedEvent } from './event-batch.ts';
import type { FoldMessage } from './fold-message.ts';
import type { BatchMessages } from './batch-messages.ts';
import type { MessageDoc } from './messages.store.ts';

/** An echo that turned out to be our own message. */
export type OwnMatch = { readonly received: ReceivedEvent<MessageEvent>; readonly message: MessageDoc };

/** How far the platform's time of an untagged echo may lie from ours. */
const echoToleranceMs = 5 * 60_000;

/**
 * Finds which echoes are our own messages: by our tag where the platform gives it back, else by the same words in the same
 * conversation while we do not know whether our message went out (X has no tag). An echo may come before the answer to the
 * send call, so messages still being sent match as well.
 */
export async function matchOwnMessages(
  messages: Pick<BatchMessages, 'byIds' | 'forFold'>,
  brandId: string,
  threads: ReadonlyMap<ReceivedEvent<MessageEvent>, string>,
  session: ClientSession,
): Promise<OwnMatch[]> {
  const echoes = [...threads.keys()].filter(({ event }) => event.direction === 'out');
  if (echoes.length === 0) return [];
  const tags = echoes.flatMap(({ event }) => event.origin?.clientTag ?? []);
  const byTag = new Map((await messages.byIds(brandId, tags, session)).map((message) => [message._id, message]));
  const taggedOf = (echo: ReceivedEvent<MessageEvent>): MessageDoc | null => {
    const message = byTag.get(echo.event.origin?.clientTag ?? '');
    // A tag is only believed on the account it was sent from: an echo is signed, its metadata is not ours alone.
    return message?.accountId === echo.account._id ? message : null;
  };
  const untagged = echoes.filter((echo) => taggedOf(echo) === null);
  const conversationIds = [...new Set(untagged.flatMap((echo) => threads.get(echo) ?? []))];
  const unsettled = (await messages.forFold(brandId, conversationIds)).filter(mayHaveGoneOut);
  const candidates = await messages.byIds(
    brandId,
    unsettled.map(({ _id }) => _id),
    session,
  );
  const taken = new Set<string>();
  return echoes.flatMap((echo) => {
    const message =
      taggedOf(echo) ??
      candidates.find(
        (candidate) => !taken.has(candidate._id) && isSameUnsettled(candidate, echo.event, threads.get(echo)),
      );
    if (!message || taken.has(message._id)) return [];
    taken.add(message._id);
    return [{ received: echo, message }];
  });
}

function isSameUnsettled(message: MessageDoc, echo: MessageEvent, conversationId: string | undefined): boolean {
  if (message.conversationId !== conversationId) return false;
  const apart = Math.abs(message.sentAt.getTime() - echo.sentAt.getTime());
  // X adds a link of its own to a post or message with a picture.
  const words = message.attachments.length > 0 ? echo.text.replace(/\s*https:\/\/t\.co\/\w+\s*$/u, '') : echo.text;
  return apart <= echoToleranceMs && sameWords(message.text, words);
}

/** Sent without a word of the platform about its id: under way, unknown, or marked as sent by hand. */
function mayHaveGoneOut({ direction, delivery, externalId }: FoldMessage): boolean {
  if (direction !== 'out') return false;
  if (delivery?.state === 'sending' || delivery?.state === 'unknown') return true;
  return delivery?.state === 'sent' && externalId.startsWith('pending:');
}

function sameWords(ours: string, theirs: string): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFC')
      .replace(/^(@\w+\s+)+/u, '')
      .replace(/\s+/gu, ' ')
      .trim();
  return plain(ours) === plain(theirs);
}
