import type { IncomingHttpHeaders } from 'node:http';

/**
 * True when a request may use the session cookie: it comes from our own pages or from no browser at all.
 * `publicOrigin` null: our own pages are those of the host that was asked.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicOrigin: string | null): boolean {
  const { origin, host } = headers;
  if (origin === undefined) {
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none';
  }
  if (publicOrigin !== null) return origin === publicOrigin;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
}
