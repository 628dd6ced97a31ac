import type { ChannelDefinition } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { ConversationDoc, Conversations, MessageDoc } from '#server/modules/conversations/index.ts';
import type { Deviations } from '#server/modules/deviations/index.ts';
import type { Media } from '#server/modules/media/index.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import type { Outbox } from '#server/modules/outbox/index.ts';
import type { PlatformTemplates } from '#server/modules/platform-templates/index.ts';
import type { Promises } from '#server/modules/promises/index.ts';
import type { Templates } from '#server/modules/templates/index.ts';
import { checkDraft, type DraftFinding } from '#shared/replies/draft-check.ts';
import type { LocalText } from '#shared/local-text.ts';
import type { DraftBases } from './draft-basis.ts';
import { allowedReply, type AllowedReply } from './reply-content.ts';
import { replyMessageId, storeReply } from './store-reply.ts';
import type { TemplateValues } from './template-text.ts';

/** A reply as an agent hands it in. */
export type ReplyRequest = {
  readonly brandId: string;
  readonly user: { readonly id: string; readonly name: string };
  readonly clientId: string;
  readonly conversationId: string;
  readonly text: string;
  /** Files that were uploaded before. */
  readonly mediaIds: readonly string[];
  /** A message approved beforehand, instead of the text. */
  readonly template: { readonly name: string; readonly language: string; readonly values: TemplateValues } | null;
  /** True to answer a public post in private. */
  readonly privately: boolean;
  readonly acceptedFindings: readonly string[];
  /** Why the accepted errors stay in; null when there are none. */
  readonly overrideReason: string | null;
  readonly lastSeenMessageId: string | null;
  /** Template the reply was written from, of the brand or of the library; null when from none. */
  readonly templateId: string | null;
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
  readonly media: Media;
  readonly accounts: ChannelAccounts;
  readonly templates: PlatformTemplates;
  readonly replyTemplates: Templates;
  readonly deviations: Deviations;
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
  const isEmpty = request.text.trim() === '' && request.mediaIds.length === 0 && request.template === null;
  if (isEmpty) return invalid('text', 'Schrijf eerst een antwoord.', 'Write a reply first.');
  const before = await existing(deps, request.brandId, replyMessageId(request.brandId, request.clientId));
  if (before) return before;
  const [conversation] = await deps.conversations.store.byIds(request.brandId, [request.conversationId]);
  if (!conversation) return { kind: 'notFound' };
  const allowed = await allowedReply(deps, conversation, request);
  if ('kind' in allowed) return allowed;
  const newer = await againstNewerMessage(deps, conversation, request);
  if (newer) return newer;
  const errors = await errorsOf(deps, conversation, allowed);
  const overridden = errors.map(({ code }) => code);
  return againstDraft(errors, request) ?? storeReply(deps, { request, conversation, allowed, overridden });
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

async function errorsOf(
  deps: ReplyDependencies,
  conversation: ConversationDoc,
  { template, text, visibility }: AllowedReply,
): Promise<DraftFinding[]> {
  // The words of a template were approved beforehand: there is nothing to mend in them here.
  if (template !== null) return [];
  const basis = await deps.bases.of(conversation, deps.clock.now());
  return checkDraft(text, { ...basis, visibility }).filter((finding) => finding.level === 'error');
}

const [shortestReason, longestReason] = [5, 500];

/** Errors stay in only when each was accepted, and with a reason that a colleague can read later. */
function againstDraft(errors: readonly DraftFinding[], request: ReplyRequest): ReplyOutcome | null {
  const open = errors.filter((finding) => !request.acceptedFindings.includes(finding.code));
  if (open.length > 0) return { kind: 'stopped', findings: open };
  const length = request.overrideReason?.trim().length ?? 0;
  if (errors.length === 0 || (length >= shortestReason && length <= longestReason)) return null;
  return invalid(
    'overrideReason',
    'Zeg in een paar woorden waarom dit antwoord zo weg mag (5 tot 500 tekens).',
    'Say in a few words why this reply may go out as it is (5 to 500 characters).',
  );
}
