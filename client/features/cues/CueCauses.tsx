import { dayText } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { cueStyleOf } from '#client/ui/cue-style.ts';
import { percentText, pointsText } from './cue-text.ts';
import type { ChosenSign, CueTrendData } from './cue-trend-types.ts';

type Cause = CueTrendData['causes'][number];
type Choose = { readonly onSign: (sign: ChosenSign) => void };

/** Opens the conversations behind a sign. */
export function SignButton({ code, name, onSign }: ChosenSign & Choose) {
  const { t } = useLanguage();
  return (
    <button
      type="button"
      className={`cue cue--button cue--${cueStyleOf(code)}`}
      aria-label={t.cueTrend.show(name)}
      onClick={() => {
        onSign({ code, name });
      }}
    >
      {name}
    </button>
  );
}

function ShareCell({ rate }: { readonly rate: Cause['share'] }) {
  const { t, language } = useLanguage();
  return (
    <td>
      {percentText(rate.rate, language)}
      <span className="muted cell__note">{t.cueTrend.outOf(rate.hits, rate.n)}</span>
    </td>
  );
}

function ChangeCell({ change, certain }: Pick<Cause, 'change' | 'certain'>) {
  const { t, language } = useLanguage();
  if (change === null) return <td>–</td>;
  const way = change > 0 ? 'rises' : change < 0 ? 'falls' : 'steady';
  const arrow = { rises: '↑', falls: '↓', steady: '=' }[way];
  return (
    <td>
      <span aria-hidden>{arrow}</span> {pointsText(change, language)}
      <span className="visually-hidden"> ({t.cueTrend[way]})</span>
      <span className="muted cell__note">{certain ? t.cueTrend.certain : t.cueTrend.uncertain}</span>
    </td>
  );
}

/** Every sign of the period beside the period before, the fastest rising first; each opens its conversations. */
export function CueCauses({ trend, onSign }: { readonly trend: CueTrendData } & Choose) {
  const { t, pick, language } = useLanguage();
  const { causes, previousFrom, from } = trend;
  const lastBefore = new Date(Date.parse(`${from}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return (
    <section aria-labelledby="cue-causes" className="report__part">
      <h2 id="cue-causes">{t.cueTrend.causes}</h2>
      <p className="muted page__intro">
        {t.cueTrend.causesIntro(dayText(previousFrom, language), dayText(lastBefore, language))}
      </p>
      <div className="table-box" role="region" aria-label={t.cueTrend.causes} tabIndex={0}>
        <table className="table table--figures">
          <thead>
            <tr>
              <th scope="col">{t.cueTrend.sign}</th>
              <th scope="col">{t.cueTrend.share}</th>
              <th scope="col">{t.cueTrend.change}</th>
              <th scope="col">{t.cueTrend.previous}</th>
            </tr>
          </thead>
          <tbody>
            {causes.map(({ code, label, share, previous, change, certain }) => (
              <tr key={code}>
                <th scope="row">
                  <SignButton code={code} name={pick(label)} onSign={onSign} />
                </th>
                <ShareCell rate={share} />
                <ChangeCell change={change ?? null} certain={certain} />
                <ShareCell rate={previous} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const topSigns = 3;

/** The channels side by side: messages, the share not content, and the most frequent signs. */
export function CueChannels({ trend, onSign }: { readonly trend: CueTrendData } & Choose) {
  const { t, pick } = useLanguage();
  return (
    <section aria-labelledby="cue-channels" className="report__part">
      <h2 id="cue-channels">{t.cueTrend.channels}</h2>
      <div className="table-box" role="region" aria-label={t.cueTrend.channels} tabIndex={0}>
        <table className="table table--figures">
          <thead>
            <tr>
              <th scope="col">{t.cueTrend.channel}</th>
              <th scope="col">{t.cueTrend.received}</th>
              <th scope="col">{t.cueTrend.dissatisfied}</th>
              <th scope="col">{t.cueTrend.topSigns}</th>
            </tr>
          </thead>
          <tbody>
            {trend.channels.map(({ channel, sum }) => (
              <tr key={channel.name}>
                <th scope="row">{channel.label}</th>
                <td>{sum.received}</td>
                <ShareCell rate={sum.dissatisfied} />
                <td>
                  {[...sum.counts]
                    .sort((a, b) => b.count - a.count)
                    .slice(0, topSigns)
                    .map(({ code, label, count }) => (
                      <span key={code} className="cue-count">
                        <SignButton code={code} name={pick(label)} onSign={onSign} /> {count}
                      </span>
                    ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
