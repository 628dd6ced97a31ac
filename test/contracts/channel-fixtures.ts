import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ChannelSecrets, WebhookRequest } from '#server/channels/channel.ts';

/** One recorded body with the events it must give (each expected event names only the fields that matter). */
export type FixtureCase = {
  readonly name: string;
  readonly body: Uint8Array;
  readonly receivedAt: Date;
  readonly events: readonly Readonly<Record<string, unknown>>[];
};

type RawCase = {
  readonly name: string;
  readonly body?: unknown;
  /** Used where JSON written again would lose something: long numbers, no JSON at all. */
  readonly bodyText?: string;
  readonly events: FixtureCase['events'];
};

type RawFile = { readonly receivedAt: string; readonly cases: readonly RawCase[] };

const root = new URL('../fixtures/channels/', import.meta.url);

/** Text as the bytes of a request. */
export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** All recorded bodies of a channel; empty when it has none. */
export function readFixtures(channel: string): FixtureCase[] {
  const folder = fileURLToPath(new URL(`${channel}/`, root));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const { receivedAt, cases } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as RawFile;
      return cases.map((each) => ({
        name: `${file}: ${each.name}`,
        body: bytes(each.bodyText ?? JSON.stringify(each.body)),
        receivedAt: new Date(receivedAt),
        events: each.events,
      }));
    });
}

/** Secrets while the app secret is being changed: both are valid. */
export const secrets: ChannelSecrets = { appSecrets: ['new-app-secret', 'old-app-secret'], verifyToken: 'onze-code' };

/** A webhook request with these bytes and headers. */
export function request(body: Uint8Array, headers: WebhookRequest['headers'] = {}, query = ''): WebhookRequest {
  return { body, headers, query: new URLSearchParams(query) };
}
