import type { ReactNode } from 'react';
import { useLanguage } from '../lib/i18n/LanguageProvider.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

/** What is shown when there is nothing to show. */
export function EmptyState({
  icon,
  title,
  hint,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly hint?: string;
}) {
  return (
    <div className="state">
      <span className="state__icon">
        <Icon name={icon} size={26} />
      </span>
      <p className="state__title">{title}</p>
      {hint === undefined ? null : <p className="state__hint">{hint}</p>}
    </div>
  );
}

/** What is shown when fetching failed, with a way to try again. */
export function ErrorState({ onRetry, text }: { readonly onRetry?: () => void; readonly text?: string }) {
  const { t } = useLanguage();
  return (
    <div className="state" role="alert">
      <span className="state__icon state__icon--bad">
        <Icon name="alert" size={26} />
      </span>
      <p className="state__title">{t.common.somethingWrong}</p>
      <p className="state__hint">{text ?? t.common.loadFailed}</p>
      {onRetry ? (
        <button type="button" className="button" onClick={onRetry}>
          {t.common.retry}
        </button>
      ) : null}
    </div>
  );
}

/** Grey bars in the shape of what is coming. `lines` bars per block. */
export function Skeleton({ blocks, lines = 3 }: { readonly blocks: number; readonly lines?: number }) {
  const { t } = useLanguage();
  const bars = Array.from({ length: lines }, (_, line) => <span key={line} className="skeleton__bar" />);
  return (
    <div className="skeleton" role="status" aria-label={t.common.loading}>
      {Array.from({ length: blocks }, (_, block) => (
        <div key={block} className="skeleton__block">
          {bars}
        </div>
      ))}
    </div>
  );
}

/** A short message about what happened; `tone` decides colour and icon, the words tell it too. */
export function Notice({
  tone,
  children,
}: {
  readonly tone: 'bad' | 'warn' | 'good' | 'info';
  readonly children: ReactNode;
}) {
  const icons = { bad: 'alert', warn: 'alert', good: 'check', info: 'question' } as const;
  return (
    <div className={`notice notice--${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <div>{children}</div>
    </div>
  );
}
