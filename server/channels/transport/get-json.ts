import { parseLosslessJson } from '#server/channels/body/lossless-json.ts';
import { ChannelError } from '#server/channels/errors.ts';
import type { PostAnswer, PostRequest } from './post-json.ts';

/**
 * Reads JSON with a bearer token. Throws ChannelError `unreachable` for every failure of the connection or the time limit: a
 * read changes nothing and may be repeated. Redirects are not followed: a token must not travel.
 */
export async function getJson(
  fetch: typeof globalThis.fetch,
  { url, token, signal }: Omit<PostRequest, 'body'>,
): Promise<PostAnswer> {
  try {
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual', signal });
    return { status: response.status, headers: response.headers, json: parseLosslessJson(await response.text()).value };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new ChannelError('unreachable', signal.aborted ? 'timeout' : 'network', detail.slice(0, 500));
  }
}
