import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import type { Dictionary } from '#client/lib/i18n/nl.ts';
import type { CsvCell } from '#client/lib/csv.ts';
import { durationCells, durationText, percentCell, percentOf, shareText } from './figure-text.ts';
import type { Rate, ReportFiguresData } from './report-types.ts';

/** A row: a name and its figures; `strong` for the whole. */
export type GroupRow = {
  readonly key: string;
  readonly name: string;
  readonly figures: ReportFiguresData;
  readonly strong?: boolean;
};

const lengths = ['reply', 'first', 'resolution'] as const;
const lengthOf = {
  reply: (figures: ReportFiguresData) => figures.reply,
  first: (figures: ReportFiguresData) => figures.firstResponse,
  resolution: (figures: ReportFiguresData) => figures.resolution,
};

function lengthHeads({ report }: Dictionary): string[] {
  const marks = [report.n, report.median, report.p75, report.p90, report.p99];
  return lengths.flatMap((length) =>
    [report.calendar, report.openHours].flatMap((clock) =>
      marks.map(
        (mark) => `${report.cards[length]}: ${mark} (${clock}${mark === report.n ? '' : `, ${report.minutes}`})`,
      ),
    ),
  );
}

function rateHeads(name: string, { report }: Dictionary): string[] {
  return [`${name} (%)`, `${name} (n)`, `${name}, ${report.lowest} (%)`, `${name}, ${report.highest} (%)`];
}

const rateCells = (rate: Rate): CsvCell[] => [percentCell(rate), rate.n, percentOf(rate.low), percentOf(rate.high)];

/** The same rows for a CSV file, with both clocks, all percentiles and intervals; durations in minutes, shares in percent. */
export function groupCells(heading: string, rows: readonly GroupRow[], t: Dictionary): CsvCell[][] {
  const { report } = t;
  const head = [heading, report.answered, report.waiting, report.waitingLate, ...lengthHeads(t)];
  const fates = [report.keptLate, report.neverAnswered, report.stillOpen];
  return [
    [...head, ...rateHeads(report.inNorm, t), ...rateHeads(report.keptRate, t), ...fates],
    ...rows.map(({ name, figures }) => [
      ...[name, figures.answered, figures.waiting, figures.waitingLate],
      ...lengths.flatMap((length) => {
        const { calendar, openHours } = lengthOf[length](figures);
        return [...durationCells(calendar), ...durationCells(openHours)];
      }),
      ...rateCells(figures.inNorm),
      ...rateCells(figures.promises.keptRate),
      ...[figures.promises.keptLate, figures.promises.missed, figures.promises.open],
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
