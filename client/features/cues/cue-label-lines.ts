import type { CsvCell } from '#client/lib/csv.ts';
import type { Dictionary } from '#client/lib/i18n/nl.ts';

/** A line of the export, as far as a table shows it; docs/cues.md tells the whole shape. */
type LabelLine = {
  readonly lang: string;
  readonly text: string;
  readonly dissatisfied: boolean;
  readonly cues: readonly string[];
  readonly judged: readonly string[];
};

/** The exported JSON lines as rows of a table: one message a row, signs parted by spaces. */
export function labelRows(lines: string, { cueLabels: words, common }: Dictionary): CsvCell[][] {
  const rows = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line): CsvCell[] => {
      const { lang, text, dissatisfied, cues, judged } = JSON.parse(line) as LabelLine;
      return [lang, text, dissatisfied ? common.yes : common.no, cues.join(' '), judged.join(' ')];
    });
  return [[words.csvLanguage, words.csvText, words.csvDissatisfied, words.csvCues, words.csvJudged], ...rows];
}
