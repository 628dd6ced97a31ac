import { randomUUID } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import type { Change } from '#server/db/change-feed.ts';
import { createApollo } from '#server/graphql/apollo.ts';
import type { GraphQLContext } from '#server/graphql/context.ts';
import type { LiveBus } from '#server/graphql/live-bus.ts';
import { createLiveHub } from '#server/graphql/live-hub.ts';
import { createLoaders } from '#server/graphql/loaders.ts';
import { createSchema } from '#server/graphql/schema.ts';
import { createHttpServer, type HttpServer } from '#server/http/http-server.ts';
import { attachLiveSockets, type LiveSockets } from '#server/http/live-sockets.ts';
import type { RequestFacts } from '#server/http/request-facts.ts';
import { watchState, type WatchedState } from '#server/metrics/state-gauges.ts';
import type { Metrics } from '#server/metrics/metrics.ts';
import type { Ingest } from '#server/modules/ingest/index.ts';
import { largestUpload } from '#server/modules/media/index.ts';
import type { Modules } from '#server/modules/modules.ts';
import type { Outbox, SendGates } from '#server/modules/outbox/index.ts';
import type { AppOptions } from './app-options.ts';
import { resolvers } from './resolvers.ts';

/** The server's outer side. */
export type ServedApp = {
  readonly apollo: ApolloServer<GraphQLContext>;
  readonly http: HttpServer;
  /** The context of one execution, for requests and for callers within the process (the demo's replay). */
  contextOf(facts: RequestFacts): GraphQLContext;
  /** Lets /readyz answer 200 from now on. */
  openDoors(): void;
  /** Tells the brand's viewers of a changed document. */
  publish(change: Change): void;
};

/** Makes API, sockets and HTTP server around the modules. */
export async function serveApp(
  parts: AppOptions & {
    modules: Modules;
    ingest: Ingest;
    outbox: Outbox;
    gates: SendGates;
    metrics: Metrics;
    live: LiveBus;
  },
): Promise<ServedApp> {
  const { config, clock, log, modules, ingest, live, db, metrics } = parts;
  const schema = createSchema({ resolvers });
  const contextOf = (facts: RequestFacts): GraphQLContext => ({
    ...facts,
    now: clock.now(),
    clock,
    modules,
    live,
    loaders: createLoaders(modules, facts.viewer?.brandId ?? ''),
    demo: config.demo,
  });
  const apollo = await createApollo({ schema, log, production: config.production });
  const hub = createLiveHub({
    schema,
    log,
    contextOf: (viewer) => contextOf({ viewer, requestId: randomUUID(), remoteAddress: '', cookie: null }),
  });
  let open = false;
  let sockets: LiveSockets | null = null;
  const http = createHttpServer({
    config,
    apollo,
    contextOf,
    viewerOfToken: (token) => modules.agents.viewerOfToken(token),
    webhooks: metrics.countedWebhooks((request, response) => ingest.handle(request, response)),
    metrics: { registry: metrics.registry, token: config.metricsToken },
    ready: async () => open && parts.hasRoom?.() !== false && (await takesWrites(db, clock.now())),
    publicStatus: modules.publicStatus,
    files: { media: modules.media, largestUpload },
    clientDir: parts.clientDir,
    wsSetup: (server) => {
      const { publicOrigin } = config;
      sockets = attachLiveSockets(server, { schema, hub, sessions: modules.agents, publicOrigin, log });
      return sockets;
    },
    log,
  });
  watchState(
    metrics.registry,
    watched(parts, () => sockets?.count() ?? 0),
  );
  return {
    apollo,
    http,
    contextOf,
    openDoors: () => {
      open = true;
    },
    publish: ({ collection, inserted, document }) => {
      const brandId = String(document['brandId']);
      const id = String(document['_id']);
      if (collection === 'conversations') live.publish(brandId, 'conversationChanged', { conversationId: id });
      if (collection === 'alerts' && inserted && document['settled'] !== true) {
        live.publish(brandId, 'alertRaised', { alertId: id });
      }
      if (collection === 'escalations' && inserted) {
        live.publish(brandId, 'alertEscalated', { alertId: String(document['alertId']) });
      }
    },
  };
}

/** A database may answer pings and yet take no write, after a full disk for instance: then nothing can be acknowledged. */
async function takesWrites(db: AppOptions['db'], at: Date): Promise<boolean> {
  const checks = db.collection<{ _id: string; at: Date }>('readyChecks');
  await checks.updateOne({ _id: 'ready' }, { $set: { at } }, { upsert: true });
  return true;
}

type Watchable = { clock: AppOptions['clock']; modules: Modules; ingest: Ingest; outbox: Outbox; gates: SendGates };

function watched({ clock, modules, ingest, outbox, gates }: Watchable, liveSockets: () => number): WatchedState {
  return {
    backlog: () => ingest.backlog(),
    openBreakers: () => gates.openByChannel(),
    outboxStates: () => outbox.counts(),
    sweeperLagMs: async () => {
      const now = clock.now();
      const [due] = await modules.conversations.store.dueForSweep(now, 1);
      return due?.nextWakeAt ? now.getTime() - due.nextWakeAt.getTime() : 0;
    },
    liveSockets,
  };
}
