import { z } from 'zod';
import type { SenderAccount, SenderDependencies } from '#server/channels/channel.ts';
import { ChannelError, type SendErrorRule } from '#server/channels/errors.ts';
import { hmacSha256 } from '#server/channels/signature/hmac.ts';
import { getJson } from '#server/channels/transport/get-json.ts';
import { postJson } from '#server/channels/transport/post-json.ts';
import { graphError } from './graph-error.ts';

/** A page's or number's token; with the app secret every call also carries a proof, which some app settings demand. */
export const graphCredentialsSchema = z.object({
  accessToken: z.string().min(1),
  appSecret: z.string().min(1).optional(),
});

/** Credentials of a Messenger page or a WhatsApp number. */
export type GraphCredentials = z.infer<typeof graphCredentialsSchema>;

/** One call below the version: `path` holds the parts of the address, each escaped here. */
export type GraphCall = {
  readonly path: readonly string[];
  /** JSON, or a form with a file. */
  readonly body: unknown;
  /** The product's own error codes. */
  readonly errors: readonly SendErrorRule[];
  readonly readId: (json: unknown) => string | null;
};

function graphUrl(
  dependencies: SenderDependencies,
  account: SenderAccount<GraphCredentials>,
  path: readonly string[],
): URL {
  const { baseUrl, apiVersion } = dependencies.endpoint;
  const { accessToken, appSecret } = account.credentials;
  const url = new URL([baseUrl.replace(/\/+$/, ''), apiVersion, ...path.map(encodeURIComponent)].join('/'));
  if (appSecret !== undefined)
    url.searchParams.set('appsecret_proof', hmacSha256(appSecret, accessToken).toString('hex'));
  return url;
}

/** A read below the version; `fields` are the ones wanted. */
export type GraphRead = Pick<GraphCall, 'path' | 'errors'> & {
  readonly fields: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
};

/** Reads one object and returns its JSON. Throws ChannelError; never `uncertain` for a broken connection, as nothing is made. */
export async function readGraph(
  dependencies: SenderDependencies,
  account: SenderAccount<GraphCredentials>,
  read: GraphRead,
  signal: AbortSignal,
): Promise<unknown> {
  const query = { fields: read.fields.join(','), ...read.query };
  return getGraph(dependencies, account, { path: read.path, query, errors: read.errors }, signal);
}

/** Makes a Graph call and returns the id of what was made. Throws ChannelError; `uncertain` for a success without a readable id. */
export async function callGraph(
  dependencies: SenderDependencies,
  account: SenderAccount<GraphCredentials>,
  call: GraphCall,
  signal: AbortSignal,
): Promise<string> {
  const url = graphUrl(dependencies, account, call.path);
  const { accessToken } = account.credentials;
  const answer = await postJson(dependencies.fetch, { url, token: accessToken, body: call.body, signal });
  if (answer.status < 200 || answer.status > 299) throw graphError(answer, call.errors, dependencies.clock.now());
  const externalId = call.readId(answer.json);
  if (externalId === null) throw new ChannelError('uncertain', 'unreadable', 'the answer names no message');
  return externalId;
}

/** A call whose parameters stand in the address. */
export type GraphQuery = Partial<Pick<GraphCall, 'errors'>> & {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
};

function queryUrl(
  dependencies: SenderDependencies,
  account: SenderAccount<GraphCredentials>,
  { path, query }: GraphQuery,
): URL {
  const url = graphUrl(dependencies, account, path);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/** Reads JSON below the version. Throws ChannelError. */
export async function getGraph(
  dependencies: SenderDependencies,
  account: SenderAccount<GraphCredentials>,
  call: GraphQuery,
  signal: AbortSignal,
): Promise<unknown> {
  const url = queryUrl(dependencies, account, call);
  const answer = await getJson(dependencies.fetch, { url, token: account.credentials.accessToken, signal });
  if (answer.status < 200 || answer.status > 299) throw graphError(answer, call.errors ?? [], dependencies.clock.now());
  return answer.json;
}

/** Posts without a body below the version. Throws ChannelError. */
export async function postGraph(
  dependencies: SenderDependencies,
  account: SenderAccount<GraphCredentials>,
  call: GraphQuery,
  signal: AbortSignal,
): Promise<void> {
  const url = queryUrl(dependencies, account, call);
  const answer = await postJson(dependencies.fetch, { url, token: account.credentials.accessToken, body: {}, signal });
  if (answer.status < 200 || answer.status > 299) throw graphError(answer, call.errors ?? [], dependencies.clock.now());
}
