import type { SimulatedAccount, SimulatedSend } from './accounts.ts';

/** An HTTP answer of a played platform. */
export type SimulatedAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** An answer with a JSON body. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): SimulatedAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** The answer to an accepted message, in the platform's own shape. */
export function acceptance(send: SimulatedSend): SimulatedAnswer {
  const { externalId, to, text } = send;
  if (send.channel === 'messenger') {
    return json(200, send.visibility === 'public' ? { id: externalId } : { recipient_id: to, message_id: externalId });
  }
  if (send.channel === 'whatsapp') {
    const contacts = [{ input: to, wa_id: to }];
    return json(200, {
      messaging_product: 'whatsapp',
      contacts,
      messages: [{ id: externalId, message_status: 'accepted' }],
    });
  }
  if (send.visibility === 'public') {
    return json(201, { data: { id: externalId, text, edit_history_tweet_ids: [externalId] } });
  }
  const pair = [send.accountExternalId, to].sort().join('-');
  return json(201, { data: { dm_conversation_id: pair, dm_event_id: externalId } });
}

/** A person's profile; everything after the first word is the last name. */
export function profile(id: string, name: string): SimulatedAnswer {
  const [first, ...last] = name.split(' ');
  return json(200, { id, first_name: first, ...(last.length === 0 ? {} : { last_name: last.join(' ') }) });
}

/** A refusal with the platform's error body. */
export function refusal(
  account: SimulatedAccount | null,
  status: number,
  code: number,
  subcode?: number,
): SimulatedAnswer {
  if (account?.channel === 'x') {
    return json(status, {
      title: 'Refused',
      detail: 'The request was refused.',
      status,
      type: 'about:blank',
      errors: [{ code, message: 'refused' }],
    });
  }
  const error = { message: 'The request was refused.', type: 'OAuthException', code, fbtrace_id: 'simulated' };
  return json(status, { error: subcode === undefined ? error : { ...error, error_subcode: subcode } });
}

/** A 429; X names the moment its window opens again, Meta a number of seconds. */
export function tooMany(account: SimulatedAccount, retryAfterSeconds: number, now: Date): SimulatedAnswer {
  const reset = Math.ceil(now.getTime() / 1000) + retryAfterSeconds;
  if (account.channel === 'x') {
    const headers = { 'x-rate-limit-limit': '15', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(reset) };
    return json(
      429,
      { title: 'Too Many Requests', detail: 'Too Many Requests', type: 'about:blank', status: 429 },
      headers,
    );
  }
  const error = { message: 'Too many calls', type: 'OAuthException', code: 4, is_transient: true };
  return json(429, { error }, { 'retry-after': String(retryAfterSeconds) });
}
