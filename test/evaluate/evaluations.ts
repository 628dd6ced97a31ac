import { cueEvaluation } from './cue-evaluation.ts';
import type { Evaluation } from './evaluation.ts';
import { draftEvaluation } from './draft-evaluation.ts';
import { promiseEvaluation } from './promise-evaluation.ts';

/** Everything `npm run evaluate` measures, in order; add yours here. */
export const evaluations: readonly Evaluation[] = [promiseEvaluation, cueEvaluation, draftEvaluation];
