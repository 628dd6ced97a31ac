import type { CueCode } from '#shared/emotion/cues.ts';

/** One labelled customer message of our own making. */
export type LabelledMessage = { language: 'nl' | 'en'; dissatisfied: boolean; cues: CueCode[]; text: string };

/** Reads lines `language|- or +|cue,cue|text`; `-` marks dissatisfaction. */
export function readMessages(table: string): LabelledMessage[] {
  return table
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => {
      const [language, sign, cues, ...rest] = line.split('|');
      return {
        language: language === 'en' ? 'en' : 'nl',
        dissatisfied: sign === '-',
        cues: (cues ?? '').split(',').filter((code) => code !== '') as CueCode[],
        text: rest.join('|'),
      };
    });
}
