/** A template's text with its variables (in double braces) replaced; `valueOf` gets each variable's name or number. */
export function fillTemplate(text: string, valueOf: (name: string) => string): string {
  return text.replace(/\{\{\s*([0-9]{1,2}|[a-z][a-z0-9_]{0,59})\s*\}\}/gu, (_whole, name: string) => valueOf(name));
}
