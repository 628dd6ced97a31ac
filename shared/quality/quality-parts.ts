/** What a reply is scored on, in the order of the form. */
export const qualityParts = ['timeliness', 'empathy', 'content', 'tone', 'expectation'] as const;

/** One of {@link qualityParts}. */
export type QualityPart = (typeof qualityParts)[number];

/** 1 (poor) to 5 (very good) per part; null = not applicable to this reply. */
export type QualityScores = Readonly<Record<QualityPart, number | null>>;

/** With fewer replies than this no mean is shown: it would say more about chance, or about one person, than about the team. */
export const fewestForMean = 5;
