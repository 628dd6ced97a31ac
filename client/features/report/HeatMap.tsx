import { formatShortDuration } from '#client/lib/durations.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import type { CsvCell, CsvStyle } from '#client/lib/csv.ts';
import type { Dictionary } from '#client/lib/i18n/nl.ts';
import { CsvButton } from '#client/ui/CsvButton.tsx';
import { durationCells, durationText, percentCell } from './figure-text.ts';
import type { ReportHour } from './report-types.ts';

const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour);
/** Fewer turns than this say nothing about an hour. */
const leastTurns = 3;
const hourMs = 3_600_000;
/** Upper bounds of the shades, by median wait. */
const shadeBounds = [hourMs / 4, hourMs, 4 * hourMs, 24 * hourMs] as const;

/** The shade of a median wait: 0 = shortest to 4 = longest. */
export function shadeOf(medianMs: number): number {
  const index = shadeBounds.findIndex((bound) => medianMs <= bound);
  return index < 0 ? shadeBounds.length : index;
}

/** The hour in which customers wait longest, of those with enough turns; null when there is none. */
export function slowestHour(hours: readonly ReportHour[]): ReportHour | null {
  const counted = hours.filter((each) => each.turns >= leastTurns && typeof each.reply.medianMs === 'number');
  return counted.sort((a, b) => (b.reply.medianMs ?? 0) - (a.reply.medianMs ?? 0))[0] ?? null;
}

const clockText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

function HeatCell({ cell }: { readonly cell: ReportHour | undefined }) {
  const { t, language } = useLanguage();
  const medianMs = cell?.reply.medianMs;
  if (!cell || typeof medianMs !== 'number') return <td className="heat__cell" />;
  const few = cell.turns < leastTurns;
  const text = t.report.heatCell(cell.turns, durationText(medianMs, language));
  return (
    <td className={`heat__cell heat__cell--${few ? 'few' : String(shadeOf(medianMs))}`} title={text}>
      <span aria-hidden>{formatShortDuration(medianMs, language).replace(' ', '')}</span>
      <span className="visually-hidden">{text}</span>
    </td>
  );
}

/** The hours of the week as rows of a CSV file, headed; lengths in minutes, shares in percent. */
export function hourCells(hours: readonly ReportHour[], { report }: Dictionary): CsvCell[][] {
  const weekdays = report.weekdays.split(',');
  const lengths = [report.median, report.p75, report.p90, report.p99].map((head) => `${head} (${report.minutes})`);
  return [
    [report.weekday, report.hour, report.n, ...lengths, `${report.inNorm} (%)`, `${report.keptRate} (%)`],
    ...[...hours]
      .sort((a, b) => a.weekday - b.weekday || a.hour - b.hour)
      .map(({ weekday, hour, reply, inNorm, keptRate }) => [
        ...[weekdays[weekday] ?? '', clockText(hour), ...durationCells(reply)],
        ...[percentCell(inNorm), percentCell(keptRate)],
      ]),
  ];
}

type HeatMapProps = {
  readonly hours: readonly ReportHour[];
  readonly csv: { readonly name: string; readonly style: CsvStyle };
};

/** How long customers wait by the hour of the week in which they write: a table whose cells are shaded and say the median. */
export function HeatMap({ hours, csv }: HeatMapProps) {
  const { t, language } = useLanguage();
  const weekdays = t.report.weekdays.split(',');
  const slowest = slowestHour(hours);
  const byPlace = new Map(hours.map((each) => [each.weekday * 24 + each.hour, each]));
  const used = hours.map(({ hour }) => hour);
  const shown = hoursOfDay.filter((hour) => hour >= Math.min(8, ...used) && hour <= Math.max(18, ...used));
  return (
    <section aria-labelledby="heat-title" className="report__part">
      <div className="report__head">
        <h2 id="heat-title">{t.report.heat}</h2>
        {hours.length === 0 ? null : <CsvButton {...csv} rows={() => hourCells(hours, t)} />}
      </div>
      <p>
        {slowest
          ? t.report.heatText(
              weekdays[slowest.weekday] ?? '',
              clockText(slowest.hour),
              durationText(slowest.reply.medianMs, language),
            )
          : t.report.heatNone}
      </p>
      {/* Wide on a phone: the box scrolls, and a keyboard must reach it. */}
      <div className="table-box" role="region" aria-labelledby="heat-title" tabIndex={0}>
        <table className="heat">
          <thead>
            <tr>
              <th scope="col" className="visually-hidden-cell">
                {t.report.weekday}
              </th>
              {shown.map((hour) => (
                <th key={hour} scope="col">
                  <span aria-hidden>{hour}</span>
                  <span className="visually-hidden">{clockText(hour)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weekdays.map((name, weekday) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {shown.map((hour) => (
                  <HeatCell key={hour} cell={byPlace.get(weekday * 24 + hour)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="muted report__legend">{t.report.heatLegend}</p>
    </section>
  );
}
