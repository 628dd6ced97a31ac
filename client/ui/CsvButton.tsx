import { csvOf } from '../lib/csv.ts';
import type { CsvCell, CsvStyle } from '../lib/csv.ts';
import { useLanguage } from '../lib/i18n/LanguageProvider.tsx';
import { saveFile } from '../lib/save-file.ts';

type CsvButtonProps = {
  /** Name of the file without its ending. */
  readonly name: string;
  readonly style: CsvStyle;
  readonly rows: () => readonly (readonly CsvCell[])[];
};

/** Saves a table as a CSV file. The figures are those on screen: nothing the viewer may not see is fetched for it. */
export function CsvButton({ name, style, rows }: CsvButtonProps) {
  const { t } = useLanguage();
  return (
    <button
      type="button"
      className="button button--small"
      onClick={() => {
        saveFile(`${name}.csv`, csvOf(rows(), style), 'text/csv;charset=utf-8');
      }}
    >
      {t.report.download}
    </button>
  );
}
