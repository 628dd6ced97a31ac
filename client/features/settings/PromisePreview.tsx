import { useDeferredValue } from 'react';
import { readPromises } from '#shared/promises/promise-reader.ts';
import type { OpeningHours } from '#shared/time/opening-hours.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { Icon } from '#client/ui/Icon.tsx';

/** The promises a text would make if a customer wrote now, by the reader that will hold us to them. */
export function PromisePreview({
  text,
  vagueMaxMs,
  hours,
}: {
  readonly text: string;
  readonly vagueMaxMs: number;
  readonly hours: OpeningHours;
}) {
  const { t, pick } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const promises = readPromises(useDeferredValue(text), { madeAt: now, hours, vagueMaxMs });
  return (
    <div className="preview" aria-live="polite">
      <p className="card__label">{t.settings.preview}</p>
      {promises.length === 0 ? <p className="muted">{t.settings.previewNone}</p> : null}
      <ul className="preview__list">
        {promises.map((promise) => (
          <li key={promise.start}>
            <p>
              <Icon name="flag" size={14} /> <q className="words">{promise.wording}</q>{' '}
              <span className="tag">{t.promise.kinds[promise.kind]}</span>
            </p>
            <p className="muted">{pick(promise.understood)}</p>
            {promise.kind === 'vague' ? <p className="is-soon">{t.settings.previewVague}</p> : null}
          </li>
        ))}
      </ul>
      {promises.length === 0 ? null : <p className="muted">{t.settings.previewAt(dates.day(now))}</p>}
    </div>
  );
}
