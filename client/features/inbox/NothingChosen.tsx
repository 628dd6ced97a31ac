import type { ReactNode } from 'react';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { EmptyState } from '#client/ui/StateViews.tsx';

/** Fills the place of the conversation while none is chosen; `more` stands below the hint. */
export function NothingChosen({ more }: { readonly more: ReactNode }) {
  const { t } = useLanguage();
  return (
    <div className="nothing-chosen">
      <EmptyState icon="inbox" title={t.inbox.choose} hint={t.inbox.chooseHint} />
      {more}
    </div>
  );
}
