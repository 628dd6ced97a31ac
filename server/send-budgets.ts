/** Limits by `channel.visibility`: so many calls in so long (ms), or null for none. Only what was set is named. */
export type SendBudgets = Readonly<Record<string, { readonly count: number; readonly perMs: number } | null>>;

/** Reads `x.private=15/900,whatsapp.private=off` (calls / seconds); null when a part does not fit. */
export function readBudgets(text: string): SendBudgets | null {
  const budgets: Record<string, { count: number; perMs: number } | null> = {};
  for (const part of text.split(',').filter((each) => each.trim() !== '')) {
    const found = /^\s*([a-z]+\.(?:private|public))=(?:(off)|([1-9]\d{0,5})\/([1-9]\d{0,5}))\s*$/u.exec(part);
    const lane = found?.[1];
    if (!found || lane === undefined) return null;
    budgets[lane] = found[2] === 'off' ? null : { count: Number(found[3]), perMs: Number(found[4]) * 1000 };
  }
  return budgets;
}
