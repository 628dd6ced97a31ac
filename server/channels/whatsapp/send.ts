import type { ChannelSender, OutgoingMessage, SenderDependencies } from '#server/channels/channel.ts';
import { field, id, list } from '#server/channels/body/fields.ts';
import type { GraphCall } from '#server/channels/meta/graph-call.ts';
import { callGraph } from '#server/channels/meta/graph-call.ts';
import type { OutgoingLimits } from '#server/channels/transport/outgoing-checks.ts';
import { assertSendable, sinceCustomerMs, windowClosed } from '#server/channels/transport/outgoing-checks.ts';
import { uploading } from '#server/channels/transport/upload.ts';
import type { WhatsAppCredentials } from './credentials.ts';
import { mediaContent, mediaUpload, templateContent, type MessageContent } from './message-content.ts';
import { whatsAppErrors } from './send-errors.data.ts';
import { readTemplates } from './templates.ts';

/** A number goes in `to`, a business-scoped user id in `recipient`, a group in `to` with its own recipient type. */
function recipientOf(message: OutgoingMessage): Readonly<Record<string, string>> {
  const { customerExternalId, threadExternalId } = message;
  if (threadExternalId !== customerExternalId) return { recipient_type: 'group', to: threadExternalId };
  return /^\d+$/.test(customerExternalId)
    ? { recipient_type: 'individual', to: customerExternalId }
    : { recipient_type: 'individual', recipient: customerExternalId };
}

function messageCall(message: OutgoingMessage, numberId: string, content: MessageContent): GraphCall {
  const quoted = message.replyToExternalId;
  return {
    path: [numberId, 'messages'],
    body: {
      messaging_product: 'whatsapp',
      ...recipientOf(message),
      ...content,
      ...(quoted === null ? {} : { context: { message_id: quoted } }),
      biz_opaque_callback_data: message.clientTag,
    },
    errors: whatsAppErrors,
    readId: (json) => id(field(list(field(json, 'messages'))?.[0], 'id')),
  };
}

/** Sends WhatsApp texts, files and templates. A success means accepted: most refusals come later, as a `failed` status. */
export function createWhatsAppSender(
  dependencies: SenderDependencies,
  limits: OutgoingLimits,
): ChannelSender<WhatsAppCredentials> {
  return {
    send: async (message, account, signal) => {
      assertSendable(message, limits);
      const since = sinceCustomerMs(message, dependencies.clock.now());
      const { windowMs } = limits.capabilities;
      if (message.template === null && since !== null && windowMs !== null && since > windowMs) {
        throw windowClosed('more than 24 hours since the customer wrote: only a template may be sent');
      }
      const call = (each: GraphCall): Promise<string> => callGraph(dependencies, account, each, signal);
      const send = async (content: MessageContent) => ({
        externalId: await call(messageCall(message, account.externalId, content)),
      });
      const [file] = message.attachments;
      if (message.template !== null) return send(templateContent(message.template));
      if (file === undefined) return send({ type: 'text', text: { body: message.text, preview_url: false } });
      const mediaId = await uploading(async () => call(await mediaUpload(file, account.externalId)));
      return send(mediaContent(file, mediaId, message.text));
    },
    templatesOf: (account, signal) => readTemplates(dependencies, account, signal),
  };
}
