import { draftMessages } from './draft-messages.data.ts';
import type { DraftContext, DraftFinding } from './draft-model.ts';
import { readDraft } from './draft-reading.ts';
import { unsafeLink } from './link-check.ts';
import { missingPartChecks } from './missing-parts.ts';
import { orgCentred } from './org-centred.ts';
import { pastPromise } from './past-promise.ts';
import { promiseChecks } from './promise-checks.ts';
import { safetyChecks } from './safety-checks.ts';
import { toneChecks } from './tone-checks.ts';

export { draftCodes } from './draft-model.ts';
export type { DraftCode, DraftContext, DraftFinding } from './draft-model.ts';

const levelOrder = { error: 0, warn: 1, hint: 2 } as const;
const checks = [
  ...missingPartChecks,
  ...promiseChecks,
  pastPromise,
  orgCentred,
  ...toneChecks,
  unsafeLink,
  ...safetyChecks,
];

/**
 * Checks a draft reply against the customer's cues, wish, waiting time and promises: errors first, at most one finding per code.
 * Pure; never throws on any string. An empty draft gives no findings, because nothing has been written yet.
 */
export function checkDraft(draft: string, context: DraftContext): DraftFinding[] {
  if (draft.trim() === '') return [];
  const reading = readDraft(draft, context.language);
  const draftCase = { reading, context };
  const findings: DraftFinding[] = [];
  for (const check of checks) {
    for (const { code, at, suggestion } of check(draftCase)) {
      const { level, message, suggestion: usual } = draftMessages[code];
      const better = suggestion === undefined ? usual : suggestion;
      findings.push({ code, level, start: at?.start ?? null, end: at?.end ?? null, message, suggestion: better });
    }
  }
  return findings.sort((a, b) => levelOrder[a.level] - levelOrder[b.level]);
}
