import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { csvOf } from './csv.ts';
import type { CsvCell, CsvStyle } from './csv.ts';

type CsvButtonProps = {
  /** Name of the file without its ending. */
  readonly name: string;
  readonly style: CsvStyle;
  readonly rows: () => readonly (readonly CsvCell[])[];
};

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}

/** Saves a table as a CSV file. The figures are those on screen: nothing the viewer may not see is fetched for it. */
export function CsvButton({ name, style, rows }: CsvButtonProps) {
  const { t } = useLanguage();
  return (
    <button
      type="button"
      className="button button--small"
      onClick={() => {
        save(name, csvOf(rows(), style));
      }}
    >
      {t.report.download}
    </button>
  );
}
