import type { ChannelSender, OutgoingMessage, SenderDependencies } from '#server/channels/channel.ts';
import { field, id, list } from '#server/channels/body/fields.ts';
import type { GraphCall, GraphCredentials } from '#server/channels/meta/graph-call.ts';
import { callGraph } from '#server/channels/meta/graph-call.ts';
import type { GraphMeanings } from '#server/channels/meta/graph-error.ts';
import type { OutgoingLimits } from '#server/channels/transport/outgoing-checks.ts';
import { assertSendable, sinceCustomerMs, windowClosed } from '#server/channels/transport/outgoing-checks.ts';

/** One message per six seconds to one customer is the documented pace. */
const pairPauseMs = 6000;

/** WhatsApp's own codes beside those every Graph product shares; codes not named here are final refusals. */
const meanings: GraphMeanings = {
  '131047': { kind: 'windowClosed' },
  '131056': { kind: 'rateLimited', retryAfterMs: pairPauseMs },
  '130429': { kind: 'rateLimited' },
  '131048': { kind: 'rateLimited' },
  '131064': { kind: 'rateLimited' },
  '131005': { kind: 'unauthorised' },
  '131030': { kind: 'unauthorised' },
  '131031': { kind: 'unauthorised' },
  '131042': { kind: 'unauthorised' },
  '131045': { kind: 'unauthorised' },
  '131057': { kind: 'unauthorised' },
  '131000': { kind: 'uncertain' },
  '131016': { kind: 'uncertain' },
  '135000': { kind: 'uncertain' },
};

/** A number goes in `to`, a business-scoped user id in `recipient`, a group in `to` with its own recipient type. */
function recipientOf(message: OutgoingMessage): Readonly<Record<string, string>> {
  const { customerExternalId, threadExternalId } = message;
  if (threadExternalId !== customerExternalId) return { recipient_type: 'group', to: threadExternalId };
  return /^\d+$/.test(customerExternalId)
    ? { recipient_type: 'individual', to: customerExternalId }
    : { recipient_type: 'individual', recipient: customerExternalId };
}

function textCall(message: OutgoingMessage, numberId: string): GraphCall {
  const quoted = message.replyToExternalId;
  return {
    path: [numberId, 'messages'],
    body: {
      messaging_product: 'whatsapp',
      ...recipientOf(message),
      type: 'text',
      text: { body: message.text, preview_url: false },
      ...(quoted === null ? {} : { context: { message_id: quoted } }),
      biz_opaque_callback_data: message.clientTag,
    },
    meanings,
    readId: (json) => id(field(list(field(json, 'messages'))?.[0], 'id')),
  };
}

/** Sends WhatsApp texts. A success means accepted: most refusals come later, as a `failed` status. */
export function createWhatsAppSender(
  dependencies: SenderDependencies,
  limits: OutgoingLimits,
): ChannelSender<GraphCredentials> {
  return {
    send: async (message, account, signal) => {
      assertSendable(message, limits);
      const since = sinceCustomerMs(message, dependencies.clock.now());
      const { windowMs } = limits.capabilities;
      if (since !== null && windowMs !== null && since > windowMs) {
        throw windowClosed('more than 24 hours since the customer wrote: only a template may be sent');
      }
      return { externalId: await callGraph(dependencies, account, textCall(message, account.externalId), signal) };
    },
  };
}
