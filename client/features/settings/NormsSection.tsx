import { useQuery } from '@apollo/client/react';
import { ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { readingAgain } from '#client/lib/reading-again.ts';
import { NormHistory } from './NormHistory.tsx';
import { NormTable } from './NormTable.tsx';
import { WarningsCard } from './WarningsCard.tsx';
import { SettingsPageDocument } from './settings-documents.ts';

/** The brand's reply norms. */
export function NormsSection() {
  const { data, error, refetch } = useQuery(SettingsPageDocument);
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={3} />;
  return (
    <>
      <NormTable norms={data.replyNorms} accounts={data.channelAccounts} />
      <NormHistory norms={data.replyNormHistory} current={data.replyNorms} />
      <WarningsCard />
    </>
  );
}
