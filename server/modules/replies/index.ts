import type { ChannelDefinition, ChannelSender } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { WorkLoop } from '#server/jobs/work-loop.ts';
import type { Log } from '#server/log.ts';
import type { ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { Clocks } from '#server/modules/clocks/index.ts';
import type { Contacts } from '#server/modules/contacts/index.ts';
import type { ConversationDoc, Conversations } from '#server/modules/conversations/index.ts';
import type { Deviations } from '#server/modules/deviations/index.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import type { Media } from '#server/modules/media/index.ts';
import type { Outbox, SendGates } from '#server/modules/outbox/index.ts';
import type { PlatformTemplates } from '#server/modules/platform-templates/index.ts';
import type { Promises } from '#server/modules/promises/index.ts';
import type { Templates } from '#server/modules/templates/index.ts';
import { suggestReplies, type ReplySuggestion } from '#shared/replies/suggested-replies.ts';
import type { DraftContext } from '#shared/replies/draft-check.ts';
import { createDraftBases, type DraftBasisDependencies } from './draft-basis.ts';
import { createOutboxSender } from './outbox-sender.ts';
import { privateReplyOf, type PrivateReply } from './private-reply.ts';
import type { SendObserver } from './ready-to-send.ts';
import { replyWindowOf, type ReplyWindow } from './reply-window.ts';
import { modelSuggestion } from './model-suggestion.ts';
import type { ReplySuggester } from './language-model-suggester.ts';
import { deadlineTextOf, templateChoices } from './template-choices.ts';
import { sendReply, type ReplyOutcome, type ReplyRequest } from './send-reply.ts';
import { markMessageSent, resendMessage, type SettleOutcome } from './settle-by-hand.ts';

export type { SendObserver } from './ready-to-send.ts';
export type { ReplyWindow } from './reply-window.ts';
export { createSuggester } from './language-model-suggester.ts';
export type { ReplyOutcome } from './send-reply.ts';

/** Replies: checked, suggested, stored, sent. */
export type Replies = {
  send(request: ReplyRequest): Promise<ReplyOutcome>;
  resend(brandId: string, messageId: string): Promise<SettleOutcome>;
  markSent(brandId: string, messageId: string): Promise<SettleOutcome>;
  draftBasis(conversation: ConversationDoc, now: Date): Promise<DraftContext>;
  /** Three replies that fit; none while nobody waits. */
  suggestions(conversation: ConversationDoc, agentName: string, now: Date): Promise<ReplySuggestion[]>;
  /** A language model's draft that passed the draft check; null when there is none. */
  modelSuggestion(conversation: ConversationDoc, now: Date): Promise<ReplySuggestion | null>;
  /** Everything the template picker offers, best first. */
  choices(conversation: ConversationDoc, agentName: string, now: Date): Promise<ReplySuggestion[]>;
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
  deviations: Deviations;
  replyTemplates: Templates;
  honestAnswer: DraftBasisDependencies['honestAnswer'];
  /** Asks a language model; null = none is set up. */
  suggester: ReplySuggester | null;
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
  const bases = createDraftBases({ ...deps, allowedHosts: deps.replyTemplates.allowedHosts });
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
      return suggestReplies({ ...basis, agentName, deadlineText: deadlineTextOf(basis) });
    },
    modelSuggestion: async (conversation, now) => {
      if (deps.suggester === null || conversation.riskAt === null) return null;
      const basis = await bases.of(conversation, now);
      const channel = deps.channels.find((candidate) => candidate.name === conversation.channel);
      return modelSuggestion(deps.suggester, basis, replyWindowOf(channel ?? null, conversation, now).maxLength);
    },
    choices: async (conversation, agentName, now) => {
      const { brandId } = conversation;
      const [basis, templates] = await Promise.all([bases.of(conversation, now), deps.replyTemplates.ofBrand(brandId)]);
      return templateChoices({ ...basis, agentName, deadlineText: deadlineTextOf(basis) }, templates);
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
