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

/** The alerts that these deadlines call for at `now`; raising them again changes nothing. */
export function deadlineAlerts(deadlines: readonly LiveDeadline[], basis: AlertBasis, now: Date): AlertDoc[] {
  const promises = deadlines.filter((deadline) => deadline.subject === 'promise');
  return deadlines.flatMap((deadline) => {
    if (deadline.subject === 'norm' && isCovered(deadline, promises)) return [];
    if (deadline.dueAt.getTime() < now.getTime()) return [alertOf(deadline, basis, true)];
    return deadline.warnAt.getTime() <= now.getTime() ? [alertOf(deadline, basis, false)] : [];
  });
}

/** Ids of the warnings that these deadlines' misses make pointless. */
export function overtakenWarnings(deadlines: readonly LiveDeadline[], brandId: string, now: Date): string[] {
  return deadlines
    .filter((deadline) => deadline.dueAt.getTime() < now.getTime())
    .map((deadline) =>
      alertIdOf(brandId, deadline.subject === 'promise' ? 'promiseDueSoon' : 'normDueSoon', deadline.subjectKey),
    );
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

function alertOf(deadline: LiveDeadline, basis: AlertBasis, missed: boolean): AlertDoc {
  const kind: AlertKind =
    deadline.subject === 'promise'
      ? missed
        ? 'promiseMissed'
        : 'promiseDueSoon'
      : missed
        ? 'normMissed'
        : 'normDueSoon';
  const at = missed ? deadline.dueAt : deadline.warnAt;
  return {
    _id: alertIdOf(basis.brandId, kind, deadline.subjectKey),
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
