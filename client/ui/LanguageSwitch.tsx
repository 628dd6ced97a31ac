import { useLanguage } from '../lib/i18n/LanguageProvider.tsx';
import type { Language } from '../lib/i18n/language.ts';

const choices: readonly { readonly language: Language; readonly short: string; readonly name: string }[] = [
  { language: 'nl', short: 'NL', name: 'Nederlands' },
  { language: 'en', short: 'EN', name: 'English' },
];

/** Chooses the language of the screens. */
export function LanguageSwitch() {
  const { t, language, setLanguage } = useLanguage();
  return (
    <div className="segmented" role="group" aria-label={t.common.language}>
      {choices.map((choice) => (
        <button
          key={choice.language}
          type="button"
          lang={choice.language}
          className="segmented__item"
          aria-pressed={choice.language === language}
          aria-label={`${choice.short}, ${choice.name}`}
          onClick={() => {
            setLanguage(choice.language);
          }}
        >
          {choice.short}
        </button>
      ))}
    </div>
  );
}
