import type { CsvCell, CsvStyle } from '#client/lib/csv.ts';
import type { Dictionary } from '#client/lib/i18n/nl.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { CsvButton } from '#client/ui/CsvButton.tsx';
import { durationText, minutesCell, percentCell, percentOf, shareText } from './figure-text.ts';
import type { ReportData } from './report-types.ts';

type PromiserRow = ReportData['promisers'][number];

function cellsOf(rows: readonly PromiserRow[], { report }: Dictionary): CsvCell[][] {
  const head = [report.promiser, report.kept, report.keptLate, report.neverAnswered, report.stillOpen];
  const rates = [`${report.keptRate} (%)`, `${report.lowest} (%)`, `${report.highest} (%)`];
  return [
    [...head, ...rates, `${report.lateMedian} (${report.minutes})`],
    ...rows.map(({ promiser, kept, keptLate, missed, open, keptRate, lateBy }) => [
      report.promisers[promiser],
      ...[kept, keptLate, missed, open, percentCell(keptRate), percentOf(keptRate.low), percentOf(keptRate.high)],
      minutesCell(lateBy.medianMs),
    ]),
  ];
}

/** Who or what kept its word: automatic replies, bots, people and the page's own claim side by side. */
export function PromiserTable({
  rows,
  csv,
}: {
  readonly rows: readonly PromiserRow[];
  readonly csv: { readonly name: string; readonly style: CsvStyle };
}) {
  const { t, language } = useLanguage();
  const { report } = t;
  const heads = [report.promiser, report.kept, report.keptLate, report.neverAnswered, report.stillOpen];
  return (
    <section aria-labelledby="promisers-title" className="report__part">
      <div className="report__head">
        <h2 id="promisers-title">{report.promisersTitle}</h2>
        {rows.length === 0 ? null : <CsvButton {...csv} rows={() => cellsOf(rows, t)} />}
      </div>
      <p className="page__intro muted">{report.promisersIntro}</p>
      {rows.length === 0 ? (
        <p className="muted">{report.barsNone}</p>
      ) : (
        <div className="table-box" role="region" aria-labelledby="promisers-title" tabIndex={0}>
          <table className="table table--figures">
            <thead>
              <tr>
                {[...heads, report.lateMedian, report.keptRate].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ promiser, kept, keptLate, missed, open, keptRate, lateBy }) => (
                <tr key={promiser}>
                  <th scope="row">{report.promisers[promiser]}</th>
                  <td>{kept}</td>
                  <td>{keptLate}</td>
                  <td>{missed}</td>
                  <td>{open}</td>
                  <td>{durationText(lateBy.medianMs, language)}</td>
                  <td>
                    {shareText(keptRate.rate, language)}
                    {keptRate.n === 0 ? null : (
                      <span className="muted cell__note">
                        {report.interval(shareText(keptRate.low, language), shareText(keptRate.high, language))}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
