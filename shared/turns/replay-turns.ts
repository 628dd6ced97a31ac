import { inOrder, type Step } from './turn-steps.ts';
import type {
  AuthorGuess,
  AuthorKind,
  PromiseFate,
  Turn,
  TurnExcuse,
  TurnMaterial,
  TurnMessage,
  TurnNorm,
  TurnOutcome,
  TurnState,
} from './turn-types.ts';

/** An echo this soon after the customer's message may be an instant reply of the platform, in ms. */
const instantReplyMs = 60_000;

type Replay = {
  readonly turns: Turn[];
  readonly promises: PromiseFate[];
  readonly guesses: AuthorGuess[];
  readonly automaticFingerprints: Set<string>;
  running: Turn | null;
  lastCustomerAt: Date | null;
};

/**
 * Works out turns, promises and guesses from a conversation's messages alone, so that the order in which they arrived
 * does not matter and a late or corrected message simply gives a new answer. Instants are UTC; `now` settles which open
 * promises are missed, stamped with their deadline by their `dueAt`, never with `now`.
 */
export function replayTurns(
  messages: readonly TurnMessage[],
  excuses: readonly TurnExcuse[],
  normAt: (startedAt: Date) => TurnNorm,
  now: Date,
): TurnOutcome {
  return continueTurns(null, { messages, excuses }, normAt, now);
}

/**
 * As `replayTurns` for what came at or after the instant of `state` (null = from the beginning). Turns and promises of before are
 * those of the state alone: the others are settled and stay as they were.
 */
export function continueTurns(
  state: TurnState | null,
  material: TurnMaterial,
  normAt: (startedAt: Date) => TurnNorm,
  now: Date,
): TurnOutcome {
  const replay = replayFrom(state);
  run(replay, inOrder(material.messages, material.excuses), normAt, now);
  missOverdue(replay, now);
  return { turns: replay.turns, promises: replay.promises, guesses: replay.guesses };
}

/**
 * The state after everything before `until`, which must not lie in the future; `before` is that of an earlier instant. Null when
 * something of before has a consequence at or after `until` (it was edited, taken back or done then), so that it cannot be left behind.
 */
export function turnStateAt(
  before: TurnState | null,
  material: TurnMaterial,
  normAt: (startedAt: Date) => TurnNorm,
  until: Date,
): TurnState | null {
  const isBefore = (at: Date): boolean => at.getTime() < until.getTime();
  const messages = material.messages.filter(({ sentAt }) => isBefore(sentAt));
  const ids = new Set(messages.map(({ id }) => id));
  const editedLater = material.messages.some(({ id, sentAt }) => ids.has(id) && !isBefore(sentAt));
  const settledLater = messages.some(({ retractedAt, readings }) =>
    [retractedAt, ...readings.map(({ doneAt }) => doneAt)].some((at) => at && !isBefore(at)),
  );
  if (editedLater || settledLater) return null;
  const replay = replayFrom(before);
  const excuses = material.excuses.filter(({ at }) => isBefore(at));
  run(replay, inOrder(messages, excuses), normAt, until);
  return {
    running: replay.running,
    unsettled: unsettled(replay),
    automaticFingerprints: [...replay.automaticFingerprints],
    lastCustomerAt: replay.lastCustomerAt,
  };
}

function replayFrom(state: TurnState | null): Replay {
  // Turns and promises are changed on the way; those of the state stay as they are.
  const running = state?.running ? { ...state.running } : null;
  return {
    turns: running ? [running] : [],
    promises: state?.unsettled.map((promise) => ({ ...promise, chasedBy: [...promise.chasedBy] })) ?? [],
    guesses: [],
    automaticFingerprints: new Set(state?.automaticFingerprints),
    running,
    lastCustomerAt: state?.lastCustomerAt ?? null,
  };
}

function run(replay: Replay, steps: readonly Step[], normAt: (startedAt: Date) => TurnNorm, now: Date): void {
  for (const step of steps) {
    // A platform's clock may run ahead of ours: a customer's message from there makes nothing late that is not due yet.
    const ahead = step.message?.direction === 'in' && step.at.getTime() > now.getTime();
    missOverdue(replay, ahead ? now : step.at);
    if (step.excuse) applyExcuse(replay, step.excuse);
    else if (step.retracts !== null) withdrawPromises(replay, step.retracts, step.at);
    else if (step.done) keepByAct(replay, step.done, step.at);
    else if (step.message?.direction === 'in') applyCustomer(replay, step.message, normAt);
    else if (step.message?.wentOut) applyOutgoing(replay, step.message);
  }
}

/** A promise whose deadline lies before `at` is missed; at the very instant it is still kept. */
function missOverdue(replay: Replay, at: Date): void {
  for (const promise of replay.promises) {
    if (promise.state === 'open' && promise.dueAt.getTime() < at.getTime()) promise.state = 'missed';
  }
}

function applyCustomer(replay: Replay, message: TurnMessage, normAt: (startedAt: Date) => TurnNorm): void {
  replay.lastCustomerAt = message.sentAt;
  if (message.chaser) chasedPromise(replay)?.chasedBy.push(message.id);
  if (replay.running) return;
  const norm = normAt(message.sentAt);
  const turn: Turn = {
    startMessageId: message.id,
    startedAt: message.sentAt,
    dueAt: new Date(message.sentAt.getTime() + norm.maxMs),
    usualMs: norm.usualMs,
    maxMs: norm.maxMs,
    state: message.needsReply ? 'running' : 'notNeeded',
    stoppedAt: message.needsReply ? null : message.sentAt,
    stopMessageId: null,
    stoppedBy: null,
    reason: null,
  };
  replay.turns.push(turn);
  if (message.needsReply) replay.running = turn;
}

function applyOutgoing(replay: Replay, message: TurnMessage): void {
  const authorKind = judgeAuthor(replay, message);
  if (authorKind !== message.authorKind) replay.guesses.push({ messageId: message.id, authorKind });
  const human = authorKind === 'agent' || authorKind === 'outsideAgent' || authorKind === 'outsideUnknown';
  if (human && message.substantive) answer(replay, message, authorKind);
  makePromises(replay, message, authorKind, human);
}

function judgeAuthor(replay: Replay, message: TurnMessage): AuthorKind {
  if (message.authorKind === 'autoReply') replay.automaticFingerprints.add(message.fingerprint);
  if (message.authorKind !== 'outsideUnknown' || message.authorFixed) return message.authorKind;
  if (replay.automaticFingerprints.has(message.fingerprint)) return 'autoReply';
  const waited = replay.lastCustomerAt ? message.sentAt.getTime() - replay.lastCustomerAt.getTime() : null;
  if (waited === null || waited > instantReplyMs || !message.automaticWording) return 'outsideUnknown';
  replay.automaticFingerprints.add(message.fingerprint);
  return 'autoReply';
}

function answer(replay: Replay, message: TurnMessage, authorKind: AuthorKind): void {
  if (replay.running) {
    replay.running.state = 'answered';
    replay.running.stoppedAt = message.sentAt;
    replay.running.stopMessageId = message.id;
    replay.running.stoppedBy = authorKind;
    replay.running = null;
  }
  for (const promise of unsettled(replay)) {
    // Words keep a promise of words; a call or a refund is kept by the act.
    if (promise.act !== 'reply') continue;
    if (promise.state === 'open') promise.state = 'kept';
    promise.settledAt = message.sentAt;
    promise.settledByMessageId = message.id;
  }
}

/** The promise that somebody who asks "hallo?" asks for: the missed one that is late longest, else the one made last. */
function chasedPromise(replay: Replay): PromiseFate | undefined {
  const waiting = unsettled(replay);
  const missed = waiting.filter(({ state }) => state === 'missed');
  return missed.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0] ?? waiting.at(-1);
}

function keepByAct(replay: Replay, done: { messageId: string; index: number }, at: Date): void {
  for (const promise of unsettled(replay)) {
    if (promise.messageId !== done.messageId || promise.index !== done.index) continue;
    if (promise.state === 'open') promise.state = 'kept';
    promise.settledAt = at;
  }
}

function makePromises(replay: Replay, message: TurnMessage, madeBy: AuthorKind, human: boolean): void {
  if (message.readings.length === 0) return;
  const earlier = unsettled(replay);
  // A machine repeating itself must not postpone what a customer was told before: only a person's new promise of the like supersedes.
  if (human) {
    const acts = new Set(message.readings.map(({ act }) => act ?? 'reply'));
    for (const promise of earlier.filter(({ state, act }) => state === 'open' && acts.has(act))) {
      promise.state = 'superseded';
      promise.settledAt = message.sentAt;
      promise.settledByMessageId = message.id;
    }
  }
  const onTopOfMissed = earlier.some((promise) => promise.state === 'missed');
  for (const reading of message.readings) {
    replay.promises.push({
      messageId: message.id,
      index: reading.index,
      madeAt: message.sentAt,
      madeBy,
      dueAt: reading.dueAt,
      act: reading.act ?? 'reply',
      chasedBy: [],
      onTopOfMissed,
      state: 'open',
      settledAt: null,
      settledByMessageId: null,
    });
  }
}

function withdrawPromises(replay: Replay, messageId: string, at: Date): void {
  for (const promise of unsettled(replay)) {
    if (promise.messageId !== messageId || promise.state !== 'open') continue;
    promise.state = 'withdrawn';
    promise.settledAt = at;
  }
}

function applyExcuse(replay: Replay, excuse: TurnExcuse): void {
  if (replay.running) {
    replay.running.state = 'excused';
    replay.running.stoppedAt = excuse.at;
    replay.running.reason = excuse.reason;
    replay.running = null;
  }
  for (const promise of unsettled(replay)) {
    if (promise.state === 'open') promise.state = 'withdrawn';
    promise.settledAt = excuse.at;
  }
}

function unsettled(replay: Replay): PromiseFate[] {
  return replay.promises.filter((promise) => promise.settledAt === null);
}
