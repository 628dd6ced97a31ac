import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { SessionViewer } from '#server/graphql/context.ts';
import { clientError } from '#server/graphql/error-codes.ts';
import type { ErrorCode } from '#server/graphql/error-codes.ts';
import type { Log } from '#server/log.ts';
import type { HttpServerDependencies } from './http-server.ts';
import { createMediaRoutes } from './media-routes.ts';
import { metricsEndpoint } from './metrics-endpoint.ts';
import { isOwnOrigin } from './origin-check.ts';
import { createSessionCookie, tokenOf } from './session-cookie.ts';
import { statusRoutes } from './status-routes.ts';

/** Largest body of POST /graphql. */
const bodyLimit = '100kb';

/** Health, GraphQL by POST and the built client. */
export function createExpressApp(deps: HttpServerDependencies): Express {
  const { config, log } = deps;
  const secure = config.publicOrigin?.startsWith('https:') ?? false;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', config.trustProxy === false ? false : config.trustProxy);
  app.use(securityHeaders(secure));
  app.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok');
  });
  app.get('/readyz', readiness(deps));
  if (deps.metrics !== undefined) {
    app.use('/metrics', metricsEndpoint(deps.metrics, { proxied: config.trustProxy !== false, log }));
  }
  if (deps.publicStatus !== undefined) app.use('/status', statusRoutes(deps.publicStatus));
  app.use('/graphql', graphqlByPost(deps, secure));
  if (deps.files !== undefined) {
    const { upload, download } = createMediaRoutes({ ...deps, ...deps.files });
    app.post('/media', upload);
    app.get('/media/:id', download);
  }
  serveClient(app, deps.clientDir);
  app.use(lastResort(log));
  return app;
}

function securityHeaders(secure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
}

function readiness({ ready, log }: HttpServerDependencies): RequestHandler {
  return async (_request, response) => {
    const isReady = await ready().catch((error: unknown) => {
      log.warn({ err: error }, 'readiness check failed');
      return false;
    });
    response
      .status(isReady ? 200 : 503)
      .type('text/plain')
      .send(isReady ? 'ready' : 'not ready');
  };
}

function graphqlByPost(deps: HttpServerDependencies, secure: boolean): RequestHandler[] {
  const onlyOwnPost: RequestHandler = (request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    // A GET could be an image tag on somebody's page.
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      sendError(response, 405, 'BAD_REQUEST');
    } else if (!isOwnOrigin(request.headers, deps.config.publicOrigin)) sendError(response, 403, 'WRONG_ORIGIN');
    else next();
  };
  const execute = expressMiddleware(deps.apollo, {
    context: async ({ req, res }) =>
      deps.contextOf({
        viewer: await viewerOf(req, deps),
        requestId: requestIdOf(res),
        remoteAddress: req.ip ?? '',
        cookie: createSessionCookie(res, secure),
      }),
  });
  return [onlyOwnPost, express.json({ limit: bodyLimit, strict: true }), execute];
}

async function viewerOf(request: Request, deps: HttpServerDependencies): Promise<SessionViewer | null> {
  const token = tokenOf(request.headers.cookie);
  return token === null ? null : deps.viewerOfToken(token);
}

/** Hashed files may be kept for ever, the page that names them never. Any other address is a screen of the client. */
function serveClient(app: Express, clientDir: string): void {
  const page = join(clientDir, 'index.html');
  app.use('/assets', express.static(join(clientDir, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  app.use('/assets', (_request, response) => {
    response.status(404).type('text/plain').send('not found');
  });
  app.use(express.static(clientDir, { maxAge: '1h', index: false, redirect: false }));
  app.use((request, response, next) => {
    const wantsPage = (request.method === 'GET' || request.method === 'HEAD') && request.accepts('html') !== false;
    if (!wantsPage || !existsSync(page)) response.status(404).type('text/plain').send('not found');
    else {
      response.setHeader('Cache-Control', 'no-store');
      response.sendFile(page, { cacheControl: false }, (error?: Error) => {
        if (error !== undefined && !response.headersSent) next(error);
      });
    }
  });
}

/** Refused bodies and failures outside GraphQL, in the same form as GraphQL errors. */
function lastResort(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status >= 500) log.error({ requestId: requestIdOf(response), err: error }, 'request failed');
    sendError(response, status, status === 413 ? 'PAYLOAD_TOO_LARGE' : status < 500 ? 'BAD_REQUEST' : 'INTERNAL');
  };
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : 500;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

function sendError(response: Response, status: number, code: ErrorCode): void {
  const { message, extensions } = clientError(code);
  const requestId = requestIdOf(response);
  response.status(status).json({ errors: [{ message, extensions: { ...extensions, requestId } }] });
}

function requestIdOf(response: Response): string {
  return String(response.getHeader('X-Request-Id') ?? '');
}
