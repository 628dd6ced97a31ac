import type { Attachment } from '#server/channels/channel.ts';
import { derivedId } from '#server/db/derived-id.ts';
import {
  ownMessageDocOf,
  placeOf,
  type ConversationDoc,
  type MessageDoc,
  type OutgoingParts,
} from '#server/modules/conversations/index.ts';
import type { MediaFileDoc } from '#server/modules/media/index.ts';
import { outboxEntryOf } from '#server/modules/outbox/index.ts';
import { keepOrigin } from './reply-origin.ts';
import type { AllowedReply } from './reply-content.ts';
import type { ReplyDependencies, ReplyOutcome, ReplyRequest } from './send-reply.ts';
import { splitReply } from './split-reply.ts';

/** Id of a reply's message: the first has the reply's own, the others follow from it. */
export function replyMessageId(brandId: string, clientId: string, index = 0): string {
  return index === 0 ? derivedId('reply', brandId, clientId) : derivedId('reply', brandId, clientId, String(index));
}

type Wanted = {
  request: ReplyRequest;
  conversation: ConversationDoc;
  allowed: AllowedReply;
  /** Codes of the errors that stay in on purpose. */
  overridden: readonly string[];
};

/** Stores the messages of a reply, their files and their outbox entries in one transaction. */
export async function storeReply(deps: ReplyDependencies, wanted: Wanted): Promise<ReplyOutcome> {
  const { request, conversation } = wanted;
  const { brandId } = request;
  const now = deps.clock.now();
  const id = replyMessageId(brandId, request.clientId);
  const messages = await messagesOf(deps, wanted, now);
  const [message] = messages;
  if (message === undefined) throw new Error('a reply has at least one message');
  const folded = await deps.transact(async (session) => {
    const [known] = await deps.conversations.messages.byIds(brandId, [id], session);
    if (known) return [conversation];
    if (request.privately) {
      const answer = { messageIds: messages.map(({ _id }) => _id), now };
      await deps.conversations.linkPrivateThread(conversation, answer, session);
    }
    await deps.conversations.messages.insert(messages, session);
    for (const [order, each] of messages.entries()) {
      // Within a conversation the outbox goes by the time of queueing; all of them may go out at once.
      const entry = outboxEntryOf(each, now);
      await deps.outbox.enqueue({ ...entry, queuedAt: new Date(now.getTime() + order) }, session);
      await deps.media.attach(brandId, each.outgoing?.fileIds ?? [], each._id, session);
    }
    await keepOrigin(deps, { ...wanted, id, now }, session);
    return deps.conversations.refold({ brandId, ids: [message.conversationId, conversation._id], now }, session);
  });
  deps.onQueued();
  return { kind: 'sent', message, conversation: folded.find(({ _id }) => _id === conversation._id) ?? conversation };
}

async function messagesOf(deps: ReplyDependencies, wanted: Wanted, now: Date): Promise<MessageDoc[]> {
  const { request, conversation, allowed } = wanted;
  const { brandId, user } = request;
  const table = await deps.norms.tableOf(brandId);
  const parts =
    allowed.template === null
      ? splitReply(allowed.channel, allowed.visibility, allowed.text, allowed.files)
      : [{ text: allowed.text, files: [] }];
  const place = request.privately ? deps.conversations.privatePlaceOf(conversation) : placeOf(conversation);
  return parts.map(({ text, files }, order) =>
    ownMessageDocOf(
      {
        ...place,
        id: replyMessageId(brandId, request.clientId, order),
        text,
        author: { kind: 'agent', userId: user.id, name: user.name },
        replyToExternalId: allowed.replyToExternalId,
        autoReplyVersionId: null,
        now,
        order,
        attachments: files.map(attachmentOf),
        ...outgoingParts(wanted, files),
      },
      table,
      deps.promises.readingsOf,
    ),
  );
}

/** Nothing for a plain text: what is absent needs no reading. */
function outgoingParts(
  { allowed, conversation }: Wanted,
  files: readonly MediaFileDoc[],
): { readonly outgoing?: OutgoingParts } {
  const { template, privateReplyTo } = allowed;
  if (files.length === 0 && template === null && privateReplyTo === null) return {};
  const answersConversationId = privateReplyTo === null ? null : conversation._id;
  return { outgoing: { fileIds: files.map(({ _id }) => _id), template, privateReplyTo, answersConversationId } };
}

function attachmentOf({ _id, kind, mimeType, fileName }: MediaFileDoc): Attachment {
  const nowhere = { latitude: null, longitude: null, mediaId: null, title: null };
  return { type: kind, url: `/media/${_id}`, mimeType, fileName, ...nowhere };
}
