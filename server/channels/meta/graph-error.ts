import type { ChannelErrorKind } from '#server/channels/errors.ts';
import { ChannelError } from '#server/channels/errors.ts';
import { field, firstText, id, lookUp, path } from '#server/channels/body/fields.ts';
import type { PostAnswer } from '#server/channels/transport/post-json.ts';
import { retryAfterMs } from '#server/channels/transport/retry-after.ts';

/** What a Graph error code means; `retryAfterMs` where the platform's documents name a wait. */
type GraphMeaning = { readonly kind: ChannelErrorKind; readonly retryAfterMs?: number };

/** Meanings by `code` or `code-subcode`; the longer key wins. */
export type GraphMeanings = Readonly<Record<string, GraphMeaning>>;

/** Codes that mean the same on every product of the Graph API. */
const common: GraphMeanings = {
  '-1': { kind: 'uncertain' },
  '0': { kind: 'unauthorised' },
  '1': { kind: 'uncertain' },
  '2': { kind: 'uncertain' },
  '3': { kind: 'unauthorised' },
  '4': { kind: 'rateLimited' },
  '10': { kind: 'unauthorised' },
  '17': { kind: 'rateLimited' },
  '32': { kind: 'rateLimited' },
  '100': { kind: 'rejected' },
  '102': { kind: 'unauthorised' },
  '190': { kind: 'unauthorised' },
  '368': { kind: 'unauthorised' },
  '613': { kind: 'rateLimited' },
};

function byRange(code: number): GraphMeaning | null {
  if (code >= 200 && code <= 299) return { kind: 'unauthorised' };
  if (code >= 80001 && code <= 80014) return { kind: 'rateLimited' };
  return null;
}

function byStatus(status: number): GraphMeaning {
  if (status === 429) return { kind: 'rateLimited' };
  if (status === 401 || status === 403) return { kind: 'unauthorised' };
  if (status >= 500 || status === 408) return { kind: 'uncertain' };
  return { kind: 'rejected' };
}

type Codes = { readonly code: string | null; readonly subcode: string | null };

function readCodes(error: unknown): Codes {
  const raw = field(error, 'code');
  return { code: raw === -1 ? '-1' : id(raw), subcode: id(field(error, 'error_subcode')) };
}

function meaningOf({ code, subcode }: Codes, status: number, meanings: GraphMeanings): GraphMeaning {
  if (status === 429 || code === null) return byStatus(status);
  const known = (key: string): GraphMeaning | undefined => lookUp(meanings, key) ?? lookUp(common, key);
  return known(`${code}-${subcode ?? ''}`) ?? known(code) ?? byRange(Number(code)) ?? byStatus(status);
}

function codeText({ code, subcode }: Codes, status: number): string {
  if (code === null) return `http_${String(status)}`;
  return subcode === null ? code : `${code}-${subcode}`;
}

/**
 * Reads a Graph refusal. A known code decides before the HTTP status, except that 429 is always a rate limit and a 5xx with an
 * unknown code leaves the matter open. `meanings` are the product's own codes.
 */
export function graphError(answer: PostAnswer, meanings: GraphMeanings, now: Date): ChannelError {
  const error = path(answer.json, 'error');
  const codes = readCodes(error);
  const meaning = meaningOf(codes, answer.status, meanings);
  const detail = firstText(path(error, 'error_data', 'details'), field(error, 'message')) ?? 'no reason given';
  const isLimited = meaning.kind === 'rateLimited';
  const wait = isLimited ? (retryAfterMs(answer.headers, now) ?? meaning.retryAfterMs ?? null) : null;
  return new ChannelError(meaning.kind, codeText(codes, answer.status), detail.slice(0, 500), wait);
}
