import type { ChannelSecrets, HandshakeAnswer, WebhookRequest } from '#server/channels/channel.ts';
import { sameWord } from '#server/channels/signature/hmac.ts';

const maxChallengeLength = 512;

function only(query: URLSearchParams, name: string): string | null {
  const values = query.getAll(name);
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** Meta's subscription check: with the right word the challenge goes back as bare text, else 403; 400 when it is no check at all. */
export function metaHandshake(request: WebhookRequest, secrets: ChannelSecrets): HandshakeAnswer {
  const refuse = (status: number, body: string): HandshakeAnswer => ({ status, contentType: 'text/plain', body });
  const mode = only(request.query, 'hub.mode');
  const token = only(request.query, 'hub.verify_token');
  const challenge = only(request.query, 'hub.challenge');
  if (mode === null || token === null || challenge === null) return refuse(400, 'incomplete handshake');
  if (mode !== 'subscribe' || secrets.verifyToken === '' || !sameWord(token, secrets.verifyToken)) {
    return refuse(403, 'refused');
  }
  if (challenge.length > maxChallengeLength || !/^[\x21-\x7e]+$/.test(challenge)) return refuse(400, 'odd challenge');
  return { status: 200, contentType: 'text/plain', body: challenge };
}
