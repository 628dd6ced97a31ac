import type { HoursSetup_SetupFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import type { HoursState } from './use-hours.ts';

type Weeks = HoursSetup_SetupFragment['weeks'];

function weekInWords(week: NonNullable<Weeks[number]['week']>): string {
  return week.map((day) => day.map(({ from, to }) => `${from}–${to}`).join(' + ') || '×').join(' | ');
}

/** The weeks that were set for a scope, newest first, with a way to end one. */
export function WeekHistory({
  setup,
  state,
}: {
  readonly setup: HoursSetup_SetupFragment;
  readonly state: HoursState;
}) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const today = dates.dayKey(now);
  const ruling = setup.weeks.find(({ validFrom }) => validFrom <= today)?.id;
  return (
    <details className="card versions" open={setup.weeks.length > 0 && setup.weeks.length < 4}>
      <summary>
        {t.hours.history} ({setup.weeks.length})
      </summary>
      {setup.weeks.length === 0 ? <p className="muted">{t.hours.historyEmpty}</p> : null}
      <ol>
        {setup.weeks.map((week) => {
          const title = t.hours.since(dates.day(`${week.validFrom}T12:00:00Z`));
          return (
            <li key={week.id}>
              <p>
                <strong>{title}</strong> {week.id === ruling ? <span className="tag">{t.hours.ruling}</span> : null}
                {week.validFrom > today ? <span className="tag">{t.hours.planned}</span> : null}
              </p>
              <p>{week.week ? weekInWords(week.week) : t.hours.followsWider}</p>
              <p className="muted">
                {t.hours.recorded(dates.moment(week.recordedAt, now), week.recordedBy?.name ?? t.hours.somebody)}
              </p>
              <button
                type="button"
                className="button button--small"
                aria-label={t.hours.removeOf(title)}
                onClick={() => void state.remove(week.id)}
              >
                {t.hours.remove}
              </button>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
