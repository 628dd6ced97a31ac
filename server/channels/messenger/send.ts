import type {
  ChannelSender,
  OutgoingAttachment,
  OutgoingMessage,
  SenderAccount,
  SenderDependencies,
} from '#server/channels/channel.ts';
import { field, id } from '#server/channels/body/fields.ts';
import { ChannelError } from '#server/channels/errors.ts';
import type { GraphCall } from '#server/channels/meta/graph-call.ts';
import { callGraph } from '#server/channels/meta/graph-call.ts';
import type { OutgoingLimits } from '#server/channels/transport/outgoing-checks.ts';
import { assertSendable, sinceCustomerMs, windowClosed } from '#server/channels/transport/outgoing-checks.ts';
import { blobOf, uploading } from '#server/channels/transport/upload.ts';
import { isInstagram, pageOf, type MessengerCredentials } from './credentials.ts';
import { metadataPrefix } from './payloads.ts';
import { messengerProfile } from './profile.ts';
import { messengerErrors as errors } from './send-errors.data.ts';

type MessagingType = { readonly messaging_type: string; readonly tag?: string };

/** RESPONSE within the window; after it only a person's reply may still go out, under the HUMAN_AGENT tag. */
function messagingType(message: OutgoingMessage, limits: OutgoingLimits, now: Date): MessagingType {
  const { windowMs, humanWindowMs } = limits.capabilities;
  const since = sinceCustomerMs(message, now);
  // A private reply to a comment has a window of its own, which opens before the customer wrote in private.
  if (message.privateReplyTo !== null) return { messaging_type: 'RESPONSE' };
  if (since === null || windowMs === null || since <= windowMs) return { messaging_type: 'RESPONSE' };
  if (message.byPerson && humanWindowMs !== null && since <= humanWindowMs) {
    return { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };
  }
  throw windowClosed('the customer wrote too long ago for this kind of reply');
}

function privateCall(
  message: OutgoingMessage,
  pageId: string,
  type: MessagingType,
  content: Readonly<Record<string, unknown>>,
): GraphCall {
  const { privateReplyTo } = message;
  return {
    path: [pageId, 'messages'],
    body: {
      recipient: privateReplyTo === null ? { id: message.customerExternalId } : { comment_id: privateReplyTo },
      ...type,
      message: { ...content, metadata: `${metadataPrefix}${message.clientTag}` },
    },
    errors,
    readId: (json) => id(field(json, 'message_id')),
  };
}

function commentCall(message: OutgoingMessage, account: SenderAccount<MessengerCredentials>): GraphCall {
  return {
    path: [message.replyToExternalId ?? message.threadExternalId, isInstagram(account) ? 'replies' : 'comments'],
    body: { message: message.text },
    errors,
    readId: (json) => id(field(json, 'id')),
  };
}

async function uploadCall(
  attachment: OutgoingAttachment,
  account: SenderAccount<MessengerCredentials>,
): Promise<GraphCall> {
  const form = new FormData();
  if (isInstagram(account)) form.append('platform', 'instagram');
  form.append('message', JSON.stringify({ attachment: { type: attachment.kind, payload: { is_reusable: true } } }));
  form.append('filedata', await blobOf(attachment), attachment.fileName);
  return {
    path: [pageOf(account), 'message_attachments'],
    body: form,
    errors,
    readId: (json) => id(field(json, 'attachment_id')),
  };
}

/** Instagram takes half of what Messenger does, and counts bytes. */
const instagramMaxBytes = 1_000;

function assertFitsInstagram({ text }: OutgoingMessage, account: SenderAccount<MessengerCredentials>): void {
  const bytes = Buffer.byteLength(text);
  if (!isInstagram(account) || bytes <= instagramMaxBytes) return;
  const detail = `${String(bytes)} bytes in place of ${String(instagramMaxBytes)} at most`;
  throw new ChannelError('rejected', 'too_long', detail, { meaning: 'tooLong' });
}

/** Sends Messenger and Instagram messages, files, private replies and replies to comments, and asks for customers' names. */
export function createMessengerSender(
  dependencies: SenderDependencies,
  limits: OutgoingLimits,
): ChannelSender<MessengerCredentials> {
  return {
    send: async (message, account, signal) => {
      assertSendable(message, limits);
      const pageId = pageOf(account);
      const call = (each: GraphCall): Promise<string> => callGraph(dependencies, account, each, signal);
      if (message.visibility === 'public') return { externalId: await call(commentCall(message, account)) };
      assertFitsInstagram(message, account);
      const type = messagingType(message, limits, dependencies.clock.now());
      const [file] = message.attachments;
      if (file === undefined) {
        return { externalId: await call(privateCall(message, pageId, type, { text: message.text })) };
      }
      const attachmentId = await uploading(async () => call(await uploadCall(file, account)));
      const attachment = { type: file.kind, payload: { attachment_id: attachmentId } };
      return { externalId: await call(privateCall(message, pageId, type, { attachment })) };
    },
    profileOf: (customerExternalId, account, signal) =>
      messengerProfile(dependencies, customerExternalId, account, signal),
  };
}
