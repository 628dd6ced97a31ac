import { useId } from 'react';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';

type OverrideReasonProps = { readonly reason: string; readonly onChange: (reason: string) => void };

/** The shortest reason that tells a colleague something; the server holds the same. */
export const shortestReason = 5;
const longestReason = 500;

/** Why errors stay in: asked once all of them were accepted, kept with the reply. */
export function OverrideReason({ reason, onChange }: OverrideReasonProps) {
  const { t } = useLanguage();
  const hintId = useId();
  return (
    <label className="field override-reason">
      <span className="field__label">{t.templates.overrideReason}</span>
      <input
        className="input"
        value={reason}
        maxLength={longestReason}
        aria-describedby={hintId}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <span id={hintId} className="muted">
        {t.templates.overrideHint}
      </span>
    </label>
  );
}
