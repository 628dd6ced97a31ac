import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import type { Dictionary } from '#client/lib/i18n/nl.ts';
import type { CsvCell } from '#client/lib/csv.ts';
import { durationCells, durationText, percentCell, shareText } from './figure-text.ts';
import type { Rate, ReportFiguresData } from './report-types.ts';

/** A row: a name and its figures; `strong` for the whole. */
export type GroupRow = {
  readonly key: string;
  readonly name: string;
  readonly figures: ReportFiguresData;
  readonly strong?: boolean;
};

/** The same rows for a CSV file, with both clocks and all percentiles; durations in minutes, shares in percent. */
export function groupCells(heading: string, rows: readonly GroupRow[], t: Dictionary): CsvCell[][] {
  const { report } = t;
  const clockHeads = [report.calendar, report.openHours].flatMap((clock) =>
    [report.n, report.median, report.p75, report.p90, report.p99].map(
      (name) => `${name} (${clock}${name === report.n ? '' : `, ${report.minutes}`})`,
    ),
  );
  const head = [
    heading,
    report.answered,
    report.waiting,
    ...clockHeads,
    `${report.inNorm} (%)`,
    `${report.keptRate} (%)`,
    `${report.keptRate} (n)`,
  ];
  return [
    head,
    ...rows.map(({ name, figures }) => [
      name,
      figures.answered,
      figures.waiting,
      ...durationCells(figures.reply.calendar),
      ...durationCells(figures.reply.openHours),
      percentCell(figures.inNorm),
      percentCell(figures.promises.keptRate),
      figures.promises.keptRate.n,
    ]),
  ];
}

function RateCell({ rate }: { readonly rate: Rate }) {
  const { t, language } = useLanguage();
  return (
    <td>
      {shareText(rate.rate, language)}
      {rate.n === 0 ? null : <span className="muted cell__note">{t.report.outOf(rate.hits, rate.n)}</span>}
    </td>
  );
}

function TwoClocks({ calendarMs, openMs }: { readonly calendarMs: number | null; readonly openMs: number | null }) {
  const { t, language } = useLanguage();
  return (
    <td>
      {durationText(calendarMs, language)}
      {openMs === null ? null : (
        <span className="muted cell__note">
          {durationText(openMs, language)} {t.report.openHours}
        </span>
      )}
    </td>
  );
}

/** Groups side by side with both clocks, the share in norm and the kept rate. */
export function GroupTable({
  heading,
  label,
  rows,
}: {
  readonly heading: string;
  readonly label: string;
  readonly rows: readonly GroupRow[];
}) {
  const { t } = useLanguage();
  return (
    <div className="table-box" role="region" aria-label={label} tabIndex={0}>
      <table className="table table--figures">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">{t.report.answered}</th>
            <th scope="col">{t.report.waiting}</th>
            <th scope="col">{t.report.median}</th>
            <th scope="col">{t.report.p90}</th>
            <th scope="col">{t.report.inNorm}</th>
            <th scope="col">{t.report.keptRate}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figures, strong }) => (
            <tr key={key} className={strong ? 'table__total' : undefined}>
              <th scope="row">{name}</th>
              <td>{figures.answered}</td>
              <td>{figures.waiting}</td>
              <TwoClocks calendarMs={figures.reply.calendar.medianMs} openMs={figures.reply.openHours.medianMs} />
              <TwoClocks calendarMs={figures.reply.calendar.p90Ms} openMs={figures.reply.openHours.p90Ms} />
              <RateCell rate={figures.inNorm} />
              <RateCell rate={figures.promises.keptRate} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
