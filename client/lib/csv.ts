/** How a CSV file is written: Dutch spreadsheets part fields by semicolons and decimals by a comma. */
export type CsvStyle = 'semicolon' | 'comma';

/** A cell: words or a number; null is empty. */
export type CsvCell = string | number | null;

/** What spreadsheets take for the beginning of a formula, also in full width and after quotes or spaces. */
const formulaStart = /^[\s"'\u200b\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

/** Puts an apostrophe before words that a spreadsheet would take for a formula. */
export function guarded(text: string): string {
  return formulaStart.test(text) || /^[\t\r\n]/u.test(text) ? `'${text}` : text;
}

function cellText(cell: CsvCell, style: CsvStyle): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    const text = String(cell);
    return style === 'semicolon' ? text.replace('.', ',') : text;
  }
  const text = guarded(cell);
  return /[";,\r\n]/u.test(text) || text !== cell ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes rows as CSV with a byte order mark, by which spreadsheets know UTF-8, and lines that end as RFC 4180 says. */
export function csvOf(rows: readonly (readonly CsvCell[])[], style: CsvStyle): string {
  const separator = style === 'semicolon' ? ';' : ',';
  return `\ufeff${rows.map((row) => row.map((cell) => cellText(cell, style)).join(separator)).join('\r\n')}\r\n`;
}
