import { ChannelError, kindOfMeaning, ruleOf, type SendMeaning } from '#server/channels/errors.ts';
import { field, id, list, path, text } from '#server/channels/body/fields.ts';
import type { PostAnswer } from '#server/channels/transport/post-json.ts';
import { retryAfterMs } from '#server/channels/transport/retry-after.ts';
import { xErrors } from './send-errors.data.ts';

/** Problem types that say something about the account or the app, not about this message. */
const accountProblems =
  /(client-forbidden|unsupported-authentication|oauth1-permissions|usage-capped|not-authorized-for-app)$/;

function meaningOf(answer: PostAnswer, code: string | null): SendMeaning {
  if (answer.status === 429) return 'rateLimited';
  const rule = code === null ? null : ruleOf([xErrors], code);
  if (rule !== null) return rule.meaning;
  if (answer.status >= 500 || answer.status === 408) return 'unavailable';
  if (answer.status === 401) return 'tokenExpired';
  if (answer.status === 402) return 'accountSetup';
  return accountProblems.test(text(field(answer.json, 'type')) ?? '') ? 'permissionMissing' : 'refused';
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
  // After a time-out this refusal means that the first try went through: callers may want to know it by name.
  const isDuplicate = /duplicate content/i.test(detail) || code === '187';
  const meaning = isDuplicate ? 'duplicate' : meaningOf(answer, code);
  const kind = kindOfMeaning[meaning];
  const fullCode = isDuplicate ? 'duplicate' : (code ?? `http_${String(answer.status)}`);
  const wait = kind === 'rateLimited' ? waitMs(answer.headers, now) : null;
  return new ChannelError(kind, fullCode, detail.slice(0, 500), { meaning, retryAfterMs: wait });
}
