import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { useViewer } from '#client/lib/viewer.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { EmptyState, ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import { CueCauses, CueChannels } from './CueCauses.tsx';
import { cuePeriods, periodOf, readCueChoice } from './cue-choice.ts';
import type { CueChoice } from './cue-choice.ts';
import { CueCourse } from './CueCourse.tsx';
import { CueMessagesDialog } from './CueMessagesDialog.tsx';
import { percentText, pointsText } from './cue-text.ts';
import { CueTrendDocument } from './cue-trend-documents.ts';
import type { ChosenSign, CueTrendData } from './cue-trend-types.ts';

type Change = Partial<Readonly<Record<keyof CueChoice, string | null>>>;
type Channels = readonly { readonly channel: { readonly name: string; readonly label: string } }[];

type FiltersProps = {
  readonly choice: CueChoice;
  readonly accounts: Channels;
  readonly onChange: (change: Change) => void;
};

function CueFilters({ choice, accounts, onChange }: FiltersProps) {
  const { t } = useLanguage();
  const channels = new Map(accounts.map(({ channel }) => [channel.name, channel.label]));
  return (
    <div className="report__filters">
      <div className="segmented" role="group" aria-label={t.cueTrend.period}>
        {cuePeriods.map((days) => (
          <button
            key={days}
            type="button"
            className="segmented__item"
            aria-pressed={choice.days === days}
            onClick={() => {
              onChange({ days: String(days), step: null });
            }}
          >
            {t.cueTrend.lastDays(days)}
          </button>
        ))}
      </div>
      <label className="field">
        <span className="field__label">{t.cueTrend.channel}</span>
        <select
          className="input input--small"
          value={choice.channel ?? ''}
          onChange={(event) => {
            onChange({ channel: event.target.value === '' ? null : event.target.value });
          }}
        >
          <option value="">{t.cueTrend.allChannels}</option>
          {[...channels].map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

type WithSign = { readonly trend: CueTrendData; readonly onSign: (sign: ChosenSign) => void };

function ShowButton({ code, name, onSign }: ChosenSign & Pick<WithSign, 'onSign'>) {
  const { t } = useLanguage();
  return (
    <p>
      <button
        type="button"
        className="button button--small"
        aria-label={t.cueTrend.show(name)}
        onClick={() => {
          onSign({ code, name });
        }}
      >
        {t.cueTrend.showAll}
      </button>
    </p>
  );
}

function CueFigures({ trend, onSign }: WithSign) {
  const { t, pick, language } = useLanguage();
  const { total, previous, causes } = trend;
  const [fastest] = causes.filter(({ change }) => typeof change === 'number' && change > 0);
  const { rate, hits, n } = total.dissatisfied;
  return (
    <div className="figures">
      <section className="figure">
        <h2 className="figure__title">{t.cueTrend.received}</h2>
        <p className="figure__value">{total.received}</p>
        <p className="muted">{t.cueTrend.before(String(previous.received))}</p>
      </section>
      <section className="figure">
        <h2 className="figure__title">{t.cueTrend.dissatisfied}</h2>
        <p className="figure__value">{percentText(rate, language)}</p>
        <p className="muted">
          {t.cueTrend.outOf(hits, n)}; {t.cueTrend.before(percentText(previous.dissatisfied.rate, language))}
        </p>
        <p className="muted">{t.cueTrend.dissatisfiedHint}</p>
        <ShowButton code="dissatisfaction" name={t.judge.dissatisfied} onSign={onSign} />
      </section>
      <section className="figure">
        <h2 className="figure__title">{t.cueTrend.fastest}</h2>
        {fastest && typeof fastest.change === 'number' ? (
          <>
            <p className="figure__value">{pick(fastest.label)}</p>
            <p className="muted">
              {t.cueTrend.points(pointsText(fastest.change, language))} ·{' '}
              {fastest.certain ? t.cueTrend.certain : t.cueTrend.uncertain}
            </p>
            <ShowButton code={fastest.code} name={pick(fastest.label)} onSign={onSign} />
          </>
        ) : (
          <p className="figure__value">{t.cueTrend.noRise}</p>
        )}
      </section>
    </div>
  );
}

function useCueTrend(choice: CueChoice) {
  const dates = useDates();
  const now = useNow(60_000);
  const input = { ...periodOf(choice.days, dates.dayKey(now)), channel: choice.channel };
  const { data, previousData, error, loading, refetch } = useQuery(CueTrendDocument, {
    variables: { input, step: choice.step },
    fetchPolicy: 'cache-and-network',
  });
  // The old figures stay while new ones come.
  const shown = data ?? previousData;
  return { input, shown, failed: error !== undefined && !shown, loading, retry: readingAgain(refetch) };
}

type BodyProps = WithSign & { readonly choice: CueChoice; readonly onChange: (change: Change) => void };

function CueTrendBody({ trend, choice, onSign, onChange }: BodyProps) {
  const { t } = useLanguage();
  if (trend.total.received === 0) {
    return <EmptyState icon="chart" title={t.cueTrend.empty} hint={t.cueTrend.emptyHint} />;
  }
  return (
    <>
      <CueFigures trend={trend} onSign={onSign} />
      <CueCourse
        trend={trend}
        step={choice.step}
        onStep={(step) => {
          onChange({ step });
        }}
      />
      <CueCauses trend={trend} onSign={onSign} />
      <CueChannels trend={trend} onSign={onSign} />
    </>
  );
}

/** What customers feel and meet with over time: figures, the course, what rises, and the conversations behind each. Not for agents. */
export function CueTrendPage() {
  const { t } = useLanguage();
  const { role } = useViewer();
  if (role !== 'agent') return <CueTrendView />;
  return (
    <div className="page">
      <h1>{t.cueTrend.title}</h1>
      <EmptyState icon="lock" title={t.cueTrend.noAccess} />
    </div>
  );
}

function CueTrendView() {
  const { t, pick } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const [sign, setSign] = useState<ChosenSign | null>(null);
  const choice = readCueChoice(search);
  const { input, shown, failed, loading, retry } = useCueTrend(choice);
  const result = shown?.cueTrend;
  const change = (part: Change): void => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(part)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setSearch(next, { replace: true });
  };
  return (
    <div className="page" aria-busy={loading}>
      <header>
        <h1>{t.cueTrend.title}</h1>
        <p className="page__intro muted">{t.cueTrend.intro}</p>
        <CueFilters choice={choice} accounts={shown?.channelAccounts ?? []} onChange={change} />
      </header>
      {result && 'message' in result ? <Notice tone="bad">{pick(result.message)}</Notice> : null}
      {failed ? <ErrorState onRetry={retry} /> : null}
      {!shown && !failed ? <Skeleton blocks={5} /> : null}
      {result && 'total' in result ? (
        <CueTrendBody trend={result} choice={choice} onSign={setSign} onChange={change} />
      ) : null}
      {sign === null ? null : (
        <CueMessagesDialog
          sign={sign}
          input={input}
          onClose={() => {
            setSign(null);
          }}
        />
      )}
    </div>
  );
}
