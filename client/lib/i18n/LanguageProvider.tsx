import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { en } from './en.ts';
import { loadLanguage, saveLanguage } from './language.ts';
import type { Language, LocalText } from './language.ts';
import { nl } from './nl.ts';
import type { Dictionary } from './nl.ts';

type LanguageValue = {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly t: Dictionary;
  readonly pick: (text: LocalText) => string;
};

const dictionaries: Record<Language, Dictionary> = { nl, en };

const LanguageContext = createContext<LanguageValue>({
  language: 'nl',
  setLanguage: () => undefined,
  t: nl,
  pick: (text) => text.nl,
});

/** Holds the language of the screens and sets it on the document. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(loadLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    saveLanguage(language);
  }, [language]);
  const value = useMemo<LanguageValue>(
    () => ({ language, setLanguage, t: dictionaries[language], pick: (text) => text[language] }),
    [language],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** The texts of the screen (`t`), the choice among server texts (`pick`) and the language itself. */
export function useLanguage(): LanguageValue {
  return useContext(LanguageContext);
}
