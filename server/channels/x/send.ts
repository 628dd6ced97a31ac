import { z } from 'zod';
import type { ChannelSender, OutgoingMessage, SenderDependencies } from '#server/channels/channel.ts';
import { ChannelError } from '#server/channels/errors.ts';
import { id, path } from '#server/channels/body/fields.ts';
import type { OutgoingLimits } from '#server/channels/transport/outgoing-checks.ts';
import { assertSendable } from '#server/channels/transport/outgoing-checks.ts';
import { postJson } from '#server/channels/transport/post-json.ts';
import { xError } from './x-error.ts';

/** An OAuth 2.0 user token with the scopes to write posts and direct messages. */
export const xCredentialsSchema = z.object({ accessToken: z.string().min(1) });

/** Credentials of an X account. */
export type XCredentials = z.infer<typeof xCredentialsSchema>;

type Call = { readonly path: readonly string[]; readonly body: unknown; readonly idField: string };

function callFor(message: OutgoingMessage): Call {
  if (message.visibility === 'private') {
    return {
      path: ['dm_conversations', 'with', message.customerExternalId, 'messages'],
      body: { text: message.text },
      idField: 'dm_event_id',
    };
  }
  const repliedTo = message.replyToExternalId ?? message.threadExternalId;
  return { path: ['tweets'], body: { text: message.text, reply: { in_reply_to_tweet_id: repliedTo } }, idField: 'id' };
}

/** Sends replies to posts and direct messages on X. X takes no tag of ours: the answer's id is the only link to the echo. */
export function createXSender(dependencies: SenderDependencies, limits: OutgoingLimits): ChannelSender<XCredentials> {
  const { baseUrl, apiVersion } = dependencies.endpoint;
  return {
    send: async (message, account, signal) => {
      assertSendable(message, limits);
      const call = callFor(message);
      const url = new URL([baseUrl.replace(/\/+$/, ''), apiVersion, ...call.path.map(encodeURIComponent)].join('/'));
      const token = account.credentials.accessToken;
      const answer = await postJson(dependencies.fetch, { url, token, body: call.body, signal });
      const externalId = id(path(answer.json, 'data', call.idField));
      if (answer.status >= 200 && answer.status <= 299 && externalId !== null) return { externalId };
      const hasErrors = path(answer.json, 'errors') !== undefined;
      if (answer.status < 300 && answer.status >= 200 && !hasErrors) {
        throw new ChannelError('uncertain', 'unreadable', 'the answer names no message');
      }
      throw xError(answer, dependencies.clock.now());
    },
  };
}
