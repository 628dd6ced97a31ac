import { lazy, Suspense } from 'react';
import { formatShortDuration } from '#client/lib/durations.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Skeleton } from '#client/ui/StateViews.tsx';
import { CsvButton } from '#client/ui/CsvButton.tsx';
import type { CsvStyle } from '#client/lib/csv.ts';
import { durationText } from './figure-text.ts';
import type { ReportData } from './report-types.ts';

const PromiseBarsChart = lazy(async () => ({ default: (await import('./charts.tsx')).PromiseBarsChart }));

type PromiseBarsProps = {
  readonly report: Pick<ReportData, 'promiseBars' | 'total'>;
  readonly csv: { readonly name: string; readonly style: CsvStyle };
};

/** How long customers were told it would take, beside how long it took: bars, a sentence and a table. */
export function PromiseBars({ report, csv }: PromiseBarsProps) {
  const { t, language } = useLanguage();
  const { promised, real } = report.total.promises;
  const longest = report.promiseBars.findLast(({ upToMs }) => typeof upToMs === 'number')?.upToMs ?? 0;
  const points = report.promiseBars.map((bar) => ({
    name:
      typeof bar.upToMs === 'number'
        ? t.report.upTo(formatShortDuration(bar.upToMs, language))
        : t.report.longest(formatShortDuration(longest, language)),
    promised: bar.promised,
    real: bar.real,
  }));
  return (
    <section aria-labelledby="bars-title" className="report__part">
      <h2 id="bars-title">{t.report.bars}</h2>
      {promised.n === 0 ? (
        <p className="muted">{t.report.barsNone}</p>
      ) : (
        <>
          <p>{t.report.barsText(durationText(promised.medianMs, language), durationText(real.medianMs, language))}</p>
          <Suspense fallback={<Skeleton blocks={2} />}>
            <PromiseBarsChart points={points} />
          </Suspense>
          <details className="report__table">
            <summary>{t.report.asTable}</summary>
            <div className="table-box">
              <table className="table table--figures">
                <thead>
                  <tr>
                    <td />
                    <th scope="col">{t.report.promised}</th>
                    <th scope="col">{t.report.real}</th>
                  </tr>
                </thead>
                <tbody>
                  {points.map((point) => (
                    <tr key={point.name}>
                      <th scope="row">{point.name}</th>
                      <td>{point.promised}</td>
                      <td>{point.real}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <CsvButton
              {...csv}
              rows={() => [
                [t.report.bars, t.report.promised, t.report.real],
                ...points.map((point) => [point.name, point.promised, point.real]),
              ]}
            />
          </details>
        </>
      )}
    </section>
  );
}
