import { z } from 'zod';
import type { ChannelSender, OutgoingMessage, SenderAccount, SenderDependencies } from '#server/channels/channel.ts';
import { ChannelError } from '#server/channels/errors.ts';
import { id, path } from '#server/channels/body/fields.ts';
import { getJson } from '#server/channels/transport/get-json.ts';
import type { OutgoingLimits } from '#server/channels/transport/outgoing-checks.ts';
import { assertSendable } from '#server/channels/transport/outgoing-checks.ts';
import { postJson, type PostAnswer } from '#server/channels/transport/post-json.ts';
import { uploading } from '#server/channels/transport/upload.ts';
import { uploadToX, type XCalls } from './media-upload.ts';
import { xError } from './x-error.ts';

/** An OAuth 2.0 user token with the scopes to write posts and direct messages; `webhookId` names our webhook, to ask about its subscription. */
export const xCredentialsSchema = z.object({
  accessToken: z.string().min(1),
  webhookId: z
    .string()
    .regex(/^\d{1,32}$/u)
    .optional(),
});

/** Credentials of an X account. */
export type XCredentials = z.infer<typeof xCredentialsSchema>;

type Call = { readonly path: readonly string[]; readonly body: unknown; readonly idField: string };

function callFor(message: OutgoingMessage, mediaIds: readonly string[]): Call {
  const words = message.text.trim() === '' ? {} : { text: message.text };
  if (message.visibility === 'private') {
    const attachments = mediaIds.map((mediaId) => ({ media_id: mediaId }));
    return {
      path: ['dm_conversations', 'with', message.customerExternalId, 'messages'],
      body: { ...words, ...(attachments.length === 0 ? {} : { attachments }) },
      idField: 'dm_event_id',
    };
  }
  if (message.replyToExternalId === null) throw new ChannelError('rejected', 'no_post', 'there is no post to answer');
  const media = mediaIds.length === 0 ? {} : { media: { media_ids: [...mediaIds] } };
  return {
    path: ['tweets'],
    body: { ...words, reply: { in_reply_to_tweet_id: message.replyToExternalId }, ...media },
    idField: 'id',
  };
}

const isFine = ({ status }: PostAnswer): boolean => status >= 200 && status <= 299;

/** Calls of one account; an answer that is no success is thrown. */
function callsFor(
  { endpoint, fetch, clock }: SenderDependencies,
  account: SenderAccount<XCredentials>,
  signal: AbortSignal,
): XCalls & { url(parts: readonly string[]): URL; token: string } {
  const token = account.credentials.accessToken;
  const url = (parts: readonly string[]): URL =>
    new URL([endpoint.baseUrl.replace(/\/+$/, ''), endpoint.apiVersion, ...parts.map(encodeURIComponent)].join('/'));
  const fine = (answer: PostAnswer): unknown => {
    if (!isFine(answer)) throw xError(answer, clock.now());
    return answer.json;
  };
  return {
    url,
    token,
    post: async (parts, body) => fine(await postJson(fetch, { url: url(parts), token, body, signal })),
    get: async (parts, query) => {
      const address = url(parts);
      for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
      return fine(await getJson(fetch, { url: address, token, signal }));
    },
  };
}

/**
 * Sends replies to posts and direct messages on X, with pictures or video. X takes no tag of ours: the answer's id is the
 * only link to the echo.
 */
export function createXSender(dependencies: SenderDependencies, limits: OutgoingLimits): ChannelSender<XCredentials> {
  return {
    send: async (message, account, signal) => {
      assertSendable(message, limits);
      const calls = callsFor(dependencies, account, signal);
      const mediaIds = [];
      for (const file of message.attachments) {
        mediaIds.push(await uploading(() => uploadToX(calls, file, message.visibility, signal)));
      }
      const call = callFor(message, mediaIds);
      const request = { url: calls.url(call.path), token: calls.token, body: call.body, signal };
      const answer = await postJson(dependencies.fetch, request);
      const externalId = id(path(answer.json, 'data', call.idField));
      if (isFine(answer) && externalId !== null) return { externalId };
      const hasErrors = path(answer.json, 'errors') !== undefined;
      if (isFine(answer) && !hasErrors) {
        throw new ChannelError('uncertain', 'unreadable', 'the answer names no message');
      }
      throw xError(answer, dependencies.clock.now());
    },
  };
}
