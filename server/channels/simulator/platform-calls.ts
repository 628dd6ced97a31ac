import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '#server/clock.ts';
import { parseLosslessJson } from '#server/channels/body/lossless-json.ts';
import type { SimulatedAccount, SimulatedFault, SimulatedSend } from './accounts.ts';
import type { SimulatedAnswer } from './answers.ts';
import { acceptance, refusal, tooMany } from './answers.ts';
import { readCall } from './calls.ts';
import type { Delivery } from './delivery.ts';
import { followUps } from './echoes.ts';
import type { PlatformMemory } from './memory.ts';

/** What the incoming side of the played platforms needs. */
export type PlatformParts = {
  readonly clock: Clock;
  readonly accounts: readonly SimulatedAccount[];
  readonly memory: PlatformMemory;
  readonly delivery: Delivery;
  readonly sends: SimulatedSend[];
  /** The fault of the call that is being served; each call asks once. */
  nextFault(accountExternalId: string): SimulatedFault | null;
};

async function readRequest(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return parseLosslessJson(Buffer.concat(chunks)).value;
}

function answer(response: ServerResponse, { status, headers, body }: SimulatedAnswer): void {
  response.writeHead(status, headers);
  response.end(body);
}

/** Answers after `ms`, unless the caller has gone before. */
function answerLater(response: ServerResponse, content: SimulatedAnswer, ms: number): void {
  const timer = setTimeout(() => {
    answer(response, content);
  }, ms);
  response.once('close', () => {
    clearTimeout(timer);
  });
}

function respond(response: ServerResponse, send: SimulatedSend, fault: SimulatedFault | null): void {
  if (fault?.kind === 'dropConnection') response.destroy();
  else if (fault?.kind === 'late') answerLater(response, acceptance(send), fault.ms);
  else if (fault?.kind === 'serverError') answer(response, { status: 500, headers: {}, body: 'internal error' });
  else if (fault?.kind === 'unreadable') answer(response, { status: 200, headers: {}, body: '<html>busy</html>' });
  else answer(response, acceptance(send));
}

function refuse(account: SimulatedAccount, fault: SimulatedFault | null, now: Date): SimulatedAnswer | null {
  if (fault?.kind === 'rateLimited') return tooMany(account, fault.retryAfterSeconds, now);
  return fault?.kind === 'refused' ? refusal(account, fault.status, fault.code, fault.subcode) : null;
}

/** Takes a message as a platform does: gives it an id and a time and remembers public ones. Null for a call of the wrong shape. */
function accept(
  parts: PlatformParts,
  account: SimulatedAccount,
  pathname: string,
  body: unknown,
): SimulatedSend | null {
  const call = readCall(pathname, body, account);
  if (call === null) return null;
  const at = parts.clock.now();
  const externalId = parts.memory.nextId(account.channel, call.visibility, at);
  const send = { ...call, channel: account.channel, accountExternalId: account.externalId, externalId, at };
  if (call.visibility === 'public') {
    const answered = parts.memory.recall(call.to);
    const root = answered?.root ?? call.to;
    parts.memory.remember(externalId, { authorId: account.externalId, root, postId: answered?.postId ?? root });
  }
  parts.sends.push(send);
  return send;
}

/** Serves one API call: token, shape, fault, answer, and the webhooks that follow it. */
export async function servePlatformCall(
  parts: PlatformParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readRequest(request);
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const account = parts.accounts.find((each) => request.headers.authorization === `Bearer ${each.accessToken}`);
  if (account === undefined) {
    answer(response, refusal(null, 401, 190));
    return;
  }
  const fault = parts.nextFault(account.externalId);
  const refused = refuse(account, fault, parts.clock.now());
  const send = refused === null ? accept(parts, account, pathname, body) : null;
  if (send === null) {
    answer(response, refused ?? refusal(account, 400, 100));
    return;
  }
  const bodies = followUps({ account, send, answered: parts.memory.recall(send.to), fault });
  const early = fault?.kind === 'echoFirst' ? bodies.splice(0, 1) : [];
  await parts.delivery.postAll(account.channel, early);
  respond(response, send, fault);
  parts.delivery.later(parts.delivery.postAll(account.channel, bodies));
}
