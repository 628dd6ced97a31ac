import type { Advice_FieldsFragment, AdviceMapQuery } from '#client/gql/graphql.ts';
import type { Dictionary } from '#client/lib/i18n/nl.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';

/** The advice of a channel. */
export type AdviceGrid = Extract<AdviceMapQuery['promiseAdvice'], { __typename: 'PromiseAdviceGrid' }>;

const hourMs = 3_600_000;
const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour);
/** Upper bounds of the shades, by promised time. */
const shadeBounds = [hourMs / 2, 2 * hourMs, 8 * hourMs, 24 * hourMs] as const;

function shadeOf(withinMs: number): number {
  const index = shadeBounds.findIndex((bound) => withinMs <= bound);
  return index < 0 ? shadeBounds.length : index;
}

function shortText({ unit, amount }: Advice_FieldsFragment, t: Dictionary, decimal: Intl.NumberFormat): string {
  if (unit === 'workingDay') return t.advice.workingDayShort(amount);
  return amount % 60 !== 0 && amount <= 120 ? `${String(amount)} min` : t.advice.hourShort(decimal.format(amount / 60));
}

/** Whether an advice knows nothing of this hour of the day. */
function isWide({ level }: Advice_FieldsFragment): boolean {
  return level === 'openState' || level === 'channel' || level === 'all';
}

function Cell({ cell }: { readonly cell: AdviceGrid['cells'][number] | undefined }) {
  const { t, pick, language } = useLanguage();
  const open = cell?.open ? t.advice.open : t.advice.closed;
  const advice = cell?.advice;
  const border = cell?.open ? '' : ' advice-map__closed';
  const width = advice && isWide(advice) ? ' advice-map__wide' : '';
  const text = advice
    ? t.advice.cell(pick(advice.wording), open, advice.n, t.advice.levels[advice.level])
    : t.advice.cellNone(open);
  return (
    <td
      className={`heat__cell heat__cell--${advice ? String(shadeOf(advice.withinMs)) : 'few'}${border}${width}`}
      title={text}
    >
      <span aria-hidden>
        {advice
          ? `${width === '' ? '' : '≈'}${shortText(advice, t, new Intl.NumberFormat(language)).replace(' ', '')}`
          : '–'}
      </span>
      <span className="visually-hidden">{text}</span>
    </td>
  );
}

/** What is advised where no hour is known by itself: one for each group that hours fall back to. */
function WideAdvice({ cells }: { readonly cells: AdviceGrid['cells'] }) {
  const { t, pick } = useLanguage();
  const openFirst = [...cells].sort((a, b) => Number(b.open) - Number(a.open));
  const lines = openFirst.flatMap(({ open, advice }) =>
    advice
      ? [t.advice.wideLine(open, pick(advice.wording), advice.n, t.advice.levels[advice.level])]
      : [open ? t.advice.wideNoneOpen : t.advice.wideNoneClosed],
  );
  return (
    <ul className="advice-wide">
      {[...new Set(lines)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** The advised time for every hour of the week: a table with hours down, so that it fits a phone. */
export function AdviceMap({ grid }: { readonly grid: AdviceGrid }) {
  const { t } = useLanguage();
  // A grid of equal cells or dashes says less than a line.
  const alike = grid.cells.every(({ advice }) => !advice || isWide(advice));
  const weekdays = t.report.weekdays.split(',');
  const cells = new Map(grid.cells.map((cell) => [cell.weekday * 24 + cell.hour, cell]));
  if (alike) {
    return (
      <section aria-labelledby="advice-map-title" className="report__part">
        <h2 id="advice-map-title">{t.advice.mapTitle}</h2>
        <p className="muted page__intro">{t.advice.mapWide}</p>
        <WideAdvice cells={grid.cells} />
      </section>
    );
  }
  return (
    <section aria-labelledby="advice-map-title" className="report__part">
      <h2 id="advice-map-title">{t.advice.mapTitle}</h2>
      <p className="muted page__intro">{t.advice.mapLegend}</p>
      {/* Wide on a phone: the box scrolls, and a keyboard must reach it. */}
      <div className="table-box" role="region" aria-labelledby="advice-map-title" tabIndex={0}>
        <table className="heat advice-map">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t.advice.weekday}</span>
              </th>
              {weekdays.map((name) => (
                <th key={name} scope="col">
                  <span className="advice-map__day" aria-hidden>
                    {name}
                  </span>
                  <span className="advice-map__short" aria-hidden>
                    {name.slice(0, 2)}
                  </span>
                  <span className="visually-hidden">{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hoursOfDay.map((hour) => (
              <tr key={hour}>
                <th scope="row">{`${String(hour).padStart(2, '0')}:00`}</th>
                {weekdays.map((name, weekday) => (
                  <Cell key={name} cell={cells.get(weekday * 24 + hour)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
