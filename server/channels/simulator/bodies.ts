import { findChannel } from '#server/channels/registry.ts';
import type { Body } from './messenger-bodies.ts';

export * from './messenger-bodies.ts';
export * from './whatsapp-bodies.ts';
export * from './x-bodies.ts';

/** The bytes a platform would post. */
export function encodeBody(body: Body): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(body));
}

/** The headers a platform would post with `body`: content type and signature. Throws for a channel nobody knows. */
export function signedHeaders(channel: string, body: Uint8Array, appSecret: string): Readonly<Record<string, string>> {
  const definition = findChannel(channel);
  if (definition === undefined) throw new Error(`no channel is named ${channel}`);
  return { 'content-type': 'application/json', ...definition.sign(body, appSecret) };
}

/** Posts a signed webhook body to `url` and returns the HTTP status. */
export async function postSigned(
  url: string,
  channel: string,
  body: Body | Uint8Array,
  appSecret: string,
): Promise<number> {
  const bytes = body instanceof Uint8Array ? body : encodeBody(body);
  const response = await fetch(url, {
    method: 'POST',
    headers: signedHeaders(channel, bytes, appSecret),
    body: Buffer.from(bytes),
  });
  await response.arrayBuffer();
  return response.status;
}
