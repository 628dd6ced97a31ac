import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApolloServer } from '@apollo/server';
import type { Config } from '#server/config.ts';
import type { GraphQLContext, SessionViewer } from '#server/graphql/context.ts';
import type { Log } from '#server/log.ts';
import type { PublicStatus } from '#server/modules/public-status/index.ts';
import { createExpressApp } from './express-app.ts';
import type { LiveSockets } from './live-sockets.ts';
import type { MediaRoutesDependencies } from './media-routes.ts';
import type { MetricsSource } from './metrics-endpoint.ts';
import type { RequestFacts } from './request-facts.ts';

/** What the HTTP server is made of. */
export type HttpServerDependencies = {
  readonly config: Pick<Config, 'host' | 'port' | 'publicOrigin' | 'trustProxy'>;
  readonly apollo: ApolloServer<GraphQLContext>;
  /** The context of one execution. */
  readonly contextOf: (facts: RequestFacts) => GraphQLContext;
  readonly viewerOfToken: (token: string) => Promise<SessionViewer | null>;
  /** Takes the platforms' webhooks before anything else; false when the request is none of them. */
  readonly webhooks: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** True while the server can do its work (the database answers); asked by /readyz. */
  readonly ready: () => Promise<boolean>;
  /** Folder of the built client. */
  readonly clientDir: string;
  /** Takes the sockets: `attachLiveSockets`. */
  readonly wsSetup: (server: Server) => LiveSockets;
  /** What GET /metrics shows; without it there is no such page. */
  readonly metrics?: MetricsSource;
  /** Files agents send; without them there is no such path. */
  readonly files?: Pick<MediaRoutesDependencies, 'media' | 'largestUpload'>;
  /** What brands tell everybody of their waiting times; without it there is no such page. */
  readonly publicStatus?: Pick<PublicStatus, 'statusOf' | 'render' | 'style'>;
  readonly log: Log;
  /** How long requests may finish after `close`, in ms. */
  readonly graceMs?: number;
};

/** The HTTP server, ready to listen. */
export type HttpServer = {
  readonly server: Server;
  /** Listens as configured; the answer is the port (a free one when 0 was asked) and the origin. Rejects when it is taken. */
  listen(): Promise<{ port: number; origin: string }>;
  /** Takes nothing new, lets running requests finish, closes the sockets. */
  close(): Promise<void>;
};

/** Makes the server: webhooks first on bare node:http, since Express alone would cap them; then everything else. */
export function createHttpServer(deps: HttpServerDependencies): HttpServer {
  const app = createExpressApp(deps);
  let closing = false;
  const server = createServer((request, response) => {
    // A connection kept alive would bring request after request until the grace is over.
    if (closing) response.shouldKeepAlive = false;
    if (deps.webhooks(request, response)) return;
    response.setHeader('X-Request-Id', randomUUID());
    app(request, response);
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  const sockets = deps.wsSetup(server);

  return {
    server,
    listen: () => listen(server, deps.config),
    close: async () => {
      closing = true;
      const stopped = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      server.closeIdleConnections();
      await sockets.close();
      const timer = setTimeout(() => {
        server.closeAllConnections();
      }, deps.graceMs ?? 5_000);
      await stopped;
      clearTimeout(timer);
    },
  };
}

async function listen(server: Server, { host, port }: { host: string; port: number }) {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const bound = (server.address() as AddressInfo).port;
  const name = host.includes(':') ? `[${host}]` : host;
  return { port: bound, origin: `http://${name}:${String(bound)}` };
}
