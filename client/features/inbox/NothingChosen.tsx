import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { EmptyState } from '#client/ui/StateViews.tsx';

/** Fills the place of the conversation while none is chosen. */
export function NothingChosen() {
  const { t } = useLanguage();
  return <EmptyState icon="inbox" title={t.inbox.choose} hint={t.inbox.chooseHint} />;
}
