import type { ContactColumn_ContactFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { formatDuration } from '#client/lib/durations.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { Icon } from '#client/ui/Icon.tsx';

type Journey = ContactColumn_ContactFragment['journey'];

function JourneyFacts({ journey }: { readonly journey: Journey }) {
  const { t, language } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const { firstContactAt, answeredAt, firstTimeFix } = journey;
  const took =
    firstContactAt !== null && answeredAt !== null ? Date.parse(answeredAt) - Date.parse(firstContactAt) : null;
  return (
    <dl className="journey__facts">
      {firstContactAt === null ? null : (
        <div>
          <dt>{t.contact.firstContact}</dt>
          <dd>{dates.moment(firstContactAt, now)}</dd>
        </div>
      )}
      <div>
        <dt>{t.contact.answered}</dt>
        <dd>
          {answeredAt === null ? t.contact.notAnswered : dates.moment(answeredAt, now)}
          {took === null ? null : <span className="muted"> ({formatDuration(took, language)})</span>}
        </dd>
      </div>
      {firstTimeFix === null ? null : (
        <div>
          <dt>{t.contact.firstTimeFix}</dt>
          <dd className={firstTimeFix ? 'is-good' : 'is-bad'}>
            <Icon name={firstTimeFix ? 'check' : 'cross'} size={14} /> {firstTimeFix ? t.common.yes : t.common.no}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** How often the customer had to come back before the first real answer. */
export function JourneySummary({ journey }: { readonly journey: Journey }) {
  const { t } = useLanguage();
  const count = journey.momentsBeforeAnswer;
  if (journey.firstContactAt === null) return <p className="muted">{t.contact.none}</p>;
  const good = journey.answeredAt === null ? 'open' : 'good';
  const tone = count > 2 ? 'bad' : count === 2 ? 'soon' : good;
  return (
    <section className={`journey journey--${tone}`} aria-label={t.contact.title}>
      <p className="journey__count">
        <strong>{count}</strong>
        <span>
          {t.contact.moments(count)} {journey.answeredAt === null ? t.contact.stillNone : t.contact.beforeAnswer}
        </span>
      </p>
      <JourneyFacts journey={journey} />
    </section>
  );
}
