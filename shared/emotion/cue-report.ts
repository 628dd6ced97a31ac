import type { Analysis, Bilingual, EvidenceCode, TextSpan } from './cue-model.ts';

/** Every code that a report may hold: the cues, the judgement and the wish. */
export type ReportCode = EvidenceCode | 'wish';

/** A sign as other programs get it; `why` is in the language of the text. */
export type ReportedCue = { code: ReportCode; score: number; spans: readonly TextSpan[]; ruleId: string; why: string };

/** What was read from one text, as other programs get it. `wish` holds the words as written, null when nothing is asked. */
export type CueReport = {
  lang: 'nl' | 'en';
  polarity: number;
  dissatisfaction: { yes: boolean; score: number };
  cues: ReportedCue[];
  wish: string | null;
};

const wishWhy: Bilingual = { nl: 'vraagt om iets', en: 'asks for something' };
const answerWhy: Bilingual = { nl: 'vraagt om een antwoord', en: 'asks for an answer' };

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The report of an analysis: cues in display order after the judgement, the wish last. */
export function reportOf(analysis: Analysis): CueReport {
  const { language, dissatisfaction, wish, answerAsked } = analysis;
  const cues: ReportedCue[] = [];
  if (dissatisfaction.yes) {
    const { score, spans, ruleId, why } = dissatisfaction;
    cues.push({ code: 'dissatisfaction', score: rounded(score), spans, ruleId, why: why[language] });
  }
  for (const { code, score, spans, ruleId, why } of analysis.cues) {
    cues.push({ code, score: rounded(score), spans, ruleId, why: why[language] });
  }
  const asked = wish ?? answerAsked;
  if (asked !== null) {
    const { start, end, text } = asked;
    const [ruleId, score, why] = wish === null ? ['answer', 0.6, answerWhy] : ['opening', 0.8, wishWhy];
    cues.push({
      code: 'wish',
      score,
      spans: [{ start, end, text }],
      ruleId: `${language}.wish.${ruleId}`,
      why: why[language],
    });
  }
  return {
    lang: language,
    polarity: rounded(analysis.polarity),
    dissatisfaction: { yes: dissatisfaction.yes, score: rounded(dissatisfaction.score) },
    cues,
    wish: asked?.text ?? null,
  };
}
