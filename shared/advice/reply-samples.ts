/** Whether the customer wrote in private or in public (a comment, a mention): teams often answer these at different speeds. */
export type SampleVisibility = 'private' | 'public';

/** A turn in which a customer waited, as far as advice looks at it. */
export type WaitingTurn = {
  readonly conversationId: string;
  readonly accountId: string;
  readonly channel: string;
  readonly visibility: SampleVisibility;
  readonly startedAt: Date;
  /** Null while the customer waits. */
  readonly stoppedAt: Date | null;
  /** False when nobody had to answer (a thank-you, a reason given): such a turn stood in the queue, and says nothing of reply times. */
  readonly needsAnswer: boolean;
};

/** One reply time that really happened, or a customer who still waits. */
export type ReplySample = {
  readonly conversationId: string;
  readonly accountId: string;
  readonly channel: string;
  readonly visibility: SampleVisibility;
  readonly startedAt: Date;
  /** Null while the customer waits. */
  readonly answeredAt: Date | null;
  /** Customers of the brand, on any channel, who were waiting when this one began to. */
  readonly queueAtStart: number;
};

/** How long the queue is, in words. */
export type QueueBand = 'calm' | 'usual' | 'busy' | 'long';

/** 0..2 waiting customers are calm, 3..9 usual, 10..29 busy, 30 and more long: bands that a person can say aloud. */
export function queueBandOf(queue: number): QueueBand {
  if (queue < 3) return 'calm';
  if (queue < 10) return 'usual';
  return queue < 30 ? 'busy' : 'long';
}

/**
 * The samples of turns in any order, oldest first, each with the queue that its customer joined. One sweep over starts and stops; the
 * queue is the whole brand's, because one team answers all channels from one inbox. A stop before its start counts as no waiting.
 */
export function replySamplesOf(turns: readonly WaitingTurn[]): ReplySample[] {
  const byStart = [...turns].sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  const stops = turns
    .flatMap(({ startedAt, stoppedAt }) =>
      stoppedAt === null ? [] : [Math.max(stoppedAt.getTime(), startedAt.getTime())],
    )
    .sort((a, b) => a - b);
  const samples: ReplySample[] = [];
  let stopped = 0;
  for (const [started, turn] of byStart.entries()) {
    const at = turn.startedAt.getTime();
    while ((stops[stopped] ?? Infinity) <= at) stopped += 1;
    if (!turn.needsAnswer) continue;
    const { conversationId, accountId, channel, visibility, startedAt, stoppedAt } = turn;
    const queueAtStart = Math.max(0, started - stopped);
    samples.push({ conversationId, accountId, channel, visibility, startedAt, answeredAt: stoppedAt, queueAtStart });
  }
  return samples;
}
