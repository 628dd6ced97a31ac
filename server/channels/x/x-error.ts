import type { ChannelErrorKind } from '#server/channels/errors.ts';
import { ChannelError } from '#server/channels/errors.ts';
import { field, id, list, lookUp, path, text } from '#server/channels/body/fields.ts';
import type { PostAnswer } from '#server/channels/transport/post-json.ts';
import { retryAfterMs } from '#server/channels/transport/retry-after.ts';

/** Old error codes that X still sends inside `errors[]`. */
const byCode: Readonly<Record<string, ChannelErrorKind>> = {
  '32': 'unauthorised',
  '64': 'unauthorised',
  '88': 'rateLimited',
  '89': 'unauthorised',
  '130': 'uncertain',
  '131': 'uncertain',
  '150': 'rejected',
  '186': 'rejected',
  '187': 'rejected',
  '226': 'rejected',
  '326': 'unauthorised',
  '349': 'rejected',
  '354': 'rejected',
  '385': 'rejected',
};

/** Problem types that say something about the account or the app, not about this message. */
const accountProblems =
  /(client-forbidden|unsupported-authentication|oauth1-permissions|usage-capped|not-authorized-for-app)$/;

function kindOf(answer: PostAnswer, code: string | null): ChannelErrorKind {
  if (answer.status === 429) return 'rateLimited';
  const named = code === null ? undefined : lookUp(byCode, code);
  if (named !== undefined) return named;
  if (answer.status >= 500 || answer.status === 408) return 'uncertain';
  const isAccount = accountProblems.test(text(field(answer.json, 'type')) ?? '');
  return answer.status === 401 || answer.status === 402 || isAccount ? 'unauthorised' : 'rejected';
}

/** Rate windows X names: the short one and, second-hand, two daily ones that count only when they are used up. */
const windows = [
  { remaining: 'x-rate-limit-remaining', reset: 'x-rate-limit-reset' },
  { remaining: 'x-user-limit-24hour-remaining', reset: 'x-user-limit-24hour-reset' },
  { remaining: 'x-app-limit-24hour-remaining', reset: 'x-app-limit-24hour-reset' },
];

function waitMs(headers: Headers, now: Date): number | null {
  const resets = windows.flatMap(({ remaining, reset }, index) => {
    const value = headers.get(reset);
    const isUsedUp = headers.get(remaining) === '0' || (index === 0 && headers.get(remaining) === null);
    return value !== null && /^\d{9,11}$/.test(value) && isUsedUp ? [Number(value) * 1000 - now.getTime()] : [];
  });
  return resets.length === 0 ? retryAfterMs(headers, now) : Math.max(0, ...resets);
}

/** Reads a refusal of X, in its new form (`title`, `detail`, `type`) or its old one (`errors[].code`). */
export function xError(answer: PostAnswer, now: Date): ChannelError {
  const first = list(field(answer.json, 'errors'))?.[0];
  const code = id(field(first, 'code'));
  const detail =
    text(field(answer.json, 'detail')) ??
    text(path(first, 'detail')) ??
    text(path(first, 'message')) ??
    'no reason given';
  const kind = kindOf(answer, code);
  // After a time-out this refusal means that the first try went through: callers may want to know it by name.
  const fullCode =
    /duplicate content/i.test(detail) || code === '187' ? 'duplicate' : (code ?? `http_${String(answer.status)}`);
  return new ChannelError(
    kind,
    fullCode,
    detail.slice(0, 500),
    kind === 'rateLimited' ? waitMs(answer.headers, now) : null,
  );
}
