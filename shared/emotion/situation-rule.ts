import type { Bilingual, EvidenceCode } from './cue-model.ts';

/**
 * A situation rule: when one of `patterns` (see word-patterns.ts) occurs in a sentence, the cue is shown with `weight` 0..1.
 * `unless` patterns in the same sentence switch the rule off; `statementOnly` keeps it silent in a question;
 * `besideTrouble` lets it speak only in a message that shows trouble in other words: a rival or a newspaper named alone says nothing.
 * `outright` lets a threat count in a message that shows no trouble and speaks pleasantly: "a nice subject for my podcast".
 * `yieldsTo` silences it in a message that shows that other cue: "broken for weeks" reports a fault, nobody waits for an answer yet.
 */
export type SituationRule = {
  id: string;
  cue: EvidenceCode;
  weight: number;
  why: Bilingual;
  patterns: readonly string[];
  unless?: readonly string[];
  statementOnly?: boolean;
  besideTrouble?: boolean;
  outright?: boolean;
  yieldsTo?: EvidenceCode;
};
