import type { NormRow_NormFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { formatDuration } from '#client/lib/durations.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';

type Norms = readonly NormRow_NormFragment[];

/** Every norm that was ever set, newest first: waiting times are judged by the one that held when they began. */
export function NormHistory({ norms, current }: { readonly norms: Norms; readonly current: Norms }) {
  const { t, language } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  if (norms.length === 0) return null;
  return (
    <details className="card versions">
      <summary>
        {t.settings.versions} ({norms.length})
      </summary>
      <ol>
        {norms.map((norm) => (
          <li key={norm.id}>
            <strong>
              {norm.channel?.label ?? t.settings.allChannels}, {t.visibility[norm.visibility]}
            </strong>
            : {formatDuration(norm.usualMs, language)} / {formatDuration(norm.maxMs, language)}{' '}
            <span className="muted">{t.settings.versionSince(dates.moment(norm.validFrom, now))}</span>{' '}
            {current.some(({ id }) => id === norm.id) ? <span className="tag">{t.settings.current}</span> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}
