import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChannelDefinition, ChannelSecrets, WebhookRequest } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import type { Log } from '#server/log.ts';
import { deliveryDocOf, type DeliveryDoc } from './deliveries.store.ts';
import type { GroupCommit } from './group-commit.ts';
import { BodyTooLargeError, readBody } from './request-body.ts';

/** What taking webhooks needs. `onStored` wakes the consumer. */
export type WebhookDependencies = {
  readonly channels: readonly ChannelDefinition[];
  readonly secrets: Readonly<Record<string, ChannelSecrets>>;
  readonly commit: GroupCommit<DeliveryDoc>;
  readonly clock: Clock;
  readonly log: Log;
  /** False while nothing may be acknowledged. */
  hasRoom?(): boolean;
  onStored(): void;
};

/** WhatsApp bodies reach 3 MB (channels.md section 1). */
const bodyLimit = 4 * 1024 * 1024;
const prefix = '/webhooks/';

/**
 * Takes `/webhooks/<channel>` before anything else on the server: verifies the raw bytes, stores them durably, and only
 * then answers 200; 401 for a bad signature, 413 for a body over 4 MB, 503 when storing failed or the disk is almost full, so that the platform
 * comes back. Returns true when the request was its own.
 */
export function createWebhookHandler(
  deps: WebhookDependencies,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const channels = new Map(deps.channels.map((channel) => [channel.name, channel]));
  return (request, response) => {
    const url = request.url ?? '';
    if (!url.startsWith(prefix)) return false;
    const [path, query = ''] = url.slice(prefix.length).split('?', 2);
    const channel = channels.get(path ?? '');
    const secrets = channel && deps.secrets[channel.name];
    if (!channel || !secrets) {
      answer(response, 404, 'unknown channel');
      return true;
    }
    handle(deps, { channel, secrets, query }, request, response).catch((error: unknown) => {
      deps.log.error({ err: error, channel: channel.name }, 'webhook failed');
      answer(response, 503, 'try again');
    });
    return true;
  };
}

type Target = { channel: ChannelDefinition; secrets: ChannelSecrets; query: string };

async function handle(
  deps: WebhookDependencies,
  target: Target,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const webhook = { headers: request.headers, query: new URLSearchParams(target.query) };
  if (request.method === 'GET') {
    const { status, contentType, body } = target.channel.handshake(
      { ...webhook, body: new Uint8Array() },
      target.secrets,
    );
    response.writeHead(status, { 'content-type': contentType }).end(body);
  } else if (request.method === 'POST') {
    await take(deps, target, { request, response, webhook });
  } else {
    answer(response, 405, 'use GET or POST');
  }
}

async function take(
  deps: WebhookDependencies,
  target: Target,
  exchange: { request: IncomingMessage; response: ServerResponse; webhook: Omit<WebhookRequest, 'body'> },
): Promise<void> {
  const { request, response, webhook } = exchange;
  let body: Buffer;
  try {
    body = await readBody(request, bodyLimit);
  } catch (error) {
    if (!(error instanceof BodyTooLargeError)) throw error;
    response.setHeader('connection', 'close');
    answer(response, 413, 'body too large');
    return;
  }
  if (!target.channel.verify({ ...webhook, body }, target.secrets)) {
    // A wrong app secret ends in unsubscription within an hour (channels.md section 1): say so loudly.
    deps.log.warn({ channel: target.channel.name, bytes: body.length }, 'webhook signature refused');
    answer(response, 401, 'signature does not fit');
    return;
  }
  if (deps.hasRoom?.() === false) {
    answer(response, 503, 'no room, try again');
    return;
  }
  await deps.commit.append(deliveryDocOf(target.channel, body, deps.clock.now()));
  answer(response, 200, 'ok');
  deps.onStored();
}

function answer(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return;
  // With its length told, an answer is one write; without, it goes out in chunks, which cost more than the rest of the request.
  const headers = { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, headers).end(text);
}
