import { ChannelError, kindOfMeaning, ruleOf, type SendErrorRule, type SendMeaning } from '#server/channels/errors.ts';
import { field, firstText, id, path } from '#server/channels/body/fields.ts';
import type { PostAnswer } from '#server/channels/transport/post-json.ts';
import { retryAfterMs } from '#server/channels/transport/retry-after.ts';
import { graphErrors } from './graph-errors.data.ts';

function byStatus(status: number): SendMeaning {
  if (status === 429) return 'rateLimited';
  if (status === 401) return 'tokenExpired';
  if (status === 403) return 'permissionMissing';
  if (status >= 500 || status === 408) return 'unavailable';
  return 'refused';
}

type Codes = { readonly code: string | null; readonly subcode: string | null };

function readCodes(error: unknown): Codes {
  const raw = field(error, 'code');
  return { code: raw === -1 ? '-1' : id(raw), subcode: id(field(error, 'error_subcode')) };
}

type Reading = { readonly meaning: SendMeaning; readonly retryAfterMs?: number };

function meaningOf({ code, subcode }: Codes, status: number, own: readonly SendErrorRule[]): Reading {
  if (status === 429 || code === null) return { meaning: byStatus(status) };
  return ruleOf([own, graphErrors], code, subcode) ?? { meaning: byStatus(status) };
}

function codeText({ code, subcode }: Codes, status: number): string {
  if (code === null) return `http_${String(status)}`;
  return subcode === null ? code : `${code}-${subcode}`;
}

/**
 * Reads a Graph refusal. A known code decides before the HTTP status, except that 429 is always a rate limit and a 5xx with an
 * unknown code leaves the matter open. `own` are the product's own codes.
 */
export function graphError(answer: PostAnswer, own: readonly SendErrorRule[], now: Date): ChannelError {
  const error = path(answer.json, 'error');
  const codes = readCodes(error);
  const reading = meaningOf(codes, answer.status, own);
  const detail = firstText(path(error, 'error_data', 'details'), field(error, 'message')) ?? 'no reason given';
  const kind = kindOfMeaning[reading.meaning];
  const wait = kind === 'rateLimited' ? (retryAfterMs(answer.headers, now) ?? reading.retryAfterMs ?? null) : null;
  const more = { meaning: reading.meaning, retryAfterMs: wait };
  return new ChannelError(kind, codeText(codes, answer.status), detail.slice(0, 500), more);
}
