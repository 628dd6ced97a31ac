import type { ChannelSender, OutgoingMessage, SenderDependencies } from '#server/channels/channel.ts';
import { field, id } from '#server/channels/body/fields.ts';
import type { GraphCall, GraphCredentials } from '#server/channels/meta/graph-call.ts';
import { callGraph } from '#server/channels/meta/graph-call.ts';
import type { GraphMeanings } from '#server/channels/meta/graph-error.ts';
import type { OutgoingLimits } from '#server/channels/transport/outgoing-checks.ts';
import { assertSendable, sinceCustomerMs, windowClosed } from '#server/channels/transport/outgoing-checks.ts';
import { metadataPrefix } from './payloads.ts';
import { messengerProfile } from './profile.ts';

/** Messenger's own codes beside those every Graph product shares. */
const meanings: GraphMeanings = {
  '10-2018278': { kind: 'windowClosed' },
  '10-2534022': { kind: 'windowClosed' },
  '10-2018065': { kind: 'windowClosed' },
  '10-2018108': { kind: 'rejected' },
  '10-1893063': { kind: 'unauthorised' },
  '200-1545041': { kind: 'rejected' },
  '551': { kind: 'rejected' },
};

type MessagingType = { readonly messaging_type: string; readonly tag?: string };

/** RESPONSE within the window; after it only a person's reply may still go out, under the HUMAN_AGENT tag. */
function messagingType(message: OutgoingMessage, limits: OutgoingLimits, now: Date): MessagingType {
  const { windowMs, humanWindowMs } = limits.capabilities;
  const since = sinceCustomerMs(message, now);
  if (since === null || windowMs === null || since <= windowMs) return { messaging_type: 'RESPONSE' };
  if (message.byPerson && humanWindowMs !== null && since <= humanWindowMs) {
    return { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };
  }
  throw windowClosed('the customer wrote too long ago for this kind of reply');
}

function privateCall(message: OutgoingMessage, pageId: string, type: MessagingType): GraphCall {
  return {
    path: [pageId, 'messages'],
    body: {
      recipient: { id: message.customerExternalId },
      ...type,
      message: { text: message.text, metadata: `${metadataPrefix}${message.clientTag}` },
    },
    meanings,
    readId: (json) => id(field(json, 'message_id')),
  };
}

function commentCall(message: OutgoingMessage): GraphCall {
  return {
    path: [message.replyToExternalId ?? message.threadExternalId, 'comments'],
    body: { message: message.text },
    meanings,
    readId: (json) => id(field(json, 'id')),
  };
}

/** Sends Messenger messages and replies to comments, and asks for customers' names. */
export function createMessengerSender(
  dependencies: SenderDependencies,
  limits: OutgoingLimits,
): ChannelSender<GraphCredentials> {
  return {
    send: async (message, account, signal) => {
      assertSendable(message, limits);
      const call =
        message.visibility === 'public'
          ? commentCall(message)
          : privateCall(message, account.externalId, messagingType(message, limits, dependencies.clock.now()));
      return { externalId: await callGraph(dependencies, account, call, signal) };
    },
    profileOf: (customerExternalId, account, signal) =>
      messengerProfile(dependencies, customerExternalId, account, signal),
  };
}
