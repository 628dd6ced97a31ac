import { skipToken, useQuery } from '@apollo/client/react';
import type { ClockStrip_ClockFragment, ClockStrip_ConversationFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { formatDuration, formatRunningClock } from '#client/lib/durations.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { ClockStripDocument } from './conversation-documents.ts';

type Clock = ClockStrip_ClockFragment;

const pollMs = 30_000;

/** Where things stand on a bar that is as long as the norm, or as the waiting time once that is longer. Shares 0 to 100. */
export function normShares(
  elapsedMs: number,
  usualMs: number,
  maxMs: number,
): { used: number; usual: number; max: number } {
  const whole = Math.max(elapsedMs, maxMs, 1);
  const share = (ms: number): number => Math.round((Math.max(0, ms) / whole) * 1000) / 10;
  return { used: share(elapsedMs), usual: share(usualMs), max: share(maxMs) };
}

function NormBar({ clock, elapsedMs }: { readonly clock: Clock; readonly elapsedMs: number }) {
  const { t, language } = useLanguage();
  const shares = normShares(elapsedMs, clock.usualMs, clock.maxMs);
  const overMs = elapsedMs - clock.maxMs;
  const text =
    overMs > 0 ? t.clock.overdue(formatDuration(overMs, language)) : t.clock.left(formatDuration(overMs, language));
  const tone = overMs > 0 ? 'missed' : elapsedMs > clock.usualMs ? 'soon' : 'open';
  return (
    <div className={`norm norm--${tone}`}>
      <div className="norm__bar" role="img" aria-label={t.clock.norm(Math.round((elapsedMs / clock.maxMs) * 100))}>
        <span className="norm__used" style={{ width: `${String(shares.used)}%` }} />
        <span className="norm__tick" style={{ left: `${String(shares.usual)}%` }} />
        <span className="norm__tick norm__tick--max" style={{ left: `${String(shares.max)}%` }} />
      </div>
      <p className="norm__text">
        <strong>{text}</strong>
        <span className="muted">
          {t.clock.usual} {formatDuration(clock.usualMs, language)} · {t.clock.max}{' '}
          {formatDuration(clock.maxMs, language)}
        </span>
      </p>
    </div>
  );
}

/** The standing promise of the page in this turn: apart from what was promised in words. */
function ClaimChip({ claim }: { readonly claim: NonNullable<Clock['claim']> }) {
  const { t, language } = useLanguage();
  const tones = { open: 'open', kept: 'kept', missed: 'missed', superseded: 'calm', withdrawn: 'calm' } as const;
  const late = claim.lateByMs === null ? '' : ` · ${t.promise.late(formatDuration(claim.lateByMs, language))}`;
  return (
    <span className={`promise promise--${tones[claim.state]}`} data-testid="claim-chip">
      <Icon name={claim.state === 'missed' ? 'alert' : claim.state === 'kept' ? 'check' : 'globe'} size={14} />
      <span className="promise__words">{t.claim.standing(claim.text)}</span>
      <span className="promise__status">
        {t.claim.states[claim.state]}
        {late}
      </span>
    </span>
  );
}

function RunningClock({ clock }: { readonly clock: Clock }) {
  const { t, language } = useLanguage();
  const dates = useDates();
  const now = useNow();
  const elapsedMs = now.getTime() - Date.parse(clock.startedAt);
  return (
    <div className="clocks">
      <dl className="clocks__pair">
        <div>
          <dt>{t.clock.calendar}</dt>
          <dd className="clocks__time">{formatRunningClock(elapsedMs)}</dd>
        </div>
        <div>
          <dt>{t.clock.openHours}</dt>
          <dd className="clocks__time">{formatDuration(clock.openHoursMs, language)}</dd>
        </div>
      </dl>
      <span className="clocks__since muted">{t.clock.since(dates.moment(clock.startedAt, now))}</span>
      {clock.claim ? <ClaimChip claim={clock.claim} /> : null}
      <NormBar clock={clock} elapsedMs={elapsedMs} />
    </div>
  );
}

function StoppedClock({ last }: { readonly last: Clock | undefined }) {
  const { t, language } = useLanguage();
  return (
    <p className="clocks clocks--calm">
      <Icon name="calm" />
      <span>{t.clock.nobody}</span>
      {last?.state === 'answered' ? (
        <span className="muted">{t.clock.answeredIn(formatDuration(last.calendarMs, language))}</span>
      ) : null}
      {last?.claim ? <ClaimChip claim={last.claim} /> : null}
      {last?.state === 'excused' && last.reason !== null ? (
        <span className="muted">{t.clock.excused(last.reason)}</span>
      ) : null}
    </p>
  );
}

/** How long the customer waits, on the calendar and in opening hours side by side, against the norm. */
export function ClockStrip({ conversation }: { readonly conversation: ClockStrip_ConversationFragment }) {
  const { t } = useLanguage();
  const running = conversation.clock?.state === 'running' ? conversation.clock : null;
  useQuery(
    ClockStripDocument,
    running ? { variables: { id: conversation.id }, pollInterval: pollMs, fetchPolicy: 'cache-first' } : skipToken,
  );
  return (
    <section className="clock-strip" aria-label={t.clock.title}>
      {running ? <RunningClock clock={running} /> : <StoppedClock last={conversation.clocks[0]} />}
    </section>
  );
}
