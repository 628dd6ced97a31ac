import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { shareText } from './figure-text.ts';
import type { Rate, ReportGroup } from './report-types.ts';

/** The interval as a line with the rate as a dot on it; the figures stand beside it. */
function IntervalBar({ rate }: { readonly rate: Rate }) {
  const [low, middle, high] = [rate.low, rate.rate, rate.high].map((share) => (share ?? 0) * 100);
  return (
    <svg className="interval" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden focusable="false">
      <rect className="interval__ground" x="0" y="5" width="100" height="2" />
      <rect className="interval__range" x={low} y="3" width={Math.max(0.5, (high ?? 0) - (low ?? 0))} height="6" />
      <rect className="interval__rate" x={Math.max(0, (middle ?? 0) - 0.6)} y="0" width="1.2" height="12" />
    </svg>
  );
}

/** How often the promise in each version of an automatic reply was kept, with how sure that is. */
export function WordingComparison({ groups }: { readonly groups: readonly ReportGroup[] }) {
  const { t, pick, language } = useLanguage();
  const due = groups.filter(({ figures }) => figures.promises.keptRate.n > 0);
  return (
    <section aria-labelledby="wordings-title" className="report__part">
      <h2 id="wordings-title">{t.report.wordings}</h2>
      {due.length === 0 ? (
        <p className="muted">{t.report.wordingsNone}</p>
      ) : (
        <>
          <p className="page__intro muted">{t.report.wordingsIntro}</p>
          <ul className="wordings">
            {due.map(({ key, label, wording, figures: { promises } }) => (
              <li key={key} className="wordings__item">
                <div className="wordings__head">
                  <strong>{pick(label)}</strong>
                  <span className="wordings__rate">{shareText(promises.keptRate.rate, language)}</span>
                </div>
                {typeof wording === 'string' ? <blockquote className="words">{wording}</blockquote> : null}
                <IntervalBar rate={promises.keptRate} />
                <p className="muted">
                  {t.report.outOf(promises.keptRate.hits, promises.keptRate.n)},{' '}
                  {t.report.interval(
                    shareText(promises.keptRate.low, language),
                    shareText(promises.keptRate.high, language),
                  )}
                  ; {t.report.late(promises.keptLate)}, {t.report.never(promises.missed)}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
