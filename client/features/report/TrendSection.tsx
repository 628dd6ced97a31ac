import { lazy, Suspense } from 'react';
import type { ReportStep } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Skeleton } from '#client/ui/StateViews.tsx';
import { CsvButton } from '#client/ui/CsvButton.tsx';
import type { CsvStyle } from '#client/lib/csv.ts';
import { durationText, stepText } from './figure-text.ts';
import { groupCells, GroupTable } from './GroupTable.tsx';
import type { ReportGroup } from './report-types.ts';
import { steps } from './report-choice.ts';

// The chart library is large and only this page needs it.
const TrendChart = lazy(async () => ({ default: (await import('./charts.tsx')).TrendChart }));

type TrendSectionProps = {
  readonly groups: readonly ReportGroup[];
  readonly step: ReportStep;
  readonly onStep: (step: ReportStep) => void;
  readonly csv: { readonly name: string; readonly style: CsvStyle };
};

function useTrendText(groups: readonly ReportGroup[]): string {
  const { t, language } = useLanguage();
  const medians = groups.flatMap(({ figures }) => figures.reply.calendar.medianMs ?? []);
  const [first, last] = [medians[0], medians.at(-1)];
  if (first === undefined || last === undefined || medians.length < 2) return t.report.trendShort;
  const change = last === first ? t.report.same : last > first ? t.report.longer : t.report.shorter;
  return t.report.trendText(durationText(first, language), durationText(last, language), change);
}

/** The course of the figures per day, week or month: lines, a sentence and a table. */
export function TrendSection({ groups, step, onStep, csv }: TrendSectionProps) {
  const { t, language } = useLanguage();
  const text = useTrendText(groups);
  const nameOf = (day: string | null): string => (day === null ? '' : stepText(day, step, language));
  const rows = groups.map(({ key, figures }) => ({ key: key ?? '', name: nameOf(key), figures }));
  const points = groups.map(({ key, figures: { reply } }) => ({
    name: nameOf(key),
    medianMs: reply.calendar.medianMs,
    openMs: reply.openHours.medianMs,
    p90Ms: reply.calendar.p90Ms,
  }));
  return (
    <section aria-labelledby="trend-title" className="report__part">
      <div className="report__head">
        <h2 id="trend-title">{t.report.trend}</h2>
        <label className="report__choice">
          {t.report.step}
          <select
            className="input input--small"
            value={step}
            onChange={(event) => {
              const chosen = steps.find((each) => each === event.target.value);
              if (chosen) onStep(chosen);
            }}
          >
            {steps.map((each) => (
              <option key={each} value={each}>
                {t.report.steps[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p>{text}</p>
      <Suspense fallback={<Skeleton blocks={2} />}>
        <TrendChart points={points} />
      </Suspense>
      <details className="report__table">
        <summary>{t.report.asTable}</summary>
        <GroupTable heading={t.report.steps[step]} label={t.report.trend} rows={rows} />
        <CsvButton
          {...csv}
          rows={() =>
            groupCells(
              t.report.steps[step],
              // A spreadsheet reads days as ISO writes them.
              rows.map((row) => ({ ...row, name: row.key })),
              t,
            )
          }
        />
      </details>
    </section>
  );
}
