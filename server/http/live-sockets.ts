import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, makeServer } from 'graphql-ws';
import type { ExecutionArgs, GraphQLSchema } from 'graphql';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import type { SessionViewer } from '#server/graphql/context.ts';
import { formatError } from '#server/graphql/format-error.ts';
import { createLiveDocuments } from '#server/graphql/live-documents.ts';
import type { LiveHub } from '#server/graphql/live-hub.ts';
import type { Log } from '#server/log.ts';
import { isOwnOrigin } from './origin-check.ts';
import { tokenOf } from './session-cookie.ts';

/** Why a socket was closed by us (close codes 4000-4999 are ours to give; docs/errors.md). */
export const closeCodes = { sessionEnded: 4401, tooSlow: 4408, failed: 4500, goingAway: 1001 } as const;

/** The sockets of one server process. */
export type LiveSockets = {
  /** How many are open. */
  count(): number;
  /** Closes all and takes no new ones. */
  close(): Promise<void>;
};

/** What the sockets need. */
export type LiveSocketsDependencies = {
  readonly schema: GraphQLSchema;
  readonly hub: LiveHub;
  readonly sessions: {
    viewerOfToken(token: string): Promise<SessionViewer | null>;
    sessionLives(sessionHash: string): Promise<boolean>;
    onSessionEnded(listener: (sessionHash: string) => void): () => void;
  };
  readonly publicOrigin: string | null;
  readonly log: Log;
  /** How often sessions are looked at again (they may end in another process), in ms. */
  readonly recheckEveryMs?: number;
  /** How much may wait in a socket before it is closed, in bytes. */
  readonly mostBuffered?: number;
};

type Extra = { readonly socket: WebSocket; readonly viewer: SessionViewer };

/** What `onSubscribe` hands to `subscribe` in place of an execution context. */
type Joining = { readonly id: string; readonly source: string; readonly extra: Extra };

const pingEveryMs = 15_000;
const mostPerSocket = 20;

/** Takes WebSocket upgrades on /graphql of `server` (graphql-transport-ws). */
export function attachLiveSockets(server: Server, deps: LiveSocketsDependencies): LiveSockets {
  const { log } = deps;
  const wss = new WebSocketServer({ noServer: true, maxPayload: 100 * 1024, handleProtocols });
  const open = new Map<WebSocket, SessionViewer>();
  const protocol = createProtocol(deps);
  let closing = false;

  const accept = (socket: WebSocket, viewer: SessionViewer): void => {
    open.set(socket, viewer);
    const stopPings = keepAlive(socket);
    const closed = protocol.opened(adapterOf(socket, log), { socket, viewer });
    socket.once('close', (code, reason) => {
      open.delete(socket);
      stopPings();
      void closed(code, reason.toString());
    });
  };
  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    stream.on('error', () => stream.destroy());
    void upgradeViewer(request, deps)
      .then((found) => {
        if (closing) refuse(stream, 503);
        else if (typeof found === 'number') refuse(stream, found);
        else {
          wss.handleUpgrade(request, stream, head, (socket) => {
            accept(socket, found);
          });
        }
      })
      .catch((error: unknown) => {
        log.error({ err: error }, 'upgrade failed');
        refuse(stream, 500);
      });
  };
  server.on('upgrade', onUpgrade);

  const endSession = (sessionHash: string): void => {
    for (const [socket, viewer] of open) {
      if (viewer.sessionHash === sessionHash) closeHard(socket, closeCodes.sessionEnded, 'Session ended');
    }
  };
  const stopListening = deps.sessions.onSessionEnded(endSession);
  const recheck = setInterval(() => {
    void endDeadSessions(new Set([...open.values()].map((viewer) => viewer.sessionHash)), deps, endSession);
  }, deps.recheckEveryMs ?? 30_000);
  recheck.unref();

  return {
    count: () => open.size,
    close: async () => {
      closing = true;
      stopListening();
      clearInterval(recheck);
      for (const socket of open.keys()) closeHard(socket, closeCodes.goingAway, 'Going away');
      await new Promise<void>((resolve) => {
        wss.close(() => {
          resolve();
        });
      });
    },
  };
}

function createProtocol({ schema, hub, log, mostBuffered = 1024 * 1024 }: LiveSocketsDependencies) {
  const documents = createLiveDocuments(schema);
  return makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: 5_000,
    onSubscribe: (context, id, payload) => {
      if (Object.keys(context.subscriptions).length > mostPerSocket) {
        context.extra.socket.close(closeCodes.failed, 'Too many subscriptions');
        return [];
      }
      const operationName = payload.operationName ?? null;
      const checked = documents.check(payload.query, operationName);
      if ('errors' in checked) return checked.errors;
      const joining: Joining = { id, source: payload.query, extra: context.extra };
      const variableValues = payload.variables ?? {};
      return { schema, document: checked.document, operationName, variableValues, contextValue: joining };
    },
    onError: (_context, _id, _payload, errors) =>
      errors.map((error) => formatError('toJSON' in error ? error.toJSON() : error)),
    subscribe: (args: ExecutionArgs) => {
      const { id, source, extra } = args.contextValue as Joining;
      const { socket, viewer } = extra;
      // All members of a group get the same text; only the socket's own subscription id stands around it.
      const before = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
      return hub.join({
        source,
        viewer,
        document: args.document,
        operationName: args.operationName ?? null,
        variables: args.variableValues ?? {},
        send: (frame) => {
          if (socket.readyState !== socket.OPEN) return;
          if (socket.bufferedAmount > mostBuffered) {
            log.warn({ userId: viewer.userId, buffered: socket.bufferedAmount }, 'slow socket closed');
            socket.terminate();
          } else socket.send(`${before}${frame}}`);
        },
      });
    },
  });
}

function adapterOf(socket: WebSocket, log: Log) {
  const fail = (error: unknown): void => {
    log.warn({ err: error }, 'socket failed');
    closeHard(socket, closeCodes.failed, 'Failed');
  };
  socket.on('error', fail);
  return {
    protocol: socket.protocol,
    send: (data: string) =>
      new Promise<void>((resolve) => {
        if (socket.readyState !== socket.OPEN) resolve();
        else {
          socket.send(data, () => {
            resolve();
          });
        }
      }),
    close: (code?: number, reason?: string) => {
      socket.close(code, reason);
    },
    onMessage: (take: (data: string) => Promise<void>) => {
      socket.on('message', (data: RawData) => {
        take((data as Buffer).toString('utf8')).catch(fail);
      });
    },
  };
}

/** The viewer who may open a socket, or the HTTP status of the refusal. */
async function upgradeViewer(request: IncomingMessage, deps: LiveSocketsDependencies): Promise<SessionViewer | number> {
  if ((request.url ?? '').split('?')[0] !== '/graphql') return 404;
  if (!isOwnOrigin(request.headers, deps.publicOrigin)) return 403;
  const token = tokenOf(request.headers.cookie);
  if (token === null) return 401;
  return (await deps.sessions.viewerOfToken(token)) ?? 401;
}

function refuse(stream: Duplex, status: number): void {
  stream.end(
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

/** Closes politely and, should the other side not answer within half a second, at once. */
function closeHard(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  const timer = setTimeout(() => {
    socket.terminate();
  }, 500);
  socket.once('close', () => {
    clearTimeout(timer);
  });
}

/** Pings; a socket that did not answer the last ping is gone. The answer stops it. */
function keepAlive(socket: WebSocket): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) socket.terminate();
    else {
      answered = false;
      socket.ping();
    }
  }, pingEveryMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

async function endDeadSessions(
  hashes: ReadonlySet<string>,
  { sessions, log }: LiveSocketsDependencies,
  end: (sessionHash: string) => void,
): Promise<void> {
  for (const hash of hashes) {
    try {
      if (!(await sessions.sessionLives(hash))) end(hash);
    } catch (error) {
      // The database may be away for a moment; the next round looks again.
      log.warn({ err: error }, 'session check failed');
    }
  }
}
