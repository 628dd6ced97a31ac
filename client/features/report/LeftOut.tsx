import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import type { CsvCell, CsvStyle } from '#client/lib/csv.ts';
import type { Dictionary } from '#client/lib/i18n/nl.ts';
import { CsvButton } from '#client/ui/CsvButton.tsx';
import { durationCells, durationText } from './figure-text.ts';
import type { ReportData } from './report-types.ts';

const counts = [
  'waiting',
  'undecided',
  'open',
  'excused',
  'notNeeded',
  'superseded',
  'withdrawn',
  'machineMeanwhile',
  'ownClock',
  'received',
  'sentByPeople',
  'sentByMachines',
] as const;

const delays = ['platformDelay', 'peopleDelay', 'sendDelay'] as const;

const percentiles = ['medianMs', 'p75Ms', 'p90Ms', 'p99Ms'] as const;

const headsOf = ({ report }: Dictionary): string[] => [report.n, report.median, report.p75, report.p90, report.p99];

/** What is left out and where the time goes as rows of a CSV file, headed; lengths in minutes. */
export function leftOutCells(leftOut: ReportData['leftOut'], t: Dictionary): CsvCell[][] {
  const [n, ...durations] = headsOf(t);
  return [
    [t.report.leftOut, n ?? '', ...durations.map((head) => `${head} (${t.report.minutes})`)],
    ...counts.map((name) => [t.report.left[name], leftOut[name], ...durations.map(() => null)]),
    ...delays.map((name) => [t.report.delay[name], ...durationCells(leftOut[name])]),
  ];
}

type LeftOutProps = {
  readonly leftOut: ReportData['leftOut'];
  readonly csv: { readonly name: string; readonly style: CsvStyle };
};

/** What the figures leave out or should be read with, and where the time goes. */
export function LeftOut({ leftOut, csv }: LeftOutProps) {
  const { t, language } = useLanguage();
  return (
    <section aria-labelledby="left-out-title" className="report__part">
      <div className="report__head">
        <h2 id="left-out-title">{t.report.leftOut}</h2>
        <CsvButton {...csv} rows={() => leftOutCells(leftOut, t)} />
      </div>
      <p className="page__intro muted">{t.report.leftOutIntro}</p>
      <div className="left-out">
        <dl className="left-out__list">
          {counts.map((name) => (
            <div key={name}>
              <dt>{t.report.left[name]}</dt>
              <dd>{leftOut[name]}</dd>
            </div>
          ))}
        </dl>
        <div className="table-box" role="region" aria-labelledby="left-out-title" tabIndex={0}>
          <table className="table table--figures">
            <caption>{t.report.delays}</caption>
            <thead>
              <tr>
                <td />
                {headsOf(t).map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {delays.map((name) => (
                <tr key={name}>
                  <th scope="row">{t.report.delay[name]}</th>
                  <td>{leftOut[name].n}</td>
                  {percentiles.map((percentile) => (
                    <td key={percentile}>{durationText(leftOut[name][percentile], language)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}
