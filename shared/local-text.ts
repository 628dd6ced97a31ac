/** A text for people in both languages of the product. */
export type LocalText = { readonly nl: string; readonly en: string };
