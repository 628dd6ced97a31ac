import { useDeferredValue, useState } from 'react';
import type { ComposerQuery } from '#client/gql/graphql.ts';
import { useNow } from '#client/lib/present.ts';
import { findingsOf } from './draft-findings.ts';
import { shortestReason } from './OverrideReason.tsx';

type DraftSetting = {
  readonly basis: NonNullable<ComposerQuery['conversation']>['draftBasis'];
  /** Who will read the reply where it goes now. */
  readonly visibility: 'public' | 'private';
};

const checkEveryMs = 60_000;

/** Findings of the draft as it stands, which of the errors were accepted on purpose, and whether it may go. */
export function useDraftCheck(text: string, setting: DraftSetting, stopped: Parameters<typeof findingsOf>[3]) {
  const now = useNow(checkEveryMs);
  const deferred = useDeferredValue(text);
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const findings = findingsOf(deferred, setting, now, stopped);
  const errors = findings.filter((finding) => finding.level === 'error');
  const openErrors = errors.filter((finding) => !accepted.has(finding.code)).length;
  const overrides = errors.length > 0 && openErrors === 0;
  return {
    now,
    findings,
    reason,
    setReason,
    /** True when every error stays in on purpose. */
    overrides,
    ready: openErrors === 0 && (!overrides || reason.trim().length >= shortestReason),
    acceptedCodes: errors.map((finding) => finding.code).filter((code) => accepted.has(code)),
    openErrors,
    hasErrors: errors.length > 0,
    accept: (code: string, on: boolean): void => {
      setAccepted((before) => {
        const next = new Set(before);
        if (on) next.add(code);
        else next.delete(code);
        return next;
      });
    },
    reset: (): void => {
      setAccepted(new Set());
      setReason('');
    },
  };
}
