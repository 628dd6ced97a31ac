import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Webhook } from 'standardwebhooks';
import { publicLookup, requirePublicUrl } from './guarded-address.ts';

/** A signed message to one of the brand's own systems. */
export type OutgoingWebhook = {
  readonly url: string;
  /** `whsec_` and 24 to 64 bytes in base64. */
  readonly secret: string;
  /** The same for every try, so that the receiver knows a repeat. */
  readonly id: string;
  readonly body: string;
  readonly at: Date;
};

/** Sends one message; resolves with the HTTP status, rejects when there was none or the address may not be reached. */
export type PostWebhook = (webhook: OutgoingWebhook) => Promise<number>;

const timeoutMs = 15_000;

/**
 * Posts as Standard Webhooks 1.0 says: headers webhook-id, webhook-timestamp (s) and webhook-signature over
 * `id.timestamp.body`. Redirects are not followed. `allowPrivate` is for tests and receivers in the own network.
 */
export function createWebhookChannel({ allowPrivate }: { readonly allowPrivate: boolean }): PostWebhook {
  return async ({ url, secret, id, body, at }) => {
    const address = allowPrivate ? new URL(url) : requirePublicUrl(url);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Woordhouder',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    };
    const request = address.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((resolve, reject) => {
      const options = { method: 'POST', headers, agent: false, ...(allowPrivate ? {} : { lookup: publicLookup }) };
      const sending = request(address, { ...options, signal: AbortSignal.timeout(timeoutMs) }, (response) => {
        // Whatever the body says is of no use, but an unread one would hold the connection.
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sending.once('error', reject);
      sending.end(body);
    });
  };
}
