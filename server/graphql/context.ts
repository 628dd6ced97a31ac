import type { Clock } from '#server/clock.ts';
import type { Modules } from '#server/modules/modules.ts';
import type { LiveBus } from '#server/graphql/live-bus.ts';
import type { Loaders } from '#server/graphql/loaders.ts';
import type { Role } from '#server/graphql/generated/resolver-types.ts';

/** The signed-in user of a request or socket; every store call takes its brand from here, never from input. */
export type SessionViewer = {
  readonly userId: string;
  readonly brandId: string;
  readonly role: Role;
  /** Hash of the session id: closing the session closes its sockets. */
  readonly sessionHash: string;
};

/** Sets or clears the session cookie of the present response; absent on sockets. */
export type SessionCookie = { set(token: string, maxAgeMs: number): void; clear(): void };

/** What every resolver gets. */
export type GraphQLContext = {
  readonly viewer: SessionViewer | null;
  /** The instant of this execution: one request sees one present. */
  readonly now: Date;
  readonly clock: Clock;
  readonly modules: Modules;
  /** Fresh per request, so nothing is cached across viewers. */
  readonly loaders: Loaders;
  /** Where subscriptions listen for changes. */
  readonly live: LiveBus;
  readonly requestId: string;
  readonly remoteAddress: string;
  readonly cookie: SessionCookie | null;
  readonly demo: boolean;
};
