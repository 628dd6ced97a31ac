import type { OutgoingAttachment, OutgoingMessage } from '#server/channels/channel.ts';
import type { Conversations, MessageDoc } from '#server/modules/conversations/index.ts';
import type { Media } from '#server/modules/media/index.ts';

/** What making a message ready to be sent needs. */
export type OutgoingDependencies = { readonly conversations: Conversations; readonly media: Media };

/** A stored message of ours as a sender takes it. Throws when its conversation or one of its files is gone. */
export async function outgoingOf(deps: OutgoingDependencies, message: MessageDoc): Promise<OutgoingMessage> {
  const { brandId, outgoing } = message;
  const [conversation] = await deps.conversations.store.byIds(brandId, [message.conversationId]);
  if (!conversation) throw new Error(`message ${message._id} has no conversation`);
  return {
    clientTag: message._id,
    visibility: message.visibility,
    customerExternalId: conversation.customerExternalId,
    threadExternalId: conversation.threadExternalId,
    replyToExternalId: message.replyToExternalId,
    text: message.text,
    attachments: await attachmentsOf(deps.media, message),
    template: outgoing?.template ?? null,
    privateReplyTo: outgoing?.privateReplyTo ?? null,
    byPerson: message.authorKind === 'agent',
    lastCustomerAt: conversation.lastCustomerAt,
  };
}

async function attachmentsOf(media: Media, { brandId, outgoing }: MessageDoc): Promise<OutgoingAttachment[]> {
  const ids = outgoing?.fileIds ?? [];
  const files = await media.byIds(brandId, ids);
  return ids.map((id) => {
    const file = files.find((each) => each._id === id);
    if (!file) throw new Error(`the file ${id} of a message is gone`);
    const { kind, mimeType, fileName, size } = file;
    return { kind, mimeType, fileName, size, read: () => media.bytesOf(file) };
  });
}
