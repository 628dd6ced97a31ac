import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '#server/clock.ts';
import type { SimulatedAccount, SimulatedFault, SimulatedSend } from './accounts.ts';
import type { SimulatedAnswer } from './answers.ts';
import { acceptance, refusal, tooMany } from './answers.ts';
import { readCall, segmentsOf, type ReadCall } from './calls.ts';
import type { Delivery } from './delivery.ts';
import { followUps } from './echoes.ts';
import type { PlatformMemory } from './memory.ts';
import { readRequestBody, type RequestBody } from './request-body.ts';
import type { Said, SaidLog } from './said.ts';
import type { Uploads } from './uploads.ts';

/** What the incoming side of the played platforms needs. */
export type PlatformParts = {
  readonly clock: Clock;
  readonly accounts: readonly SimulatedAccount[];
  readonly memory: PlatformMemory;
  readonly delivery: Delivery;
  readonly sends: SimulatedSend[];
  readonly uploads: Uploads;
  readonly said: SaidLog;
  /** The fault of the call that is being served; each call asks once. */
  nextFault(accountExternalId: string): SimulatedFault | null;
};

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

const privateReplyMs = 7 * 24 * 3_600_000;

/** A private reply goes to whoever wrote the comment: once, within seven days. Null when it may not. */
function addressed(parts: PlatformParts, call: ReadCall): ReadCall | null {
  const { privateReplyTo } = call;
  if (privateReplyTo === null) return call;
  const comment = parts.memory.recall(privateReplyTo);
  const again = parts.sends.some((send) => send.privateReplyTo === privateReplyTo);
  if (comment === undefined || again) return null;
  const late = comment.at !== undefined && parts.clock.now().getTime() - comment.at.getTime() > privateReplyMs;
  return late ? null : { ...call, to: comment.authorId };
}

/** Takes a message as a platform does: gives it an id and a time and remembers public ones. Null for a call of the wrong shape. */
function accept(
  parts: PlatformParts,
  account: SimulatedAccount,
  segments: readonly string[],
  body: unknown,
): SimulatedSend | null {
  const read = readCall(segments, body, account);
  const call = read && addressed(parts, read);
  if (!call?.mediaIds.every((mediaId) => parts.uploads.isReady(mediaId, account))) return null;
  const at = parts.clock.now();
  const externalId = parts.memory.nextId(account.channel, call.visibility, at);
  const send = { ...call, channel: account.channel, accountExternalId: account.externalId, externalId, at };
  if (call.visibility === 'public') {
    const answered = parts.memory.recall(call.to);
    const root = answered?.root ?? call.to;
    parts.memory.remember(externalId, { authorId: account.externalId, root, postId: answered?.postId ?? root });
  }
  parts.sends.push(send);
  parts.said.add(saidOf(send, parts.memory));
  return send;
}

/** The same message as the platform shows it afterwards. */
function saidOf(send: SimulatedSend, memory: PlatformMemory): Said {
  const { accountExternalId, externalId, visibility, to, text, at } = send;
  const isPublic = visibility === 'public';
  const customerId = isPublic ? (memory.recall(to)?.authorId ?? '1') : to;
  return {
    accountExternalId,
    externalId,
    visibility,
    byAccount: true,
    customer: { id: customerId, name: memory.nameOf(customerId) ?? customerId },
    text,
    at,
    replyTo: isPublic ? to : null,
    root: memory.recall(externalId)?.root ?? null,
  };
}

/** Serves one API call: token, shape, fault, answer, and the webhooks that follow it. */
export async function servePlatformCall(
  parts: PlatformParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readRequestBody(request);
  const segments = segmentsOf(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
  const account = parts.accounts.find((each) => request.headers.authorization === `Bearer ${each.accessToken}`);
  if (account === undefined) {
    answer(response, refusal(null, 401, 190));
    return;
  }
  const fault = parts.nextFault(account.externalId);
  const refused = refuse(account, fault, parts.clock.now());
  const taken = refused ?? parts.uploads.take(segments, body, account);
  if (taken !== null) {
    answerUpload(response, taken, fault);
    return;
  }
  await serveSend(parts, { account, fault, segments, body }, response);
}

/** Nobody hears of a file before it is used: an upload has no echo, and only its answer can go wrong. */
function answerUpload(response: ServerResponse, content: SimulatedAnswer, fault: SimulatedFault | null): void {
  if (fault?.kind === 'dropConnection') response.destroy();
  else if (fault?.kind === 'serverError') answer(response, { status: 500, headers: {}, body: 'internal error' });
  else answer(response, content);
}

type Call = {
  readonly account: SimulatedAccount;
  readonly fault: SimulatedFault | null;
  readonly segments: readonly string[];
  readonly body: RequestBody;
};

async function serveSend(
  parts: PlatformParts,
  { account, fault, segments, body }: Call,
  response: ServerResponse,
): Promise<void> {
  const send = accept(parts, account, segments, body.json);
  if (send === null) {
    answer(response, refusal(account, 400, 100));
    return;
  }
  const bodies = followUps({ account, send, answered: parts.memory.recall(send.to), fault });
  const early = fault?.kind === 'echoFirst' ? bodies.splice(0, 1) : [];
  await parts.delivery.postAll(account.channel, early);
  respond(response, send, fault);
  parts.delivery.later(parts.delivery.postAll(account.channel, bodies));
}
