import type { MessageItem_MessageFragment } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';

type DeviationLineProps = { readonly deviation: NonNullable<MessageItem_MessageFragment['deviation']> };

/** That a reply was sent against the draft check, and why; leads and its writer see it. */
export function DeviationLine({ deviation }: DeviationLineProps) {
  const { t } = useLanguage();
  return (
    <p className="message__deviation muted">
      <Icon name="flag" size={13} /> {t.templates.deviation}: <q className="words">{deviation.reason}</q>
    </p>
  );
}
