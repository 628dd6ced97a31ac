import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from 'mongodb';
import { createMovableClock } from '#server/clock.ts';
import type { MovableClock } from '#server/clock.ts';
import { accessTable } from '#server/graphql/access.ts';
import { createApollo } from '#server/graphql/apollo.ts';
import type { GraphQLContext } from '#server/graphql/context.ts';
import { clientError } from '#server/graphql/error-codes.ts';
import type { Resolvers, Role } from '#server/graphql/generated/resolver-types.ts';
import { createLiveBus } from '#server/graphql/live-bus.ts';
import type { LiveBus } from '#server/graphql/live-bus.ts';
import { createLiveHub } from '#server/graphql/live-hub.ts';
import type { LiveHub } from '#server/graphql/live-hub.ts';
import { createSchema } from '#server/graphql/schema.ts';
import { createHttpServer } from '#server/http/http-server.ts';
import { attachLiveSockets } from '#server/http/live-sockets.ts';
import type { LiveSockets } from '#server/http/live-sockets.ts';
import type { RequestFacts } from '#server/http/request-facts.ts';
import { createLog } from '#server/log.ts';
import { createAgents } from '#server/modules/agents/index.ts';
import type { Agents, Brand } from '#server/modules/agents/index.ts';
import { agentsResolvers } from '#server/modules/agents/resolvers.ts';
import { atEndOfFile } from '#test/support/at-end-of-file.ts';
import { openTestDatabase } from '#test/support/database.ts';

/** An answer of POST /graphql. */
type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Record<string, unknown> | null;
  readonly errors: { message: string; extensions: { code: string; message?: object; requestId?: string } }[];
};

/** The real HTTP, GraphQL and socket wiring with the agents module; the resolvers of other modules are the test's own. */
export type ServerUnderTest = {
  readonly origin: string;
  readonly db: Db;
  readonly agents: Agents;
  readonly brand: Brand;
  readonly clock: MovableClock;
  readonly live: LiveBus;
  readonly hub: LiveHub;
  sockets(): LiveSockets;
  /** Everything logged so far, as JSON lines. */
  logged(): string;
  /** Cookie header of a fresh session. */
  cookieOf(role: Role, brand?: Brand): Promise<string>;
  post(query: string, options?: PostOptions): Promise<Answer>;
  close(): Promise<void>;
  isReady: boolean;
};

type PostOptions = {
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  readonly variables?: Record<string, unknown>;
};

/** What a test may replace. */
export type Wishes = {
  readonly resolvers?: Resolvers[];
  readonly production?: boolean;
  readonly publicOrigin?: string;
  readonly trustProxy?: number;
  readonly recheckEveryMs?: number;
  readonly mostBuffered?: number;
  readonly webhooks?: (request: IncomingMessage, response: ServerResponse) => boolean;
};

/** Password of every user made here. */
export const testPassword = 'een lang genoeg wachtwoord';

/** Starts a server on a free port of 127.0.0.1; it is closed after the file. */
export async function startServer(wishes: Wishes = {}): Promise<ServerUnderTest> {
  const { db } = await openTestDatabase();
  const clock = createMovableClock(new Date('2026-03-02T09:00:00.000Z'));
  const lines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line: string) => lines.push(line) } });
  const agents = createAgents({ db, clock, log });
  await agents.ensureIndexes();
  const brand = await agents.createBrand({ name: 'Zomerfeest', timeZone: 'Europe/Amsterdam' });
  const live = createLiveBus();
  const contextOf = (facts: RequestFacts): GraphQLContext => ({
    ...facts,
    now: clock.now(),
    clock,
    modules: { agents } as unknown as GraphQLContext['modules'],
    loaders: {} as unknown as GraphQLContext['loaders'],
    live,
    demo: false,
  });
  const given = wishes.resolvers ?? [];
  const schema = createSchema({ resolvers: [reachedResolvers(given), agentsResolvers, ...given] });
  const production = wishes.production ?? true;
  const apollo = await createApollo({ schema, log, production });
  const groupContext = (viewer: GraphQLContext['viewer']): GraphQLContext =>
    contextOf({ viewer, requestId: 'live', remoteAddress: '', cookie: null });
  const hub = createLiveHub({ schema, contextOf: groupContext, log });
  const clientDir = await makeClient();
  const publicOrigin = wishes.publicOrigin ?? null;
  let sockets: LiveSockets | null = null;
  const http = createHttpServer({
    config: { host: '127.0.0.1', port: 0, publicOrigin, trustProxy: wishes.trustProxy ?? false },
    apollo,
    contextOf,
    viewerOfToken: agents.viewerOfToken,
    webhooks: wishes.webhooks ?? (() => false),
    ready: () => Promise.resolve(under.isReady),
    clientDir,
    wsSetup: (server) => {
      const { recheckEveryMs, mostBuffered } = wishes;
      sockets = attachLiveSockets(server, {
        schema,
        hub,
        sessions: agents,
        publicOrigin,
        log,
        recheckEveryMs,
        mostBuffered,
      });
      return sockets;
    },
    log,
  });
  const { origin } = await http.listen();
  let open = true;
  let users = 0;
  const under: ServerUnderTest = {
    origin,
    db,
    agents,
    brand,
    clock,
    live,
    hub,
    isReady: true,
    sockets: () => {
      if (sockets === null) throw new Error('no sockets');
      return sockets;
    },
    logged: () => lines.join(''),
    cookieOf: async (role, of = brand) => {
      users += 1;
      const email = `user${String(users)}@example.nl`;
      await agents.createUser({ brandId: of.id, email, name: `User ${String(users)}`, role, password: testPassword });
      const result = await agents.signIn({ email, password: testPassword, address: '127.0.0.1' });
      if (result.outcome !== 'signedIn') throw new Error(result.outcome);
      return `wh_session=${result.token}`;
    },
    post: (query, options = {}) => post(origin, query, options),
    close: async () => {
      if (!open) return;
      open = false;
      await http.close();
      await apollo.stop();
    },
  };
  atEndOfFile(async () => {
    await under.close();
    await rm(clientDir, { recursive: true });
  });
  return under;
}

async function post(origin: string, query: string, { cookie, headers, variables }: PostOptions): Promise<Answer> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie === undefined ? {} : { cookie }), ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: Record<string, unknown> | null; errors?: Answer['errors'] };
  return { status: response.status, headers: response.headers, data: body.data ?? null, errors: body.errors ?? [] };
}

/** Answers every other root field with an error that proves that it was reached. */
function reachedResolvers(given: readonly Resolvers[]): Resolvers {
  const own = [agentsResolvers, ...given] as Record<string, Record<string, unknown> | undefined>[];
  const result: Record<string, Record<string, unknown>> = {};
  const reached = () => {
    throw clientError('BAD_USER_INPUT');
  };
  for (const operation of Object.keys(accessTable)) {
    const [type = '', field = ''] = operation.split('.');
    if (own.some((resolvers) => resolvers[type]?.[field] !== undefined)) continue;
    if (['ok', 'ping', 'serverTime'].includes(field)) continue;
    (result[type] ??= {})[field] = type === 'Subscription' ? { subscribe: reached, resolve: reached } : reached;
  }
  return result;
}

async function makeClient(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'woordhouder-client-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Woordhouder</title>');
  await writeFile(join(folder, 'assets', 'main-abc123.js'), 'export {};');
  await writeFile(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return folder;
}
