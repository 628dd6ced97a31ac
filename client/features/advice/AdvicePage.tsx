import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { AdviceChannelsQuery } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { CopyWording } from '#client/ui/CopyWording.tsx';
import { EmptyState, ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import { AdviceChannelsDocument, AdviceMapDocument } from './advice-documents.ts';
import { AdviceMap } from './AdviceMap.tsx';
import type { AdviceGrid } from './AdviceMap.tsx';
import { percent } from './percent.ts';
import { SimulationBox } from './SimulationBox.tsx';

type Choice = { readonly channel: string; readonly rate: number; readonly days: number };
type Account = AdviceChannelsQuery['channelAccounts'][number];

const rates = [0.8, 0.9, 0.95] as const;
const periods = [7, 30, 90] as const;

function ChoiceField({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <label className="field">
      <span className="field__label">{label}</span>
      <select
        className="input"
        value={value}
        onChange={(event) => {
          onChoose(event.target.value);
        }}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function AdviceNow({ grid }: { readonly grid: AdviceGrid }) {
  const { t, pick, language } = useLanguage();
  const { now, queue } = grid;
  return (
    <section aria-labelledby="advice-now-title" className="card">
      <h2 id="advice-now-title">{t.advice.nowTitle}</h2>
      {now ? (
        <>
          <p className="advice-now__words">{pick(now.sentence)}</p>
          <p className="muted">
            {t.advice.basis(now.n, percent(now.keptShare, language), t.advice.levels[now.level])}{' '}
            {t.advice.queue(queue)}.
          </p>
          <CopyWording text={pick(now.sentence)} />
        </>
      ) : (
        <p>{t.advice.nowNone}</p>
      )}
    </section>
  );
}

function AdviceBody({ choice, initial }: { readonly choice: Choice; readonly initial: string }) {
  const { pick } = useLanguage();
  const { data, previousData, error, refetch } = useQuery(AdviceMapDocument, {
    variables: choice,
    fetchPolicy: 'cache-and-network',
  });
  const result = (data ?? previousData)?.promiseAdvice;
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  if (!result) return <Skeleton blocks={3} />;
  if (result.__typename !== 'PromiseAdviceGrid') return <Notice tone="bad">{pick(result.message)}</Notice>;
  return (
    <>
      <div className="advice__top">
        <AdviceNow grid={result} />
        <SimulationBox key={choice.channel} initial={initial} {...choice} />
      </div>
      <AdviceMap grid={result} />
    </>
  );
}

function AdviceChoice({ accounts }: { readonly accounts: readonly Account[] }) {
  const { t, language } = useLanguage();
  const channels = new Map(accounts.map(({ channel }) => [channel.name, channel.label]));
  const [choice, setChoice] = useState<Choice>({ channel: [...channels.keys()][0] ?? '', rate: 0.9, days: 30 });
  const own = accounts.find(({ channel }) => channel.name === choice.channel);
  return (
    <>
      <div className="form__row advice__choice">
        <ChoiceField
          label={t.advice.channel}
          value={choice.channel}
          options={[...channels]}
          onChoose={(channel) => {
            setChoice({ ...choice, channel });
          }}
        />
        <ChoiceField
          label={t.advice.rate}
          value={String(choice.rate)}
          options={rates.map((rate) => [String(rate), percent(rate, language)])}
          onChoose={(rate) => {
            setChoice({ ...choice, rate: Number(rate) });
          }}
        />
        <ChoiceField
          label={t.advice.days}
          value={String(choice.days)}
          options={periods.map((days) => [String(days), t.advice.lastDays(days)])}
          onChoose={(days) => {
            setChoice({ ...choice, days: Number(days) });
          }}
        />
      </div>
      <AdviceBody choice={choice} initial={own?.autoReply.current?.text ?? ''} />
    </>
  );
}

/** The adviser: what can honestly be promised now and in each hour of the week, and any text tried against what happened. */
export function AdvicePage() {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(AdviceChannelsDocument);
  return (
    <div className="page page--wide advice">
      <header>
        <h1>{t.advice.title}</h1>
        <p className="page__intro muted">{t.advice.intro}</p>
      </header>
      {error && !data ? <ErrorState onRetry={() => void refetch()} /> : null}
      {!error && !data ? <Skeleton blocks={3} /> : null}
      {data?.channelAccounts.length === 0 ? <EmptyState icon="inbox" title={t.advice.noChannels} /> : null}
      {data && data.channelAccounts.length > 0 ? <AdviceChoice accounts={data.channelAccounts} /> : null}
    </div>
  );
}
