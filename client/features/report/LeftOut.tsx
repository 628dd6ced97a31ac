import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { durationText } from './figure-text.ts';
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

/** What the figures leave out or should be read with, and where the time goes. */
export function LeftOut({ leftOut }: { readonly leftOut: ReportData['leftOut'] }) {
  const { t, language } = useLanguage();
  return (
    <section aria-labelledby="left-out-title" className="report__part">
      <h2 id="left-out-title">{t.report.leftOut}</h2>
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
        <div className="table-box">
          <table className="table table--figures">
            <caption>{t.report.delays}</caption>
            <thead>
              <tr>
                <td />
                <th scope="col">{t.report.n}</th>
                <th scope="col">{t.report.median}</th>
                <th scope="col">{t.report.p90}</th>
              </tr>
            </thead>
            <tbody>
              {delays.map((name) => (
                <tr key={name}>
                  <th scope="row">{t.report.delay[name]}</th>
                  <td>{leftOut[name].n}</td>
                  <td>{durationText(leftOut[name].medianMs, language)}</td>
                  <td>{durationText(leftOut[name].p90Ms, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}
