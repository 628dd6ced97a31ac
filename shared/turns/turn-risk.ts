import type { PromiseFate, Turn } from './turn-types.ts';
import { usualWarningAt } from './warning-times.ts';

/** A deadline that still matters: a running turn's norm, an open promise, or a missed promise nobody answered yet. */
export type LiveDeadline = {
  readonly subject: 'promise' | 'norm';
  /** `messageId:index` for promises, the starting message's id for norms. */
  readonly subjectKey: string;
  readonly fromAt: Date;
  readonly dueAt: Date;
  /** The first warning. */
  readonly warnAt: Date;
  /** Every warning, earliest first; never empty. */
  readonly warnings: readonly Date[];
};

/** A deadline before its warnings are known. */
export type PlainDeadline = Omit<LiveDeadline, 'warnAt' | 'warnings'>;

/** All deadlines that still matter, earliest first; `warningsOf` says when to warn for each (by default once, as is usual). */
export function liveDeadlines(
  turns: readonly Turn[],
  promises: readonly PromiseFate[],
  warningsOf: (deadline: PlainDeadline) => readonly Date[] = (deadline) => [usualWarningAt(deadline)],
): LiveDeadline[] {
  const ofPromises = promises
    .filter((promise) => promise.settledAt === null && (promise.state === 'open' || promise.state === 'missed'))
    .map((promise) => ({
      subject: 'promise' as const,
      subjectKey: `${promise.messageId}:${String(promise.index)}`,
      fromAt: promise.madeAt,
      dueAt: promise.dueAt,
    }));
  const ofTurns = turns
    .filter((turn) => turn.state === 'running')
    .map((turn) => ({
      subject: 'norm' as const,
      subjectKey: turn.startMessageId,
      fromAt: turn.startedAt,
      dueAt: turn.dueAt,
    }));
  return [...ofPromises, ...ofTurns]
    .map((deadline) => {
      const warnings = warningsOf(deadline);
      return { ...deadline, warnAt: warnings[0] ?? deadline.dueAt, warnings };
    })
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** The next instant after `now` at which something must be said about these deadlines; null when there is none. */
export function nextWakeAt(deadlines: readonly LiveDeadline[], now: Date): Date | null {
  let next: number | null = null;
  for (const deadline of deadlines) {
    // A promise is kept at its very deadline, so the miss is looked at one millisecond later.
    for (const at of [...deadline.warnings.map((warning) => warning.getTime()), deadline.dueAt.getTime() + 1]) {
      if (at > now.getTime() && (next === null || at < next)) next = at;
    }
  }
  return next === null ? null : new Date(next);
}

/** Place in the risk order. */
export type Risk = 'missed' | 'dueSoon' | 'waiting' | 'calm';

/** Risk of a conversation by the deadline that decides its place; null = nobody waits. */
export function riskOf(deadline: { readonly dueAt: Date; readonly warnAt: Date } | null, now: Date): Risk {
  if (!deadline) return 'calm';
  if (deadline.dueAt.getTime() < now.getTime()) return 'missed';
  return deadline.warnAt.getTime() <= now.getTime() ? 'dueSoon' : 'waiting';
}

// Beyond any deadline before the year 2223, and small enough that a double still tells thousandths of a ms apart.
const calmBase = 1e13;

/** A fraction of a millisecond that follows from an id: keys of the same instant differ, so a page never skips one. */
export function tieBreak(id: string): number {
  let hash = 0;
  for (const char of id) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 997;
  return hash / 1000;
}

/**
 * A number that sorts conversations by risk without knowing the present: waiting ones by their deciding deadline,
 * calm ones after all of them by their last message, newest first.
 */
export function queueKeyOf(id: string, riskAt: Date | null, lastMessageAt: Date): number {
  return (riskAt ? riskAt.getTime() : calmBase - lastMessageAt.getTime()) + tieBreak(id);
}
