import type { ChannelDefinition } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import type { Transactor } from '#server/db/transaction.ts';
import { derivedId } from '#server/db/derived-id.ts';
import {
  answeredPostOf,
  ownMessageDocOf,
  placeOf,
  type ConversationDoc,
  type Conversations,
  type MessageDoc,
} from '#server/modules/conversations/index.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import { outboxEntryOf, type Outbox } from '#server/modules/outbox/index.ts';
import type { Promises } from '#server/modules/promises/index.ts';
import { checkDraft, type DraftFinding } from '#shared/replies/draft-check.ts';
import type { LocalText } from '#shared/local-text.ts';
import type { DraftBases } from './draft-basis.ts';
import { replyWindowOf } from './reply-window.ts';

/** A reply as an agent hands it in. */
export type ReplyRequest = {
  readonly brandId: string;
  readonly user: { readonly id: string; readonly name: string };
  readonly clientId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly acceptedFindings: readonly string[];
  readonly lastSeenMessageId: string | null;
};

/** What became of it. */
export type ReplyOutcome =
  | { readonly kind: 'sent'; readonly message: MessageDoc; readonly conversation: ConversationDoc }
  | { readonly kind: 'stopped'; readonly findings: readonly DraftFinding[] }
  | { readonly kind: 'notAllowed'; readonly message: LocalText }
  | { readonly kind: 'customerWrote'; readonly messages: readonly MessageDoc[] }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'invalid'; readonly field: string; readonly message: LocalText };

/** What sending a reply needs. */
export type ReplyDependencies = {
  readonly conversations: Conversations;
  readonly outbox: Outbox;
  readonly norms: Norms;
  readonly promises: Promises;
  readonly channels: readonly ChannelDefinition[];
  readonly bases: DraftBases;
  readonly transact: Transactor;
  readonly clock: Clock;
  onQueued(): void;
};

/**
 * Stores a reply and its outbox entry in one transaction. The same client id gives the same reply, however often and from
 * however many processes it comes. Refused with a reason when the draft check, the channel or a newer message stands
 * against it; nothing is stored then.
 */
export async function sendReply(deps: ReplyDependencies, request: ReplyRequest): Promise<ReplyOutcome> {
  if (!/^[0-9a-zA-Z-]{8,64}$/u.test(request.clientId))
    return invalid('clientId', 'De aanvraag is onvolledig.', 'The request is incomplete.');
  if (request.text.trim() === '') return invalid('text', 'Schrijf eerst een antwoord.', 'Write a reply first.');
  const id = derivedId('reply', request.brandId, request.clientId);
  const before = await existing(deps, request.brandId, id);
  if (before) return before;
  const [conversation] = await deps.conversations.store.byIds(request.brandId, [request.conversationId]);
  if (!conversation) return { kind: 'notFound' };
  const refusal =
    againstChannel(deps, conversation, request) ??
    (await againstNewerMessage(deps, conversation, request)) ??
    (await againstDraft(deps, conversation, request));
  if (refusal) return refusal;
  return store(deps, { ...request, id, conversation });
}

function invalid(field: string, nl: string, en: string): ReplyOutcome {
  return { kind: 'invalid', field, message: { nl, en } };
}

async function existing(deps: ReplyDependencies, brandId: string, id: string): Promise<ReplyOutcome | null> {
  const [message] = await deps.conversations.messages.byIds(brandId, [id]);
  if (!message) return null;
  const [conversation] = await deps.conversations.store.byIds(brandId, [message.conversationId]);
  return conversation ? { kind: 'sent', message, conversation } : null;
}

function againstChannel(
  deps: ReplyDependencies,
  conversation: ConversationDoc,
  request: ReplyRequest,
): ReplyOutcome | null {
  const channel = deps.channels.find((candidate) => candidate.name === conversation.channel) ?? null;
  const window = replyWindowOf(channel, conversation, deps.clock.now());
  if (!window.open || !channel) return { kind: 'notAllowed', message: window.reason ?? { nl: '', en: '' } };
  const over = channel.countLength(request.text, conversation.visibility) - window.maxLength;
  if (over <= 0) return null;
  const message = {
    nl: `Het antwoord is ${String(over)} tekens te lang voor ${channel.label}.`,
    en: `The reply is ${String(over)} characters too long for ${channel.label}.`,
  };
  return { kind: 'notAllowed', message };
}

/** An agent who started before the customer's newest message answers the wrong question. */
async function againstNewerMessage(
  deps: ReplyDependencies,
  conversation: ConversationDoc,
  request: ReplyRequest,
): Promise<ReplyOutcome | null> {
  if (request.lastSeenMessageId === null) return null;
  const all = await deps.conversations.messages.ofConversations(request.brandId, [conversation._id]);
  const seen = all.find((message) => message._id === request.lastSeenMessageId);
  if (!seen) return null;
  const newer = all.filter((message) => message.direction === 'in' && message.arrival > seen.arrival);
  return newer.length > 0 ? { kind: 'customerWrote', messages: newer } : null;
}

async function againstDraft(
  deps: ReplyDependencies,
  conversation: ConversationDoc,
  request: ReplyRequest,
): Promise<ReplyOutcome | null> {
  const basis = await deps.bases.of(conversation, deps.clock.now());
  const errors = checkDraft(request.text, basis).filter((finding) => finding.level === 'error');
  const open = errors.filter((finding) => !request.acceptedFindings.includes(finding.code));
  return open.length > 0 ? { kind: 'stopped', findings: open } : null;
}

async function store(
  deps: ReplyDependencies,
  request: ReplyRequest & { id: string; conversation: ConversationDoc },
): Promise<ReplyOutcome> {
  const { id, brandId, conversation, user } = request;
  const table = await deps.norms.tableOf(brandId);
  const now = deps.clock.now();
  const message = ownMessageDocOf(
    {
      ...placeOf(conversation),
      id,
      text: request.text,
      author: { kind: 'agent', userId: user.id, name: user.name },
      replyToExternalId: await answeredPostOf(deps.conversations.messages, conversation),
      autoReplyVersionId: null,
      now,
    },
    table,
    deps.promises.readingsOf,
  );
  const folded = await deps.transact(async (session) => {
    const [known] = await deps.conversations.messages.byIds(brandId, [id], session);
    if (known) return [conversation];
    await deps.conversations.messages.insert([message], session);
    await deps.outbox.enqueue(outboxEntryOf(message, now), session);
    return deps.conversations.refold({ brandId, ids: [conversation._id], now }, session);
  });
  deps.onQueued();
  return { kind: 'sent', message, conversation: folded[0] ?? conversation };
}
