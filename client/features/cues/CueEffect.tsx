import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CueEffectQuery, CueWordChangeInput } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { cueStyleOf } from '#client/ui/cue-style.ts';
import { ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import { CueEffectTable } from './CueEffectTable.tsx';
import { CueWordEffectDocument } from './cue-word-documents.ts';

type Effect = Extract<CueEffectQuery['cueWordEffect'], { readonly looked: unknown }>;
type Otherwise = Effect['otherwise'][number];

const periods = [7, 30, 60] as const;
const shownLetters = 200;

function Tags({ tags, word }: { readonly tags: Otherwise['gained']; readonly word: string }) {
  const { pick } = useLanguage();
  return tags.map(({ code, label }) => (
    <span key={code} className="cue-effect__tag">
      {word}: <span className={`cue cue--${cueStyleOf(code)}`}>{pick(label)}</span>
    </span>
  ));
}

function OtherwiseMarked({ effect }: { readonly effect: Effect }) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  return (
    <>
      <p>
        <strong>{t.cueEffect.recent(effect.otherwiseCount, effect.looked)}</strong>{' '}
        {effect.otherwiseCount > effect.otherwise.length ? t.cueEffect.shown(effect.otherwise.length) : null}
      </p>
      <ul className="cue-messages" hidden={effect.otherwise.length === 0}>
        {effect.otherwise.map(({ message, gained, lost }) => (
          <li key={message.id}>
            <Link className="cue-messages__link" to={`/inbox/${message.conversationId}`}>
              <span className="cue-effect__tags">
                <Tags tags={gained} word={t.cueEffect.gained} />
                <Tags tags={lost} word={t.cueEffect.lost} />
                <time className="muted board__who" dateTime={message.sentAt}>
                  {dates.moment(message.sentAt, now)}
                </time>
              </span>
              <span className="words">{message.text.slice(0, shownLetters)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a change of words would do, before it is made: on recent messages, on the brand's own judgements and on the shipped test set. */
export function CueEffect({ change }: { readonly change: CueWordChangeInput }) {
  const { t, pick } = useLanguage();
  const [days, setDays] = useState<number>(30);
  const { data, error, refetch } = useQuery(CueWordEffectDocument, {
    variables: { input: change, days },
    fetchPolicy: 'network-only',
  });
  const effect = data?.cueWordEffect;
  return (
    <section className="cue-effect" aria-label={t.cueEffect.title} aria-live="polite" aria-busy={!data && !error}>
      <h3>{t.cueEffect.title}</h3>
      <label className="report__choice">
        {t.cueEffect.days}
        <select
          className="input input--small"
          value={days}
          onChange={(event) => {
            setDays(Number(event.target.value));
          }}
        >
          {periods.map((each) => (
            <option key={each} value={each}>
              {t.cueEffect.daysOf(each)}
            </option>
          ))}
        </select>
      </label>
      {error && !data ? <ErrorState onRetry={readingAgain(refetch)} /> : null}
      {!data && !error ? <Skeleton blocks={2} /> : null}
      {effect && 'message' in effect ? <Notice tone="bad">{pick(effect.message)}</Notice> : null}
      {effect && 'looked' in effect ? (
        <>
          <OtherwiseMarked effect={effect} />
          {effect.labelled.messages === 0 ? (
            <p className="muted">{t.cueEffect.labelledNone}</p>
          ) : (
            <CueEffectTable
              set={effect.labelled}
              title={t.cueEffect.labelled(effect.labelled.messages)}
              note={t.cueEffect.labelledNote}
            />
          )}
          <CueEffectTable
            set={effect.shipped}
            title={t.cueEffect.shipped(effect.shipped.messages)}
            note={t.cueEffect.shippedNote}
          />
          <p className="muted">{t.cueEffect.explain}</p>
        </>
      ) : null}
    </section>
  );
}
