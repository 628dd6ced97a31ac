import type { ChannelSecrets, WebhookRequest } from '#server/channels/channel.ts';
import { hmacSha256, signedByOneOf } from '#server/channels/signature/hmac.ts';

/** Meta's header of signed webhooks, lower-case as node:http gives it. */
const metaSignatureHeader = 'x-hub-signature-256';

/**
 * The body with every character outside ASCII written as \uXXXX, or null when there is none.
 * An older form of Meta's documents signs this form; trying it as well is harmless, because it is keyed all the same.
 */
function asciiForm(body: Uint8Array): Uint8Array | null {
  if (body.every((byte) => byte < 0x80)) return null;
  const escaped = new TextDecoder('utf-8').decode(body).replace(/[\u0080-\uffff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return new TextEncoder().encode(escaped);
}

/** True when `X-Hub-Signature-256` fits the raw body and one of the app secrets. The legacy SHA-1 header is never looked at. */
export function verifyMeta(request: WebhookRequest, secrets: ChannelSecrets): boolean {
  const match = /^sha256=([0-9a-f]{64})$/.exec(String(request.headers[metaSignatureHeader]));
  if (match?.[1] === undefined) return false;
  const signature = Buffer.from(match[1], 'hex');
  if (signedByOneOf(secrets.appSecrets, request.body, signature)) return true;
  const escaped = asciiForm(request.body);
  return escaped !== null && signedByOneOf(secrets.appSecrets, escaped, signature);
}

/** The header Meta would send with `body`. */
export function signMeta(body: Uint8Array, appSecret: string): Readonly<Record<string, string>> {
  return { [metaSignatureHeader]: `sha256=${hmacSha256(appSecret, body).toString('hex')}` };
}
