import type { ChannelDefinition, ChannelSender } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { WorkLoop } from '#server/jobs/work-loop.ts';
import type { Log } from '#server/log.ts';
import type { ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { Clocks } from '#server/modules/clocks/index.ts';
import type { Contacts } from '#server/modules/contacts/index.ts';
import type { ConversationDoc, Conversations } from '#server/modules/conversations/index.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import type { Media } from '#server/modules/media/index.ts';
import type { Outbox, SendGates } from '#server/modules/outbox/index.ts';
import type { PlatformTemplates } from '#server/modules/platform-templates/index.ts';
import type { Promises } from '#server/modules/promises/index.ts';
import { suggestReplies, type ReplySuggestion } from '#shared/replies/suggested-replies.ts';
import type { DraftContext } from '#shared/replies/draft-check.ts';
import { createDraftBases } from './draft-basis.ts';
import { createOutboxSender } from './outbox-sender.ts';
import { privateReplyOf, type PrivateReply } from './private-reply.ts';
import type { SendObserver } from './ready-to-send.ts';
import { replyWindowOf, type ReplyWindow } from './reply-window.ts';
import { sendReply, type ReplyOutcome, type ReplyRequest } from './send-reply.ts';
import { markMessageSent, resendMessage, type SettleOutcome } from './settle-by-hand.ts';

export type { SendObserver } from './ready-to-send.ts';
export type { ReplyWindow } from './reply-window.ts';
export type { ReplyOutcome } from './send-reply.ts';

/** Replies: checked, suggested, stored, sent. */
export type Replies = {
  send(request: ReplyRequest): Promise<ReplyOutcome>;
  resend(brandId: string, messageId: string): Promise<SettleOutcome>;
  markSent(brandId: string, messageId: string): Promise<SettleOutcome>;
  draftBasis(conversation: ConversationDoc, now: Date): Promise<DraftContext>;
  /** Three replies that fit; none while nobody waits. */
  suggestions(conversation: ConversationDoc, agentName: string, now: Date): Promise<ReplySuggestion[]>;
  window(conversation: ConversationDoc, now: Date): ReplyWindow;
  /** Whether the customer's latest public post may be answered in private; null where there is no such thing. */
  privateReply(conversation: ConversationDoc, now: Date): Promise<PrivateReply | null>;
  readonly sender: WorkLoop;
};

/** What replies are made of. */
export type RepliesDependencies = {
  channels: readonly ChannelDefinition[];
  senders: ReadonlyMap<string, ChannelSender<unknown>>;
  accounts: ChannelAccounts;
  contacts: Contacts;
  conversations: Conversations;
  clocks: Clocks;
  promises: Promises;
  norms: Norms;
  outbox: Outbox;
  gates: SendGates;
  media: Media;
  templates: PlatformTemplates;
  observer: SendObserver;
  transact: Transactor;
  clock: Clock;
  log: Log;
};

/** Makes the replies module. */
export function createReplies(deps: RepliesDependencies): Replies {
  const bases = createDraftBases(deps);
  const sender = createOutboxSender(deps);
  const onQueued = (): void => {
    sender.wake();
  };
  return {
    sender,
    send: (request) => sendReply({ ...deps, bases, onQueued }, request),
    resend: (brandId, messageId) => resendMessage({ ...deps, onQueued }, brandId, messageId),
    markSent: (brandId, messageId) => markMessageSent({ ...deps, onQueued }, brandId, messageId),
    draftBasis: (conversation, now) => bases.of(conversation, now),
    suggestions: async (conversation, agentName, now) => {
      if (conversation.riskAt === null) return [];
      const basis = await bases.of(conversation, now);
      return suggestReplies({ ...basis, agentName, deadlineText: null });
    },
    privateReply: (conversation, now) => {
      const channel = deps.channels.find((candidate) => candidate.name === conversation.channel);
      return privateReplyOf(deps.conversations, channel, conversation, now);
    },
    window: (conversation, now) => {
      const channel = deps.channels.find((candidate) => candidate.name === conversation.channel);
      return replyWindowOf(channel ?? null, conversation, now);
    },
  };
}
