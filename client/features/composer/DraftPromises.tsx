import { useDeferredValue } from 'react';
import { readPromises } from '#shared/promises/promise-reader.ts';
import type { OpeningHours } from '#shared/time/opening-hours.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';

type DraftPromisesProps = {
  readonly text: string;
  readonly vagueMaxMs: number;
  readonly hours: OpeningHours;
  readonly now: Date;
};

/** What the draft promises, read by the same reader that will hold us to it after sending. */
export function DraftPromises({ text, vagueMaxMs, hours, now }: DraftPromisesProps) {
  const { t, pick } = useLanguage();
  const promises = readPromises(useDeferredValue(text), { madeAt: now, hours, vagueMaxMs });
  if (promises.length === 0) return null;
  return (
    <ul className="draft-promises" aria-label={t.composer.promiseRead}>
      {promises.map((promise) => (
        <li key={promise.start}>
          <Icon name="flag" size={14} /> <q className="words">{promise.wording}</q>{' '}
          <span className="muted">{pick(promise.understood)}</span>
        </li>
      ))}
    </ul>
  );
}
