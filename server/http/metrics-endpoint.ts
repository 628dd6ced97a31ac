import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Request, RequestHandler } from 'express';
import type { Log } from '#server/log.ts';

/** What GET /metrics shows and to whom. */
export type MetricsSource = {
  readonly registry: { readonly contentType: string; metrics(): Promise<string> };
  /** Opens the page from anywhere (METRICS_TOKEN); null: only this machine may read it. */
  readonly token: string | null;
};

const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Answers GET /metrics to a bearer of the token, and to this machine itself; to everybody else the page does not exist.
 * Behind a proxy (`proxied`, or a forwarding header) every request seems to come from this machine: then only the token counts.
 */
export function metricsEndpoint(source: MetricsSource, options: { proxied: boolean; log: Log }): RequestHandler {
  return async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    const own = !options.proxied && isFromThisMachine(request);
    if (request.method !== 'GET' || !(own || bearsToken(request.headers, source.token))) {
      response.status(404).type('text/plain').send('not found');
      return;
    }
    try {
      const text = await source.registry.metrics();
      response.setHeader('Content-Type', source.registry.contentType);
      response.send(text);
    } catch (error) {
      options.log.warn({ err: error }, 'metrics could not be read');
      response.status(503).type('text/plain').send('not ready');
    }
  };
}

function isFromThisMachine(request: Request): boolean {
  const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const isLoopback = address === '::1' || address.startsWith('127.');
  return isLoopback && forwardingHeaders.every((name) => request.headers[name] === undefined);
}

function bearsToken(headers: IncomingHttpHeaders, token: string | null): boolean {
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === null || given === undefined) return false;
  // Hashes have one length, so the comparison tells nothing of the token's.
  return timingSafeEqual(sha256(given), sha256(token));
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
