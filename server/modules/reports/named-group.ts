import type { FigureGroup } from './report.ts';

/** A group with what to call it in both languages; `wording` = the words of an automatic reply, where it is one. */
export type NamedGroup = FigureGroup & {
  readonly label: { readonly nl: string; readonly en: string };
  readonly wording: string | null;
};
