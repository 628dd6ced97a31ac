import { analyse } from '#shared/emotion/cues.ts';
import type { LabelledMessage } from './messages.ts';

/** Micro F1 of the cues, F1 of the dissatisfied class, and the share of plain messages that were flagged all the same. */
export type Scores = { cueF1: number; dissatisfiedF1: number; falseFlagShare: number; languageErrors: number };

const f1 = (hit: number, wrong: number, missed: number): number =>
  hit === 0 ? 0 : (2 * hit) / (2 * hit + wrong + missed);

// Added after these messages were labelled, so nobody looked for them here.
const unlabelled = new Set([
  'money',
  'unanswered',
  'bot_loop',
  'safety',
  'data_leak',
  'privacy_request',
  'sensitive_data',
]);

/** Runs the detector over labelled messages. */
export function scoreOf(messages: readonly LabelledMessage[]): Scores {
  const cues = { hit: 0, wrong: 0, missed: 0 };
  const flags = { hit: 0, wrong: 0, missed: 0 };
  let [plain, flagged, languageErrors] = [0, 0, 0];
  for (const message of messages) {
    const { cues: found, dissatisfaction, language } = analyse(message.text);
    const codes = found.map(({ code }) => code).filter((code) => !unlabelled.has(code));
    const hits = codes.filter((code) => message.cues.includes(code)).length;
    cues.hit += hits;
    cues.wrong += codes.length - hits;
    cues.missed += message.cues.length - hits;
    if (dissatisfaction.yes && message.dissatisfied) flags.hit += 1;
    else if (dissatisfaction.yes) flags.wrong += 1;
    else if (message.dissatisfied) flags.missed += 1;
    if (!message.dissatisfied && message.cues.length === 0) {
      plain += 1;
      if (dissatisfaction.yes || codes.some((code) => code !== 'joy' && code !== 'gratitude')) flagged += 1;
    }
    if (language !== message.language) languageErrors += 1;
  }
  return {
    cueF1: f1(cues.hit, cues.wrong, cues.missed),
    dissatisfiedF1: f1(flags.hit, flags.wrong, flags.missed),
    falseFlagShare: plain === 0 ? 0 : flagged / plain,
    languageErrors,
  };
}
