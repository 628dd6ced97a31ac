import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { addDays } from '#shared/time/zoned-time.ts';
import { QualitySampleDocument } from './quality-documents.ts';
import { QualityCourse } from './QualityCourse.tsx';
import { Sample } from './Sample.tsx';

const periods = [14, 30, 90] as const;
const sizes = [3, 5, 10, 20] as const;

/** What is sampled and shown. */
type Choice = {
  readonly days: number;
  readonly teamId: string | null;
  readonly perWriter: number;
  readonly round: number;
};

type FilterProps = {
  readonly choice: Choice;
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (change: Partial<Choice>) => void;
};

function Filters({ choice, teams, onChange }: FilterProps) {
  const { t } = useLanguage();
  return (
    <div className="report__filters">
      <div className="segmented" role="group" aria-label={t.quality.period}>
        {periods.map((days) => (
          <button
            key={days}
            type="button"
            className="segmented__item"
            aria-pressed={choice.days === days}
            onClick={() => {
              onChange({ days, round: 1 });
            }}
          >
            {t.quality.lastDays(days)}
          </button>
        ))}
      </div>
      {teams.length === 0 ? null : (
        <label className="field">
          <span className="field__label">{t.quality.team}</span>
          <select
            className="input input--small"
            value={choice.teamId ?? ''}
            onChange={(event) => {
              onChange({ teamId: event.target.value === '' ? null : event.target.value, round: 1 });
            }}
          >
            <option value="">{t.quality.everybody}</option>
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="field">
        <span className="field__label">{t.quality.perWriter}</span>
        <select
          className="input input--small"
          value={choice.perWriter}
          onChange={(event) => {
            onChange({ perWriter: Number(event.target.value), round: 1 });
          }}
        >
          {sizes.map((size) => (
            <option key={size} value={size}>
              {size}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Sampling, scoring and the course of scores, for leads. */
export function LeadReviews() {
  const { t } = useLanguage();
  const today = useDates().dayKey(useNow(60_000));
  const [choice, setChoice] = useState<Choice>({ days: 30, teamId: null, perWriter: 5, round: 1 });
  const { days, teamId, perWriter, round } = choice;
  const period = { from: addDays(today, 1 - days), to: today, teamId };
  const input = { ...period, perWriter, round };
  const { data, error, refetch } = useQuery(QualitySampleDocument, {
    variables: { input },
    fetchPolicy: 'cache-and-network',
  });
  const change = (part: Partial<Choice>): void => {
    setChoice({ ...choice, ...part });
  };
  const sample = data?.qualitySample;
  return (
    <>
      <p className="muted page__intro">{t.quality.intro}</p>
      <Filters choice={choice} teams={data?.teams ?? []} onChange={change} />
      {sample ? (
        <Sample
          key={JSON.stringify(input)}
          sample={sample}
          round={round}
          onRound={(to) => {
            change({ round: to });
          }}
        />
      ) : null}
      {!sample && error ? <ErrorState onRetry={readingAgain(refetch)} /> : null}
      {!sample && !error ? <Skeleton blocks={3} /> : null}
      <QualityCourse period={period} long={days > 30} />
    </>
  );
}
