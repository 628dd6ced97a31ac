import type { Bilingual } from '../emotion/cue-model.ts';
import type { DraftCode, DraftContext } from './draft-model.ts';
import type { DraftReading } from './draft-reading.ts';

/** UTF-16 offsets in the draft; `end` is exclusive. */
export type DraftPlace = { readonly start: number; readonly end: number };

/** A finding before its texts are added; `at` null when it is about something absent. `suggestion` replaces the usual one. */
export type RawFinding = {
  readonly code: DraftCode;
  readonly at: DraftPlace | null;
  readonly suggestion?: Bilingual | null;
};

/** What every check is given. */
export type DraftCase = { readonly reading: DraftReading; readonly context: DraftContext };

/** A check looks at a draft and gives at most one finding per code. */
export type DraftCheck = (draftCase: DraftCase) => RawFinding[];
