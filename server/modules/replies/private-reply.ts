import type { ChannelDefinition } from '#server/channels/channel.ts';
import type { ConversationDoc, Conversations, MessageDoc } from '#server/modules/conversations/index.ts';
import type { LocalText } from '#shared/local-text.ts';

/** Whether a public post may be answered in private now, which post that is, and until when. */
export type PrivateReply = {
  readonly open: boolean;
  readonly closesAt: Date | null;
  readonly reason: LocalText | null;
  readonly maxLength: number;
  readonly post: MessageDoc | null;
};

/** Works out whether the customer's latest post may be answered in private; null where a channel or thread knows no such thing. */
export async function privateReplyOf(
  conversations: Conversations,
  channel: ChannelDefinition | undefined,
  conversation: ConversationDoc,
  now: Date,
): Promise<PrivateReply | null> {
  const rule = channel?.capabilities.privateReply;
  if (!channel || !rule || conversation.visibility !== 'public') return null;
  const { brandId, lastCustomerMessageId } = conversation;
  if (lastCustomerMessageId === null || conversation.customerExternalId === '') return null;
  const [post] = await conversations.messages.byIds(brandId, [lastCustomerMessageId]);
  if (!post) return null;
  const answers = rule.oncePerPost
    ? await conversations.messages.byIds(brandId, conversation.privateAnswerIds ?? [])
    : [];
  const closesAt = rule.withinMs === null ? null : new Date(post.sentAt.getTime() + rule.withinMs);
  const reason = obstacleOf(post, answers, closesAt !== null && closesAt.getTime() <= now.getTime());
  return { open: reason === null, closesAt, reason, maxLength: channel.capabilities.maxLength.private, post };
}

function obstacleOf(post: MessageDoc, answers: readonly MessageDoc[], isLate: boolean): LocalText | null {
  if (post.deletedAt) return { nl: 'Het openbare bericht is verwijderd.', en: 'The public post was deleted.' };
  if (isLate) {
    return {
      nl: 'Privé antwoorden kan tot 7 dagen na het openbare bericht.',
      en: 'A private answer is possible up to 7 days after the public post.',
    };
  }
  if (!answers.some((message) => isAnswerTo(message, post))) return null;
  return {
    nl: 'Op dit bericht is al één keer privé geantwoord; meer staat het platform niet toe.',
    en: 'This post was answered in private once already; the platform allows no more.',
  };
}

/** A private answer that failed used nothing up. */
function isAnswerTo({ outgoing, delivery }: MessageDoc, post: MessageDoc): boolean {
  return outgoing?.privateReplyTo === post.externalId && delivery?.state !== 'failed';
}
