import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { outcomeText } from './alert-course.ts';
import type { PastAlert } from './alert-course.ts';

function Times({
  lines,
  none,
}: {
  readonly lines: readonly { readonly at: string; readonly who: string }[];
  readonly none: string;
}) {
  const dates = useDates();
  const now = useNow(60_000);
  if (lines.length === 0) return <span className="muted">{none}</span>;
  return (
    <ul className="alert-course__times">
      {lines.map(({ at, who }) => (
        <li key={`${at} ${who}`}>
          {who} <time dateTime={at}>{dates.moment(at, now)}</time>
        </li>
      ))}
    </ul>
  );
}

/** Whom an alert reached, who saw it and how it ended, each with its instant. */
export function AlertCourse({ alert }: { readonly alert: PastAlert }) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const told = alert.steps.map(({ at, users }) => ({ at, who: users.map(({ name }) => name).join(', ') }));
  const saw = alert.readings.map(({ at, user }) => ({ at, who: user.name }));
  const { settledAt } = alert;
  return (
    <dl className="alert-course">
      <div>
        <dt>{t.alertHistory.reached}</dt>
        <dd>
          <Times lines={told} none={t.alertHistory.nobodyTold} />
        </dd>
      </div>
      <div>
        <dt>{t.alertHistory.seen}</dt>
        <dd>
          <Times lines={saw} none={t.alertHistory.nobodySaw} />
        </dd>
      </div>
      <div>
        <dt>{t.alertHistory.outcome}</dt>
        <dd className={alert.progress === 'settled' ? undefined : 'alert-course__open'}>
          {outcomeText(alert, t)}
          {typeof settledAt === 'string' ? <time dateTime={settledAt}> {dates.moment(settledAt, now)}</time> : null}
        </dd>
      </div>
    </dl>
  );
}
