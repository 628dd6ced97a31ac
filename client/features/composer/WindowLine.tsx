import type { ComposerQuery } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { formatDuration } from '#client/lib/durations.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';

type WindowLineProps = {
  readonly replyWindow: NonNullable<ComposerQuery['conversation']>['replyWindow'];
  readonly now: Date;
};

const soonMs = 2 * 3_600_000;

/** Until when a reply may go out, or why it may not. */
export function WindowLine({ replyWindow, now }: WindowLineProps) {
  const { t, pick, language } = useLanguage();
  const dates = useDates();
  const { open, closesAt, reason } = replyWindow;
  if (!open) {
    return (
      <p className="window window--closed" role="status">
        <Icon name="lock" size={14} />
        <strong>{t.composer.windowClosed}</strong>
        {reason ? <span>{pick(reason)}</span> : null}
      </p>
    );
  }
  const leftMs = closesAt === null ? null : Date.parse(closesAt) - now.getTime();
  return (
    <p className={leftMs !== null && leftMs < soonMs ? 'window window--soon' : 'window'}>
      {leftMs === null || closesAt === null ? null : (
        <>
          <Icon name="hourglass" size={14} />
          <span>
            {t.composer.windowLeft(formatDuration(Math.max(0, leftMs), language))},{' '}
            {t.composer.closesAt(dates.moment(closesAt, now))}
          </span>
        </>
      )}
      {reason ? <span className="muted">{pick(reason)}</span> : null}
    </p>
  );
}
