import { useLanguage } from '../lib/i18n/LanguageProvider.tsx';

/** The product's name with its sign: a speech bubble that holds a tick. */
export function Wordmark() {
  const { t } = useLanguage();
  return (
    <span className="wordmark">
      <svg className="wordmark__sign" viewBox="0 0 32 32" width="28" height="28" aria-hidden focusable="false">
        <rect width="32" height="32" rx="9" className="wordmark__ground" />
        <path
          className="wordmark__bubble"
          d="M8 10.5C8 9.1 9 8 10.4 8h11.2C23 8 24 9.1 24 10.5v7c0 1.4-1 2.5-2.4 2.5H16l-5 4.5V20h-.6C9 20 8 18.9 8 17.5z"
        />
        <path className="wordmark__tick" d="m12.3 14 2.6 2.6 4.9-5" />
      </svg>
      <span className="wordmark__name">{t.common.appName}</span>
    </span>
  );
}
