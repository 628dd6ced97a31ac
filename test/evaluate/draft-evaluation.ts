import { checkDraft } from '#shared/replies/draft-check.ts';
import { contextOfInput } from '#shared/replies/check-input.ts';
import { readDraftCorpus } from './draft-corpus.ts';
import type { CorpusDraft } from './draft-corpus.ts';
import type { Evaluation, EvaluationFigure, EvaluationOutcome } from './evaluation.ts';

const exactFloor = 0.7;
/** The share of good drafts that pass; the target is less than one false alarm in ten. */
const quietFloor = 0.94;

function measure(drafts: readonly CorpusDraft[], prefix: string): EvaluationOutcome {
  const misses: string[] = [];
  let alarms = 0;
  for (const draft of drafts) {
    const findings = checkDraft(draft.draft, contextOfInput(draft));
    const codes = findings.map(({ code }) => code).sort();
    if (codes.join() === [...draft.expected].sort().join()) continue;
    if (draft.expected.length === 0) alarms += 1;
    const words = findings.map(({ code, start, end }) =>
      start === null || end === null ? code : `${code} "${draft.draft.slice(start, end)}"`,
    );
    misses.push(
      `${draft.source} ${draft.draft}\n    to: ${draft.customer}\n    wanted ${draft.expected.join(', ') || 'none'}; found ${words.join(', ') || 'none'}`,
    );
  }
  const good = drafts.filter(({ expected }) => expected.length === 0).length;
  const falseAlarm = good === 0 ? 0 : alarms / good;
  const figures: EvaluationFigure[] = [
    { name: `${prefix}draft-exact`, value: 1 - misses.length / Math.max(1, drafts.length), floor: exactFloor },
    { name: `${prefix}draft-false-alarm`, value: falseAlarm },
    { name: `${prefix}draft-good-passed`, value: 1 - falseAlarm, floor: quietFloor },
  ];
  return { figures, misses };
}

/** Drafts whose findings are all right and none too many, hints included; the misses named are those of the tuned half only. */
export const draftEvaluation: Evaluation = {
  name: 'drafts',
  run: () => {
    const { tuned, keptAside } = readDraftCorpus();
    const used = measure(tuned, 'tuned-');
    // Whoever reads the misses of the kept-aside half has used it: they are never printed.
    return { figures: [...measure(keptAside, '').figures, ...used.figures], misses: used.misses };
  },
};
