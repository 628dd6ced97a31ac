import { useQuery } from '@apollo/client/react';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useViewer } from '#client/lib/viewer.ts';
import { EmptyState, ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { AccountCard } from './AccountCard.tsx';
import { AddAccountForm } from './AddAccountForm.tsx';
import { NormTable } from './NormTable.tsx';
import { vagueMeaningOf } from './norm-lengths.ts';
import { SettingsPageDocument } from './settings-documents.ts';

function Settings() {
  const { t } = useLanguage();
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(SettingsPageDocument);
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
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
      <NormTable norms={replyNorms} accounts={channelAccounts} />
    </>
  );
}

/** Channel accounts with their automatic replies, and reply norms; for leads and admins. */
export function SettingsPage() {
  const { t } = useLanguage();
  const { role } = useViewer();
  return (
    <div className="page">
      <h1>{t.settings.title}</h1>
      {role === 'lead' || role === 'admin' ? <Settings /> : <EmptyState icon="lock" title={t.settings.noAccess} />}
    </div>
  );
}
