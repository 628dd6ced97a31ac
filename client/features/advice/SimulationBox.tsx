import { useState } from 'react';
import { Link } from 'react-router';
import type { Visibility } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { formatDuration } from '#client/lib/durations.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { usePromiseSimulation } from '#client/lib/promise-simulation.ts';
import type { PromiseSimulation, SimulationQuestion } from '#client/lib/promise-simulation.ts';
import { ContradictionList } from '#client/ui/ContradictionList.tsx';
import { ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import { percent } from './percent.ts';

const longestText = 2_000;

function Misses({ simulation }: { readonly simulation: PromiseSimulation }) {
  const { t, language } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const { misses, n, kept } = simulation;
  if (misses.length === 0) return null;
  return (
    <details className="simulation__misses">
      <summary>{t.advice.misses(n - kept)}</summary>
      <p className="muted">{t.advice.missesLatest}</p>
      <ul>
        {misses.map((miss) => {
          const duration = formatDuration(miss.lateByMs, language);
          return (
            <li key={`${miss.conversationId} ${miss.startedAt}`}>
              <Link to={`/inbox/${miss.conversationId}`}>{t.advice.missOf(dates.moment(miss.startedAt, now))}</Link>{' '}
              <span className="is-bad">
                {miss.answeredAt === null ? t.advice.stillWaiting(duration) : t.advice.late(duration)}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

type OutcomeProps = { readonly simulation: PromiseSimulation; readonly asked: Visibility | null };

function Outcome({ simulation, asked }: OutcomeProps) {
  const { t, language } = useLanguage();
  const { n, share, low, high, notYetDue, withoutPromise, capped } = simulation;
  if (typeof share !== 'number') {
    return <p>{withoutPromise > 0 ? t.advice.nothingPromised : t.advice.nothingKnown}</p>;
  }
  return (
    <>
      <p className="simulation__share">{t.advice.kept(percent(share, language), n)}</p>
      <meter className="simulation__meter" min={0} max={1} value={share} aria-hidden />
      <p className="muted">{t.advice.interval(percent(low, language), percent(high, language))}</p>
      {notYetDue > 0 ? <p className="muted">{t.advice.notYetDue(notYetDue)}</p> : null}
      {asked && !simulation.visibility ? <p className="muted">{t.advice.simulatedTogether}</p> : null}
      {capped ? <p className="muted">{t.advice.capped}</p> : null}
      <Misses simulation={simulation} />
      <ContradictionList contradictions={simulation.contradictions} />
    </>
  );
}

/** A text to try: how it would have been kept, whom it would have failed, and what speaks against it now. */
export function SimulationBox({
  initial,
  ...question
}: Omit<SimulationQuestion, 'text'> & { readonly initial: string }) {
  const { t, pick } = useLanguage();
  const [text, setText] = useState(initial);
  const { simulation, refusal, loading, failed } = usePromiseSimulation({ ...question, text });
  return (
    <section aria-labelledby="simulation-title" className="card simulation">
      <h2 id="simulation-title">{t.advice.simulateTitle}</h2>
      <p className="muted">{t.advice.simulateHint}</p>
      <label className="field">
        <span className="field__label">{t.advice.text}</span>
        <textarea
          className="input"
          rows={4}
          maxLength={longestText}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </label>
      <p className="muted">{t.advice.slotHint}</p>
      <div className="simulation__outcome" aria-live="polite" aria-busy={loading}>
        {failed ? <ErrorState /> : null}
        {refusal ? <Notice tone="bad">{pick(refusal)}</Notice> : null}
        {simulation ? <Outcome simulation={simulation} asked={question.visibility ?? null} /> : null}
        {!simulation && loading && text.trim() !== '' ? <Skeleton blocks={1} /> : null}
      </div>
    </section>
  );
}
