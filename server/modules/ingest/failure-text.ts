const longest = 200;

/**
 * Why something failed, in the words of the error but without anything it quotes: databases and parsers put pieces of what
 * they were given between quotes and braces, and that may be a customer's text.
 */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure';
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : null;
  const words = error.message
    .replace(/(["'`“‘])[\s\S]*?(["'`”’]|$)/gu, '…')
    .replace(/[{[][\s\S]*[}\]]/gu, '…')
    .replace(/\s+/gu, ' ')
    .trim();
  const name = code === null ? error.name : `${error.name} ${String(code)}`;
  return Array.from(`${name}: ${words}`).slice(0, longest).join('');
}
