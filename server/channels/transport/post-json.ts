import { ChannelError } from '#server/channels/errors.ts';
import { parseLosslessJson } from '#server/channels/body/lossless-json.ts';
import { field } from '#server/channels/body/fields.ts';

/** One call to a platform with a bearer token; `body` goes as JSON, or as multipart when it is a `FormData`. */
export type PostRequest = {
  readonly url: URL;
  readonly token: string;
  readonly body: unknown;
  readonly signal: AbortSignal;
};

/** A platform's answer; `json` is undefined when the body was no readable JSON. Long ids in it are strings. */
export type PostAnswer = { readonly status: number; readonly headers: Headers; readonly json: unknown };

/**
 * Failures before a byte of the request could be written: nothing went out. Every other failure of a connection leaves it open
 * whether the platform took the message.
 */
const nothingWentOut = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function causeCode(error: unknown): string {
  const code = field(error, 'code') ?? (error instanceof Error ? field(error.cause, 'code') : undefined);
  return typeof code === 'string' ? code : 'network';
}

function connectionError(error: unknown, signal: AbortSignal): ChannelError {
  if (signal.aborted) return new ChannelError('uncertain', 'timeout', 'no answer before the time limit');
  const code = causeCode(error);
  const kind = nothingWentOut.has(code) ? 'unreachable' : 'uncertain';
  return new ChannelError(kind, code, 'the connection to the platform failed');
}

const isForm = (body: unknown): body is FormData => body instanceof FormData;

/**
 * Posts JSON or a form and reads the answer. Throws ChannelError `unreachable` when nothing can have gone out, `uncertain` when the
 * connection broke or the time limit passed after the call began. Redirects are not followed: a token must not travel.
 */
export async function postJson(fetch: typeof globalThis.fetch, request: PostRequest): Promise<PostAnswer> {
  if (request.signal.aborted) throw new ChannelError('unreachable', 'aborted', 'stopped before the call was made');
  let response: Response;
  try {
    response = await fetch(request.url, {
      method: 'POST',
      headers: {
        // The boundary of a form is for `fetch` to tell.
        ...(isForm(request.body) ? {} : { 'content-type': 'application/json' }),
        authorization: `Bearer ${request.token}`,
      },
      body: isForm(request.body) ? request.body : JSON.stringify(request.body),
      redirect: 'manual',
      signal: request.signal,
    });
  } catch (error) {
    throw connectionError(error, request.signal);
  }
  return { status: response.status, headers: response.headers, json: await readBody(response, request.signal) };
}

async function readBody(response: Response, signal: AbortSignal): Promise<unknown> {
  try {
    return parseLosslessJson(await response.text()).value;
  } catch (error) {
    // A refusal is known from its status alone; only an acceptance without its id leaves the matter open.
    if (response.ok) throw connectionError(error, signal);
    return undefined;
  }
}
