import type { Request, RequestHandler, Response } from 'express';
import type { Config } from '#server/config.ts';
import type { SessionViewer } from '#server/graphql/context.ts';
import { mayUse, mediaAccess } from '#server/graphql/access.ts';
import { clientError, type BothLanguages, type ErrorCode } from '#server/graphql/error-codes.ts';
import type { Media } from '#server/modules/media/index.ts';
import { isOwnOrigin } from './origin-check.ts';
import { tokenOf } from './session-cookie.ts';

/** What the routes of files need. */
export type MediaRoutesDependencies = {
  readonly config: Pick<Config, 'publicOrigin'>;
  readonly media: Media;
  /** Largest upload in bytes. */
  readonly largestUpload: number;
  readonly viewerOfToken: (token: string) => Promise<SessionViewer | null>;
};

/** So many uploads are read at once: each is held in memory until it is stored. */
const mostAtOnce = 4;

const busy: BothLanguages = {
  nl: 'Er worden nu te veel bestanden tegelijk verstuurd. Probeer het zo opnieuw.',
  en: 'Too many files are being sent at once. Try again in a moment.',
};
const unknownConversation: BothLanguages = { nl: 'Dit gesprek bestaat niet.', en: 'No such conversation.' };

type Files = { readonly upload: RequestHandler; readonly download: RequestHandler };

/**
 * Files beside GraphQL. POST /media?conversation=ID&name=NAME[&private=1] takes the bare bytes as application/octet-stream, a
 * type that no form and no other website can send without asking first; GET /media/ID gives a file of the viewer's brand back,
 * always as a download with a type of our own choice.
 */
export function createMediaRoutes(deps: MediaRoutesDependencies): Files {
  let underWay = 0;
  const upload: RequestHandler = async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    const viewer = await uploaderOf(deps, request, response);
    if (viewer === null) return;
    if (underWay >= mostAtOnce) {
      tell(response, 503, 'BAD_REQUEST', busy);
      return;
    }
    underWay += 1;
    try {
      const bytes = await bytesOf(request, deps.largestUpload);
      if (bytes === null) refuse(response, 413, 'PAYLOAD_TOO_LARGE');
      else await store(deps.media, { request, response, viewer, bytes });
    } finally {
      underWay -= 1;
    }
  };
  const download: RequestHandler = async (request, response) => {
    const viewer = await viewerOf(deps, request);
    if (viewer === null) refuse(response, 401, 'UNAUTHENTICATED');
    else if (!mayUse(mediaAccess.download, viewer)) refuse(response, 403, 'FORBIDDEN');
    else await give(deps.media, response, { brandId: viewer.brandId, id: String(request.params['id']) });
  };
  return { upload, download };
}

async function viewerOf(deps: MediaRoutesDependencies, request: Request): Promise<SessionViewer | null> {
  const token = tokenOf(request.headers.cookie);
  return token === null ? null : deps.viewerOfToken(token);
}

/** Who uploads, from our own page and with the right; null when the request was refused. */
async function uploaderOf(
  deps: MediaRoutesDependencies,
  request: Request,
  response: Response,
): Promise<SessionViewer | null> {
  const isBare = request.headers['content-type'] === 'application/octet-stream';
  const viewer = await viewerOf(deps, request);
  if (!isOwnOrigin(request.headers, deps.config.publicOrigin)) refuse(response, 403, 'WRONG_ORIGIN');
  else if (!isBare) refuse(response, 415, 'BAD_REQUEST');
  else if (viewer === null) refuse(response, 401, 'UNAUTHENTICATED');
  else if (!mayUse(mediaAccess.upload, viewer)) refuse(response, 403, 'FORBIDDEN');
  else return viewer;
  return null;
}

async function give(media: Media, response: Response, wanted: { brandId: string; id: string }): Promise<void> {
  const [file] = await media.byIds(wanted.brandId, [wanted.id]);
  if (!file) {
    response.status(404).type('text/plain').send('not found');
    return;
  }
  response
    .status(200)
    .set({
      'Content-Type': file.mimeType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, max-age=3600',
    })
    .send(await media.bytesOf(file));
}

type Handed = { request: Request; response: Response; viewer: SessionViewer; bytes: Buffer };

async function store(media: Media, { request, response, viewer, bytes }: Handed): Promise<void> {
  const outcome = await media.upload({
    brandId: viewer.brandId,
    userId: viewer.userId,
    conversationId: wordOf(request.query['conversation']),
    privately: request.query['private'] === '1',
    fileName: wordOf(request.query['name']),
    bytes,
  });
  if (outcome.kind === 'notFound') tell(response, 404, 'BAD_USER_INPUT', unknownConversation);
  else if (outcome.kind === 'refused') tell(response, 422, 'BAD_USER_INPUT', outcome.message);
  else {
    const { _id: id, fileName, kind, mimeType, size } = outcome.file;
    response.status(201).json({ file: { id, fileName, kind, mimeType, size, url: `/media/${id}` } });
  }
}

/** The whole body, or null when it is larger than `most`: the rest is read no further. */
async function bytesOf(request: Request, most: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > most) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > most) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 500) : '');

function refuse(response: Response, status: number, code: ErrorCode): void {
  tell(response, status, code, clientError(code).extensions['message'] as BothLanguages);
}

/** In the form of a GraphQL error, so that the client reads one form. */
function tell(response: Response, status: number, code: ErrorCode, message: BothLanguages): void {
  // What was not read must not be taken for the next request.
  response.setHeader('Connection', 'close');
  response.status(status).json({ errors: [{ message: message.en, extensions: { code, message } }] });
}
