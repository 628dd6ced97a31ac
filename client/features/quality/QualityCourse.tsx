import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import type { QualityMean_FieldsFragment, QualityTrendQuery } from '#client/gql/graphql.ts';
import { dayText } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { readingAgain } from '#client/lib/reading-again.ts';
import { EmptyState, ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { qualityParts } from '#shared/quality/quality-parts.ts';
import { QualityTrendDocument } from './quality-documents.ts';

// The chart library is large and only figures need it.
const CourseChart = lazy(async () => ({ default: (await import('#client/ui/CourseChart.tsx')).CourseChart }));

type Step = 'week' | 'month';
type Trend = Extract<QualityTrendQuery['qualityTrend'], { __typename: 'QualityTrend' }>;
type Mean = QualityMean_FieldsFragment;

function MeanFigure({ mean: { mean, count } }: { readonly mean: Mean }) {
  const { t, language } = useLanguage();
  if (count === 0) return '–';
  const figure = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <>
      {mean === null ? <span className="muted">{t.quality.tooFew}</span> : figure.format(mean)}{' '}
      <span className="muted">({t.quality.meanOf(count)})</span>
    </>
  );
}

function CourseTable({ trend, step }: { readonly trend: Trend; readonly step: Step }) {
  const { t, language } = useLanguage();
  return (
    <details className="report__table">
      <summary>{t.quality.asTable}</summary>
      <div className="table-box" role="region" aria-label={t.quality.trend} tabIndex={0}>
        <table className="table table--figures">
          <thead>
            <tr>
              <th scope="col">{step === 'week' ? t.quality.weekOf : t.quality.monthOf}</th>
              <th scope="col">{t.quality.replies}</th>
              {qualityParts.map((part) => (
                <th key={part} scope="col">
                  {t.quality.parts[part]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trend.steps.map(({ from, replies, means }) => (
              <tr key={from}>
                <th scope="row">{dayText(from, language)}</th>
                <td>{replies}</td>
                {means.map((mean) => (
                  <td key={mean.part}>
                    <MeanFigure mean={mean} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Figures({ trend, step }: { readonly trend: Trend; readonly step: Step }) {
  const { t, language } = useLanguage();
  if (trend.replies === 0)
    return <EmptyState icon="chart" title={t.quality.trendEmpty} hint={t.quality.trendEmptyHint} />;
  const points = trend.steps.map(({ from, means }) => ({
    name: dayText(from, language),
    ...Object.fromEntries(means.map(({ part, mean }) => [part, mean])),
  }));
  return (
    <>
      <p className="muted">{t.quality.trendIntro(trend.replies)}</p>
      <dl className="quality-facts">
        {trend.means.map((mean) => (
          <div key={mean.part}>
            <dt>{t.quality.parts[mean.part]}</dt>
            <dd>
              <MeanFigure mean={mean} />
            </dd>
          </div>
        ))}
      </dl>
      {trend.steps.some(({ means }) => means.some(({ mean }) => mean !== null)) ? (
        <Suspense fallback={<Skeleton blocks={2} />}>
          <CourseChart
            points={points}
            scale={[1, 5]}
            lines={qualityParts.map((part) => ({ key: part, name: t.quality.parts[part] }))}
          />
        </Suspense>
      ) : null}
      <CourseTable trend={trend} step={step} />
    </>
  );
}

type QualityCourseProps = {
  readonly period: { readonly from: string; readonly to: string; readonly teamId: string | null };
  /** A period of more than a month: then the course is offered by month as well as by week. */
  readonly long: boolean;
};

/** The mean scores of a team over time: lines and a table. */
export function QualityCourse({ period, long }: QualityCourseProps) {
  const { t } = useLanguage();
  const [wanted, setStep] = useState<Step>('week');
  const step = long ? wanted : 'week';
  const { data, error, refetch } = useQuery(QualityTrendDocument, {
    variables: { input: period, step },
    fetchPolicy: 'cache-and-network',
  });
  const trend = data?.qualityTrend.__typename === 'QualityTrend' ? data.qualityTrend : null;
  return (
    <section aria-labelledby="quality-trend" className="report__part">
      <div className="report__head">
        <h3 id="quality-trend">{t.quality.trend}</h3>
        {long ? (
          <label className="report__choice">
            {t.quality.step}
            <select
              className="input input--small"
              value={step}
              onChange={(event) => {
                setStep(event.target.value === 'month' ? 'month' : 'week');
              }}
            >
              <option value="week">{t.quality.steps.week}</option>
              <option value="month">{t.quality.steps.month}</option>
            </select>
          </label>
        ) : null}
      </div>
      {error && !data ? <ErrorState onRetry={readingAgain(refetch)} /> : null}
      {!error && !data ? <Skeleton blocks={2} /> : null}
      {trend ? <Figures trend={trend} step={step} /> : null}
    </section>
  );
}
