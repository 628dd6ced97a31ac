import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { AdviceChannelsQuery, Visibility } from '#client/gql/graphql.ts';
import { formatDuration } from '#client/lib/durations.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { readingAgain } from '#client/lib/reading-again.ts';
import { CopyWording } from '#client/ui/CopyWording.tsx';
import { EmptyState, ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import { AdviceChannelsDocument, AdviceMapDocument } from './advice-documents.ts';
import { AdviceMap } from './AdviceMap.tsx';
import type { AdviceGrid } from './AdviceMap.tsx';
import { percent } from './percent.ts';
import { SimulationBox } from './SimulationBox.tsx';

type Choice = {
  readonly channel: string;
  readonly visibility: Visibility | null;
  readonly rate: number;
  readonly days: number;
};
type Account = AdviceChannelsQuery['channelAccounts'][number];

const rates = [0.8, 0.9, 0.95] as const;
const periods = [7, 30, 90] as const;
const visibilities = ['private', 'public'] as const;

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

/** Whether a channel has public messages beside private ones. */
function hasPublic(accounts: readonly Account[], channel: string): boolean {
  return accounts.some((account) => account.channel.name === channel && account.channel.maxPublicLength > 0);
}

type TogetherNoteProps = {
  readonly asked: Visibility | null;
  readonly found: Visibility | null;
  readonly alike: boolean;
};

/** Says why a kind that was asked for was taken together with the other. */
function TogetherNote({ asked, found, alike }: TogetherNoteProps) {
  const { t } = useLanguage();
  if (asked === null || found !== null) return null;
  return <p className="muted">{alike ? t.advice.togetherAlike : t.advice.togetherFew}</p>;
}

/** Private and public beside each other, where there are both. */
function KindsNote({ grid, rate }: { readonly grid: AdviceGrid; readonly rate: number }) {
  const { t, language } = useLanguage();
  if (grid.kinds.length < 2) return null;
  const parts = grid.kinds.map(({ visibility, n, withinMs }) => {
    const within = typeof withinMs === 'number' ? formatDuration(withinMs, language) : null;
    return t.advice.kindWithin(t.visibility[visibility], within, n);
  });
  return (
    <p className="muted page__intro">
      {t.advice.kinds(percent(rate, language), parts.join(', '))} {grid.alike ? t.advice.kindsAlike : ''}
    </p>
  );
}

function AdviceNow({ grid, asked }: { readonly grid: AdviceGrid; readonly asked: Visibility | null }) {
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
          <TogetherNote asked={asked} found={now.visibility ?? null} alike={grid.alike} />
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
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!result) return <Skeleton blocks={3} />;
  if (result.__typename !== 'PromiseAdviceGrid') return <Notice tone="bad">{pick(result.message)}</Notice>;
  return (
    <>
      <div className="advice__top">
        <AdviceNow grid={result} asked={choice.visibility} />
        <SimulationBox key={choice.channel} initial={initial} {...choice} />
      </div>
      <KindsNote grid={result} rate={choice.rate} />
      <AdviceMap grid={result} />
    </>
  );
}

function AdviceChoice({ accounts }: { readonly accounts: readonly Account[] }) {
  const { t, language } = useLanguage();
  const channels = new Map(accounts.map(({ channel }) => [channel.name, channel.label]));
  const startOf = (channel: string): Pick<Choice, 'channel' | 'visibility'> => ({
    channel,
    visibility: hasPublic(accounts, channel) ? 'private' : null,
  });
  const [choice, setChoice] = useState<Choice>({ ...startOf([...channels.keys()][0] ?? ''), rate: 0.9, days: 30 });
  const own = accounts.find(({ channel }) => channel.name === choice.channel);
  return (
    <>
      <div className="form__row advice__choice">
        <ChoiceField
          label={t.advice.channel}
          value={choice.channel}
          options={[...channels]}
          onChoose={(channel) => {
            setChoice({ ...choice, ...startOf(channel) });
          }}
        />
        {hasPublic(accounts, choice.channel) ? (
          <ChoiceField
            label={t.advice.kind}
            value={choice.visibility ?? ''}
            options={[...visibilities.map((each) => [each, t.visibility[each]] as const), ['', t.advice.bothKinds]]}
            onChoose={(value) => {
              setChoice({ ...choice, visibility: visibilities.find((each) => each === value) ?? null });
            }}
          />
        ) : null}
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
      {error && !data ? <ErrorState onRetry={readingAgain(refetch)} /> : null}
      {!error && !data ? <Skeleton blocks={3} /> : null}
      {data?.channelAccounts.length === 0 ? <EmptyState icon="inbox" title={t.advice.noChannels} /> : null}
      {data && data.channelAccounts.length > 0 ? <AdviceChoice accounts={data.channelAccounts} /> : null}
    </div>
  );
}
