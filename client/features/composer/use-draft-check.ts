import { useDeferredValue, useState } from 'react';
import type { ComposerQuery } from '#client/gql/graphql.ts';
import { useNow } from '#client/lib/present.ts';
import { findingsOf } from './draft-findings.ts';

type Conversation = NonNullable<ComposerQuery['conversation']>;

const checkEveryMs = 60_000;

/** Findings of the draft as it stands, which of the errors were accepted on purpose, and whether it may go. */
export function useDraftCheck(text: string, conversation: Conversation, stopped: Parameters<typeof findingsOf>[3]) {
  const now = useNow(checkEveryMs);
  const deferred = useDeferredValue(text);
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const findings = findingsOf(deferred, conversation.draftBasis, now, stopped);
  const errors = findings.filter((finding) => finding.level === 'error');
  return {
    now,
    findings,
    acceptedCodes: errors.map((finding) => finding.code).filter((code) => accepted.has(code)),
    openErrors: errors.filter((finding) => !accepted.has(finding.code)).length,
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
    },
  };
}
