import { useDates } from '../lib/dates.ts';
import { formatDuration } from '../lib/durations.ts';
import { useLanguage } from '../lib/i18n/LanguageProvider.tsx';
import type { LocalText } from '../lib/i18n/language.ts';
import { useNow } from '../lib/present.ts';
import { PromiseBadge } from './PromiseBadge.tsx';
import type { PromiseForBadge } from './PromiseBadge.tsx';

/** A promise with everything that is known about it. */
export type PromiseWithFacts = PromiseForBadge & {
  readonly kind: 'explicit' | 'vague';
  readonly act: 'reply' | 'call' | 'action';
  readonly understood: LocalText;
  readonly confidence: number;
  readonly madeAt: string;
  readonly onTopOfMissed: boolean;
};

/** What was understood from the promising words, how sure that is, the deadline and how it ended. */
export function PromiseFacts({ promise }: { readonly promise: PromiseWithFacts }) {
  const { t, pick, language } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  return (
    <div className="facts">
      <PromiseBadge promise={promise} />
      <dl>
        <dt>{t.promise.understood}</dt>
        <dd>
          {pick(promise.understood)} <span className="tag">{t.promise.kinds[promise.kind]}</span>{' '}
          <span className="tag">{t.promise.acts[promise.act]}</span>
        </dd>
        <dt>{t.promise.confidence}</dt>
        <dd>
          <meter min={0} max={1} value={promise.confidence} aria-label={t.promise.confidence} />{' '}
          {Math.round(promise.confidence * 100)}%
        </dd>
        <dt>{t.promise.madeAt}</dt>
        <dd>{dates.moment(promise.madeAt, now)}</dd>
        <dt>{t.promise.due}</dt>
        <dd>{dates.moment(promise.dueAt, now)}</dd>
        <dt>{t.promise.state}</dt>
        <dd>{t.promise.states[promise.state]}</dd>
        {promise.lateByMs === null ? null : (
          <>
            <dt>{t.promise.lateBy}</dt>
            <dd className="is-bad">{formatDuration(promise.lateByMs, language)}</dd>
          </>
        )}
      </dl>
      {promise.onTopOfMissed ? <p className="facts__warning">{t.promise.onTopOfMissed}</p> : null}
    </div>
  );
}
