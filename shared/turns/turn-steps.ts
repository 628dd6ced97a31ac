import type { TurnExcuse, TurnMessage } from './turn-types.ts';

/** One thing that happened in a conversation: a message, an excuse, a message taken back, or a promised act done. */
export type Step = {
  at: Date;
  arrival: number;
  message: TurnMessage | null;
  excuse: TurnExcuse | null;
  /** Id of the message that was taken back. */
  retracts: string | null;
  /** The promise whose act was done. */
  done: { messageId: string; index: number } | null;
};

const noStep = { arrival: Number.MAX_SAFE_INTEGER, message: null, excuse: null, retracts: null, done: null };

/** Everything that happened, in the order of its instants. */
export function inOrder(messages: readonly TurnMessage[], excuses: readonly TurnExcuse[]): Step[] {
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
