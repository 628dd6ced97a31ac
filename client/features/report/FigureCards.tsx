import type { ReactNode } from 'react';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { durationText, shareText } from './figure-text.ts';
import type { Durations, Rate, ReportData } from './report-types.ts';

type Both = { readonly calendar: Durations; readonly openHours: Durations };

function Card({
  title,
  value,
  unit,
  children,
}: {
  readonly title: string;
  readonly value: string;
  readonly unit?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="figure">
      <h3 className="figure__title">{title}</h3>
      <p className="figure__value">
        {value} {unit === undefined ? null : <span className="figure__unit">{unit}</span>}
      </p>
      {children}
    </section>
  );
}

/** The percentiles of both clocks side by side. */
function BothClocks({ both }: { readonly both: Both }) {
  const { t, language } = useLanguage();
  const rows = [
    { name: t.report.median, of: (durations: Durations) => durations.medianMs },
    { name: t.report.p75, of: (durations: Durations) => durations.p75Ms },
    { name: t.report.p90, of: (durations: Durations) => durations.p90Ms },
    { name: t.report.p99, of: (durations: Durations) => durations.p99Ms },
  ];
  return (
    <table className="figure__table">
      <thead>
        <tr>
          <td />
          <th scope="col">{t.report.calendar}</th>
          <th scope="col">{t.report.openHours}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t.report.n}</th>
          <td>{both.calendar.n}</td>
          <td>{both.openHours.n}</td>
        </tr>
        {rows.map(({ name, of }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{durationText(of(both.calendar), language)}</td>
            <td>{durationText(of(both.openHours), language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RateFacts({ rate }: { readonly rate: Rate }) {
  const { t, language } = useLanguage();
  return (
    <>
      <p>{t.report.outOf(rate.hits, rate.n)}</p>
      {rate.n === 0 ? null : (
        <p className="muted">{t.report.interval(shareText(rate.low, language), shareText(rate.high, language))}</p>
      )}
    </>
  );
}

type FigureCardsProps = {
  readonly total: ReportData['total'];
  /** True when the figures are of one writer: who waits is in nobody's. */
  readonly ofWriter: boolean;
};

/** The figures of the whole period. */
export function FigureCards({ total, ofWriter }: FigureCardsProps) {
  const { t, language } = useLanguage();
  const { reply, inNorm, inUsual, promises, firstResponse, resolution, firstTimeFix } = total;
  const duration = (ms: number | null): string => durationText(ms, language);
  return (
    <div className="figures">
      <Card title={t.report.cards.reply} value={duration(reply.calendar.medianMs)} unit={t.report.median}>
        <BothClocks both={reply} />
        {ofWriter ? null : <p className="muted">{t.report.waitingInside(total.waiting, total.waitingLate)}</p>}
      </Card>
      <Card title={t.report.cards.norm} value={shareText(inNorm.rate, language)}>
        <RateFacts rate={inNorm} />
        <p className="muted">{t.report.usual(shareText(inUsual.rate, language))}</p>
      </Card>
      <Card title={t.report.cards.kept} value={shareText(promises.keptRate.rate, language)}>
        <RateFacts rate={promises.keptRate} />
        <p>
          {t.report.late(promises.keptLate)}, {t.report.never(promises.missed)}
        </p>
        {promises.chased + promises.otherContact === 0 ? null : (
          <p className="muted">{t.report.cameAgain(promises.chased, promises.otherContact)}</p>
        )}
      </Card>
      <Card title={t.report.cards.first} value={duration(firstResponse.calendar.medianMs)} unit={t.report.median}>
        <BothClocks both={firstResponse} />
      </Card>
      <Card title={t.report.cards.resolution} value={duration(resolution.calendar.medianMs)} unit={t.report.median}>
        <BothClocks both={resolution} />
        {firstTimeFix.medianTurns === null ? null : <p className="muted">{t.report.turns(firstTimeFix.medianTurns)}</p>}
      </Card>
      <Card title={t.report.cards.fix} value={shareText(firstTimeFix.rate.rate, language)}>
        <RateFacts rate={firstTimeFix.rate} />
        {firstTimeFix.medianMoments === null ? null : (
          <p className="muted">{t.report.moments(firstTimeFix.medianMoments, firstTimeFix.p90Moments ?? 0)}</p>
        )}
      </Card>
    </div>
  );
}
