import { useMutation, useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import type { ChannelCare_AccountFragment, ChannelCare_LagFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { formatDuration } from '#client/lib/durations.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { useSaving } from '#client/lib/use-saving.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { Icon, type IconName } from '#client/ui/Icon.tsx';
import { ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import {
  ChannelCareDocument,
  CheckChannelDocument,
  FetchMissedDocument,
  ResubscribeDocument,
} from './care-documents.ts';

type Care = ChannelCare_AccountFragment['care'];
type State = 'good' | 'silent' | 'lost' | 'partly' | 'unknown';

const looks: Record<State, { readonly tone: string; readonly icon: IconName }> = {
  good: { tone: 'calm', icon: 'calm' },
  silent: { tone: 'due', icon: 'clock' },
  lost: { tone: 'missed', icon: 'alert' },
  partly: { tone: 'due', icon: 'alert' },
  unknown: { tone: 'waiting', icon: 'question' },
};

function stateOf({ silentSince, subscription }: Care): State {
  if (subscription.status === 'lost') return 'lost';
  if (silentSince !== null) return 'silent';
  return subscription.status === 'subscribed' ? 'good' : subscription.status;
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function useWords() {
  const { t, language } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const moment = (at: string): string => dates.moment(at, now);
  const lag = ({ meanMs, longestMs }: ChannelCare_LagFragment): string =>
    meanMs === null || longestMs === null
      ? t.care.noLag
      : t.care.lag(formatDuration(meanMs, language), formatDuration(longestMs, language));
  const silence = ({ silentSince, usualUntil, learnedDays }: Care): string => {
    if (silentSince !== null) return t.care.silentSince(moment(silentSince));
    if (usualUntil !== null) return t.care.usualUntil(moment(usualUntil));
    return learnedDays < 14 ? t.care.learning(learnedDays) : t.care.rarely;
  };
  return { moment, lag, silence };
}

function Facts({ care }: { readonly care: Care }) {
  const { t, pick } = useLanguage();
  const { moment, lag, silence } = useWords();
  const { subscription, lastFault } = care;
  const checked = subscription.checkedAt === null ? '' : ` (${t.care.checked(moment(subscription.checkedAt))})`;
  return (
    <dl className="health__facts">
      <Fact label={t.care.events}>{t.care.eventCount(care.eventsLastDay)}</Fact>
      <Fact label={t.care.silence}>{silence(care)}</Fact>
      <Fact label={t.care.platformLag}>{lag(care.platformLag)}</Fact>
      <Fact label={t.care.ownLag}>{lag(care.ownLag)}</Fact>
      <Fact label={t.care.subscription}>
        {t.care.status[subscription.status]}
        {checked}
      </Fact>
      {lastFault === null ? null : (
        <Fact label={t.care.lastFault}>
          {pick(lastFault.message)} ({lastFault.code}, {moment(lastFault.at)})
        </Fact>
      )}
    </dl>
  );
}

function Missed({ care }: { readonly care: Care }) {
  const { t, pick } = useLanguage();
  const { moment } = useWords();
  const streams: Readonly<Record<string, string>> = t.care.streams;
  return (
    <div className="care__part">
      <p className="card__label">{t.care.missed}</p>
      <p className="muted">{pick(care.missedNote)}</p>
      <dl className="health__facts">
        {care.missedReads.map(({ stream, underWay, readUntil, items }) => (
          <Fact key={stream} label={streams[stream] ?? stream}>
            {underWay
              ? t.care.reading
              : readUntil === null
                ? t.care.notRead
                : t.care.readUntil(moment(readUntil), items ?? 0)}
          </Fact>
        ))}
      </dl>
    </div>
  );
}

function Notices({ notices }: { readonly notices: Care['notices'] }) {
  const { t } = useLanguage();
  const { moment } = useWords();
  if (notices.length === 0) return null;
  const names: Readonly<Record<string, string>> = t.care.noticeNames;
  return (
    <div className="care__part">
      <p className="card__label">{t.care.notices}</p>
      <ul className="care__notices">
        {notices.map((notice) => (
          <li key={`${notice.name}${notice.receivedAt}${notice.text}`}>
            <strong>{names[notice.name] ?? notice.name}</strong> {notice.text}{' '}
            <span className="muted">{moment(notice.receivedAt)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Actions({
  accountId,
  care,
  name,
}: {
  readonly accountId: string;
  readonly care: Care;
  readonly name: string;
}) {
  const { t } = useLanguage();
  const [check, checking] = useMutation(CheckChannelDocument);
  const [resubscribe, subscribing] = useMutation(ResubscribeDocument);
  const [fetchMissed, fetching] = useMutation(FetchMissedDocument);
  const checked = useSaving(t.care.checkDone, () => undefined);
  const subscribed = useSaving(t.care.resubscribeDone, () => undefined);
  const fetched = useSaving(t.care.fetchDone, () => undefined);
  const busy = checking.loading || subscribing.loading || fetching.loading;
  const problem = checked.problem ?? subscribed.problem ?? fetched.problem;
  const variables = { accountId };
  const button = (label: string, act: () => Promise<void>, isMain = false) => (
    <button
      type="button"
      className={isMain ? 'button button--small button--primary' : 'button button--small'}
      aria-label={`${label}: ${name}`}
      disabled={busy}
      onClick={() => {
        void act();
      }}
    >
      {label}
    </button>
  );
  const canFetch = care.missedReads.length > 0;
  return (
    <>
      {care.canSubscribe ? null : <p className="muted">{t.care.cannotCheck}</p>}
      {care.subscription.missing.length === 0 ? null : (
        <p className="muted">{t.care.missing(care.subscription.missing.join(', '))}</p>
      )}
      {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
      <div className="care__actions">
        {button(t.care.check, () => checked.save(async () => (await check({ variables })).data?.checkChannel))}
        {care.canSubscribe
          ? button(
              t.care.resubscribe,
              () => subscribed.save(async () => (await resubscribe({ variables })).data?.resubscribeChannel),
              care.subscription.status === 'lost',
            )
          : null}
        {canFetch
          ? button(t.care.fetch, () =>
              fetched.save(async () => (await fetchMissed({ variables })).data?.fetchMissedMessages),
            )
          : null}
      </div>
    </>
  );
}

/** How well an account is connected: silence, delays, subscription, what is read afterwards and what the platform told. */
export function ChannelCare({ accountId, name }: { readonly accountId: string; readonly name: string }) {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(ChannelCareDocument, { pollInterval: 60_000 });
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  const care = data?.channelAccounts.find(({ id }) => id === accountId)?.care;
  if (!care) return <Skeleton blocks={1} lines={3} />;
  const state = stateOf(care);
  return (
    <section className="care" aria-label={t.care.title(name)}>
      <span className={`risk risk--${looks[state].tone}`}>
        <Icon name={looks[state].icon} size={14} /> {t.care.state[state]}
      </span>
      <Actions accountId={accountId} care={care} name={name} />
      <details className="care__more" open={state !== 'good' && state !== 'unknown'}>
        <summary>{t.care.more}</summary>
        <Facts care={care} />
        <Missed care={care} />
        <Notices notices={care.notices} />
      </details>
    </section>
  );
}
