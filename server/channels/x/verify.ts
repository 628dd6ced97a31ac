import type { ChannelSecrets, HandshakeAnswer, WebhookRequest } from '#server/channels/channel.ts';
import { hmacSha256, signedByOneOf } from '#server/channels/signature/hmac.ts';

/** X's header of signed webhooks, lower-case as node:http gives it. */
const xSignatureHeader = 'x-twitter-webhooks-signature';

/**
 * Challenge and webhook signature share key, algorithm and prefix, so a handler that signs anything would let a stranger have a
 * forged body signed. Only this alphabet is signed: it can spell no JSON.
 */
const challengePattern = /^[A-Za-z0-9+/=_-]{16,128}$/;

/** Answers X's challenge-response check; 400 for a missing or odd token, 403 while no consumer secret is configured. */
export function xHandshake(request: WebhookRequest, secrets: ChannelSecrets): HandshakeAnswer {
  const refuse = (status: number, body: string): HandshakeAnswer => ({ status, contentType: 'text/plain', body });
  const tokens = request.query.getAll('crc_token');
  // A plus sign that was not escaped arrives as a space, which the alphabet lacks.
  const token = tokens[0]?.replaceAll(' ', '+');
  if (tokens.length !== 1 || token === undefined || !challengePattern.test(token)) return refuse(400, 'odd crc_token');
  const secret = secrets.appSecrets.find((each) => each !== '');
  if (secret === undefined) return refuse(403, 'not configured');
  const answer = { response_token: `sha256=${hmacSha256(secret, token).toString('base64')}` };
  return { status: 200, contentType: 'application/json', body: JSON.stringify(answer) };
}

/** True when the signature header fits the raw body and one of the consumer secrets. */
export function verifyX(request: WebhookRequest, secrets: ChannelSecrets): boolean {
  const match = /^sha256=([A-Za-z0-9+/]{43}=)$/.exec(String(request.headers[xSignatureHeader]));
  if (match?.[1] === undefined) return false;
  return signedByOneOf(secrets.appSecrets, request.body, Buffer.from(match[1], 'base64'));
}

/** The header X would send with `body`. */
export function signX(body: Uint8Array, appSecret: string): Readonly<Record<string, string>> {
  return { [xSignatureHeader]: `sha256=${hmacSha256(appSecret, body).toString('base64')}` };
}
