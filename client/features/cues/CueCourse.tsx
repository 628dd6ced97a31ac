import { lazy, Suspense, useState } from 'react';
import type { CueStep } from '#client/gql/graphql.ts';
import type { CsvCell, CsvStyle } from '#client/lib/csv.ts';
import { dayText } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { CsvButton } from '#client/ui/CsvButton.tsx';
import { Skeleton } from '#client/ui/StateViews.tsx';
import { stepHead } from './cue-text.ts';
import type { CueTrendData } from './cue-trend-types.ts';

// The chart library is large and only figures need it.
const CourseChart = lazy(async () => ({ default: (await import('#client/ui/CourseChart.tsx')).CourseChart }));

const mostShown = 5;
const dissatisfied = 'dissatisfaction';

type CueCourseProps = {
  readonly trend: CueTrendData;
  readonly step: CueStep;
  readonly onStep: (step: CueStep) => void;
};

type Series = { readonly key: string; readonly name: string; readonly total: number };
type Step = CueTrendData['steps'][number];

function countOf({ sum }: Step, key: string): number {
  if (key === dissatisfied) return sum.dissatisfied.hits;
  return sum.counts.find(({ code }) => code === key)?.count ?? 0;
}

function useSeries(trend: CueTrendData): Series[] {
  const { t, pick } = useLanguage();
  const { counts, dissatisfied: share } = trend.total;
  const signs = counts.map(({ code, label, count }) => ({ key: code, name: pick(label), total: count }));
  return [
    { key: dissatisfied, name: t.cueTrend.dissatisfied, total: share.hits },
    ...signs.sort((a, b) => b.total - a.total),
  ];
}

function SignChoice({
  series,
  shown,
  onShown,
}: {
  readonly series: readonly Series[];
  readonly shown: readonly string[];
  readonly onShown: (keys: string[]) => void;
}) {
  const { t } = useLanguage();
  return (
    <fieldset className="cue-choice">
      <legend className="field__label">{t.cueTrend.choose}</legend>
      {series.map(({ key, name, total }) => {
        const checked = shown.includes(key);
        return (
          <label key={key} className="check">
            <input
              type="checkbox"
              checked={checked}
              disabled={!checked && shown.length >= mostShown}
              onChange={() => {
                onShown(checked ? shown.filter((each) => each !== key) : [...shown, key]);
              }}
            />
            <span>
              {name} <span className="muted">{total}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function CourseTable({ trend, step, series }: Omit<CueCourseProps, 'onStep'> & { readonly series: readonly Series[] }) {
  const { t, language } = useLanguage();
  const csvStyle: CsvStyle = language === 'nl' ? 'semicolon' : 'comma';
  const head = stepHead(step, t.cueTrend);
  const rows = (): CsvCell[][] => [
    [head, t.cueTrend.received, ...series.map(({ name }) => name)],
    ...trend.steps.map((each) => [each.key, each.sum.received, ...series.map(({ key }) => countOf(each, key))]),
  ];
  return (
    <details className="report__table">
      <summary>{t.cueTrend.asTable}</summary>
      <div className="table-box" role="region" aria-label={t.cueTrend.course} tabIndex={0}>
        <table className="table table--figures">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">{t.cueTrend.received}</th>
              {series.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trend.steps.map((each) => (
              <tr key={each.key}>
                <th scope="row">{dayText(each.key, language)}</th>
                <td>{each.sum.received}</td>
                {series.map(({ key }) => (
                  <td key={key}>{countOf(each, key)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CsvButton name={`woordhouder-signs-${trend.from}-${trend.to}`} style={csvStyle} rows={rows} />
    </details>
  );
}

/** How many messages show the chosen signs per day or week: lines, a choice of signs and a table. */
export function CueCourse({ trend, step, onStep }: CueCourseProps) {
  const { t, language } = useLanguage();
  const series = useSeries(trend);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const shown = chosen ?? series.slice(0, mostShown).map(({ key }) => key);
  const lines = series.filter(({ key }) => shown.includes(key));
  const points = trend.steps.map((each) => ({
    name: dayText(each.key, language),
    ...Object.fromEntries(lines.map(({ key }) => [key, countOf(each, key)])),
  }));
  return (
    <section aria-labelledby="cue-course" className="report__part">
      <div className="report__head">
        <h2 id="cue-course">{t.cueTrend.course}</h2>
        <label className="report__choice">
          {t.report.step}
          <select
            className="input input--small"
            value={step}
            onChange={(event) => {
              onStep(event.target.value === 'week' ? 'week' : 'day');
            }}
          >
            <option value="day">{t.report.steps.day}</option>
            <option value="week">{t.report.steps.week}</option>
          </select>
        </label>
      </div>
      <Suspense fallback={<Skeleton blocks={2} />}>
        <CourseChart points={points} lines={lines} />
      </Suspense>
      <SignChoice series={series} shown={shown} onShown={setChosen} />
      <CourseTable trend={trend} step={step} series={series} />
    </section>
  );
}
