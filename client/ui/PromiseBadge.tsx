import { formatShortDuration } from '../lib/durations.ts';
import { useLanguage } from '../lib/i18n/LanguageProvider.tsx';
import type { Language } from '../lib/i18n/language.ts';
import type { Dictionary } from '../lib/i18n/nl.ts';
import { useNow } from '../lib/present.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

/** The parts of a promise that its badge shows. Instants are ISO 8601, lengths milliseconds. */
export type PromiseForBadge = {
  readonly state: 'open' | 'kept' | 'missed' | 'superseded' | 'withdrawn';
  readonly dueAt: string;
  readonly settledAt?: string | null;
  readonly lateByMs: number | null;
  readonly wording: { readonly text: string };
};

/** How a promise stands at an instant: how it looks and what is said. */
export type PromiseStanding = { readonly tone: 'open' | 'soon' | 'missed' | 'kept' | 'gone'; readonly status: string };

const soonMs = 60 * 60_000;

const toneIcons: Record<PromiseStanding['tone'], IconName> = {
  open: 'clock',
  soon: 'hourglass',
  missed: 'alert',
  kept: 'check',
  gone: 'minus',
};

/** Works out the standing. An open promise whose deadline passed is late at once, also before the server's sweep says so. */
export function standingOf(promise: PromiseForBadge, now: Date, t: Dictionary, language: Language): PromiseStanding {
  const leftMs = Date.parse(promise.dueAt) - now.getTime();
  const stillOpen = promise.state === 'open' || (promise.state === 'missed' && (promise.settledAt ?? null) === null);
  if (promise.state === 'open' && leftMs > 0) {
    return { tone: leftMs <= soonMs ? 'soon' : 'open', status: t.promise.left(formatShortDuration(leftMs, language)) };
  }
  if (stillOpen) return { tone: 'missed', status: t.promise.late(formatShortDuration(leftMs, language)) };
  if (promise.state === 'missed') {
    const late =
      promise.lateByMs === null
        ? t.promise.states.missed
        : t.promise.late(formatShortDuration(promise.lateByMs, language));
    return { tone: 'missed', status: late };
  }
  return { tone: promise.state === 'kept' ? 'kept' : 'gone', status: t.promise.states[promise.state] };
}

/** The promise in the words the customer saw, with its state and a running countdown. */
export function PromiseBadge({ promise }: { readonly promise: PromiseForBadge }) {
  const { t, language } = useLanguage();
  const now = useNow();
  const { tone, status } = standingOf(promise, now, t, language);
  return (
    <span
      className={`promise promise--${tone}`}
      data-testid="promise-badge"
      title={t.promise.badge(promise.wording.text, status)}
    >
      <Icon name={toneIcons[tone]} size={14} />
      <span className="visually-hidden">{t.promise.title} </span>
      <q className="promise__words">{promise.wording.text}</q>
      <span className="promise__status">{status}</span>
    </span>
  );
}
