import { useQuery } from '@apollo/client/react';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useViewer } from '#client/lib/viewer.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { EmptyState, ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { AccountCard } from './AccountCard.tsx';
import { AddAccountForm } from './AddAccountForm.tsx';
import { DeadLetters } from './DeadLetters.tsx';
import { vagueMeaningOf } from './norm-lengths.ts';
import { SettingsPageDocument } from './settings-documents.ts';

/** Channel accounts with their automatic replies and connections, and deliveries that failed. */
export function ChannelsSection() {
  const { t } = useLanguage();
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(SettingsPageDocument);
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={5} />;
  const { channelAccounts, replyNorms } = data;
  return (
    <>
      <section aria-labelledby="accounts-title">
        <h2 id="accounts-title">{t.settings.accounts}</h2>
        {channelAccounts.length === 0 ? <EmptyState icon="inbox" title={t.settings.accountsEmpty} /> : null}
        <div className="cards">
          {channelAccounts.map((account) => (
            <AccountCard
              key={account.id}
              account={account}
              vagueMaxMs={vagueMeaningOf(replyNorms, account.channel.name)}
            />
          ))}
          {viewer.role === 'admin' ? <AddAccountForm /> : null}
        </div>
      </section>
      <DeadLetters />
    </>
  );
}
