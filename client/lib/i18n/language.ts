/** The languages of the screens. */
export type Language = 'nl' | 'en';

/** How dates and figures are written in each. */
export const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** A text that the server or shared code gives in both languages. */
export type LocalText = { readonly nl: string; readonly en: string };

const storageKey = 'woordhouder.language';

/** The language chosen earlier in this browser, Dutch when none was. */
export function loadLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'nl';
}

/** Remembers the language for the next visit. */
export function saveLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}
