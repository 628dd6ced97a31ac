import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { EmptyState } from '#client/ui/StateViews.tsx';

/** What is shown at an address that leads nowhere, or when a whole screen stopped working. */
export function MissingPage({ crashed = false }: { readonly crashed?: boolean }) {
  const { t } = useLanguage();
  return (
    <div className="page">
      <EmptyState icon="question" title={crashed ? t.common.somethingWrong : t.common.notFound} />
      <p className="state">
        <a className="button" href="/inbox">
          {t.common.toInbox}
        </a>
      </p>
    </div>
  );
}
