import { derivedId } from '#server/db/derived-id.ts';
import { tieBreak, type LiveDeadline } from '#shared/turns/turn-risk.ts';
import type { AlertDoc, AlertKind } from './alerts.store.ts';

/** Whom and what alerts of one conversation are about; `wordingOf` gives the words of a promise. */
export type AlertBasis = {
  readonly brandId: string;
  readonly conversationId: string;
  readonly accountId: string;
  wordingOf(subjectKey: string): string;
};

/** A promise due no later than this after the norm speaks for both: one warning is enough. */
const coveredByPromiseMs = 3_600_000;

const missKinds = { promise: 'promiseMissed', norm: 'normMissed' } as const;
const warningKinds = { promise: 'promiseDueSoon', norm: 'normDueSoon' } as const;

/**
 * The alerts that these deadlines call for at `now`; raising them again changes nothing. Of several warnings that have come, only the last:
 * after an outage nobody is told twice of one deadline.
 */
export function deadlineAlerts(deadlines: readonly LiveDeadline[], basis: AlertBasis, now: Date): AlertDoc[] {
  const promises = deadlines.filter((deadline) => deadline.subject === 'promise');
  return deadlines.flatMap((deadline) => {
    if (deadline.subject === 'norm' && isCovered(deadline, promises)) return [];
    if (deadline.dueAt.getTime() < now.getTime()) return [alertOf(deadline, basis, missKinds, deadline.dueAt)];
    const warnedAt = deadline.warnings[warningsDue(deadline, now) - 1];
    return warnedAt ? [alertOf(deadline, basis, warningKinds, warnedAt)] : [];
  });
}

/** Ids of the warnings that a later warning of the same deadline, or its miss, makes pointless. */
export function overtakenWarnings(deadlines: readonly LiveDeadline[], brandId: string, now: Date): string[] {
  return deadlines.flatMap((deadline) => {
    const isMissed = deadline.dueAt.getTime() < now.getTime();
    const overtaken = isMissed ? deadline.warnings.length : warningsDue(deadline, now) - 1;
    return deadline.warnings
      .slice(0, Math.max(0, overtaken))
      .map((_at, rank) => alertIdOf(brandId, warningKinds[deadline.subject], warningKey(deadline.subjectKey, rank)));
  });
}

/** How many warnings of a deadline have come by `now`. */
function warningsDue({ warnings }: LiveDeadline, now: Date): number {
  return warnings.filter((at) => at.getTime() <= now.getTime()).length;
}

/** What a warning's id follows from: each lead time warns once. */
function warningKey(subjectKey: string, rank: number): string {
  return rank === 0 ? subjectKey : `${subjectKey}#${String(rank)}`;
}

/** The alert for an automatic reply that promised again on top of a missed promise. */
export function repeatedAutoReplyAlert(
  promise: { readonly subjectKey: string; readonly madeAt: Date; readonly dueAt: Date },
  basis: AlertBasis,
): AlertDoc {
  return {
    _id: alertIdOf(basis.brandId, 'repeatedAutoReply', promise.subjectKey),
    brandId: basis.brandId,
    kind: 'repeatedAutoReply',
    at: promise.madeAt,
    dueAt: promise.dueAt,
    conversationId: basis.conversationId,
    accountId: basis.accountId,
    detail: basis.wordingOf(promise.subjectKey),
    settled: false,
    seenBy: [],
    sortKey: -promise.madeAt.getTime() + tieBreak(promise.subjectKey),
  };
}

function alertIdOf(brandId: string, kind: AlertKind, subjectKey: string): string {
  return derivedId('alert', brandId, kind, subjectKey);
}

function isCovered(norm: LiveDeadline, promises: readonly LiveDeadline[]): boolean {
  return promises.some((promise) => promise.dueAt.getTime() <= norm.dueAt.getTime() + coveredByPromiseMs);
}

function alertOf(
  deadline: LiveDeadline,
  basis: AlertBasis,
  kinds: typeof missKinds | typeof warningKinds,
  at: Date,
): AlertDoc {
  const kind = kinds[deadline.subject];
  const rank = kinds === warningKinds ? deadline.warnings.indexOf(at) : 0;
  return {
    _id: alertIdOf(basis.brandId, kind, warningKey(deadline.subjectKey, rank)),
    brandId: basis.brandId,
    kind,
    at,
    dueAt: deadline.dueAt,
    conversationId: basis.conversationId,
    accountId: basis.accountId,
    detail: deadline.subject === 'promise' ? basis.wordingOf(deadline.subjectKey) : '',
    settled: false,
    seenBy: [],
    sortKey: -at.getTime() + tieBreak(deadline.subjectKey),
  };
}
