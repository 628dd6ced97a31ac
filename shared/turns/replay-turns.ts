import type {
  AuthorGuess,
  AuthorKind,
  PromiseFate,
  Turn,
  TurnExcuse,
  TurnMessage,
  TurnNorm,
  TurnOutcome,
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

type Step = {
  at: Date;
  arrival: number;
  message: TurnMessage | null;
  excuse: TurnExcuse | null;
  /** Id of the message that was taken back. */
  retracts: string | null;
  /** The promise whose act was done. */
  done: { messageId: string; index: number } | null;
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
  const replay: Replay = {
    turns: [],
    promises: [],
    guesses: [],
    automaticFingerprints: new Set(),
    running: null,
    lastCustomerAt: null,
  };
  for (const step of inOrder(messages, excuses)) {
    // A platform's clock may run ahead of ours: a customer's message from there makes nothing late that is not due yet.
    const ahead = step.message?.direction === 'in' && step.at.getTime() > now.getTime();
    missOverdue(replay, ahead ? now : step.at);
    if (step.excuse) applyExcuse(replay, step.excuse);
    else if (step.retracts !== null) withdrawPromises(replay, step.retracts, step.at);
    else if (step.done) keepByAct(replay, step.done, step.at);
    else if (step.message?.direction === 'in') applyCustomer(replay, step.message, normAt);
    else if (step.message?.wentOut) applyOutgoing(replay, step.message);
  }
  missOverdue(replay, now);
  return { turns: replay.turns, promises: replay.promises, guesses: replay.guesses };
}

const noStep = { arrival: Number.MAX_SAFE_INTEGER, message: null, excuse: null, retracts: null, done: null };

function inOrder(messages: readonly TurnMessage[], excuses: readonly TurnExcuse[]): Step[] {
  const steps: Step[] = [
    ...messages.map((message) => ({ ...noStep, at: message.sentAt, arrival: message.arrival, message })),
    ...messages.flatMap(({ id, sentAt, retractedAt }) =>
      // Clocks may be apart: nothing is taken back before it was said.
      retractedAt
        ? [{ ...noStep, at: retractedAt.getTime() < sentAt.getTime() ? sentAt : retractedAt, retracts: id }]
        : [],
    ),
    ...messages.flatMap(doneSteps),
    ...excuses.map((excuse) => ({ ...noStep, at: excuse.at, excuse })),
  ];
  // Whole-second platforms put a question and its answer into one second: the question comes first, whatever arrived first.
  const rank = (step: Step): number => (step.message?.direction === 'in' ? 0 : 1);
  return steps.sort(
    (a, b) =>
      a.at.getTime() - b.at.getTime() ||
      rank(a) - rank(b) ||
      a.arrival - b.arrival ||
      (a.message?.id ?? a.retracts ?? '').localeCompare(b.message?.id ?? b.retracts ?? ''),
  );
}

/** Nothing is done before it was promised: clocks may be apart. */
function doneSteps({ id, sentAt, readings }: TurnMessage): Step[] {
  return readings.flatMap(({ index, doneAt }) => {
    if (!doneAt) return [];
    const at = doneAt.getTime() < sentAt.getTime() ? sentAt : doneAt;
    return [{ ...noStep, at, done: { messageId: id, index } }];
  });
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
