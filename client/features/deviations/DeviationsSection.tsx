import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DeviationsSectionQuery } from '#client/gql/graphql.ts';
import { graphql } from '#client/gql/index.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { EmptyState, ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { draftMessages } from '#shared/replies/draft-messages.data.ts';

const DeviationsDocument = graphql(`
  query DeviationsSection {
    deviationCounts {
      replies
      codes {
        code
        count
      }
    }
    deviations(first: 200) {
      id
      at
      userName
      codes
      reason
      conversationId
      conversation {
        id
        contact {
          id
          displayName
        }
      }
      reply {
        id
        text
      }
    }
  }
`);

type Deviation = DeviationsSectionQuery['deviations'][number];
type CodeCount = DeviationsSectionQuery['deviationCounts']['codes'][number];

function useCodeText(): (code: string) => string {
  const { pick } = useLanguage();
  return (code) =>
    Object.hasOwn(draftMessages, code) ? pick(draftMessages[code as keyof typeof draftMessages].message) : code;
}

type CountsProps = {
  readonly counts: readonly CodeCount[];
  readonly chosen: string | null;
  readonly onChosen: (code: string | null) => void;
};

function CountTable({ counts, chosen, onChosen }: CountsProps) {
  const { t } = useLanguage();
  const textOf = useCodeText();
  return (
    <div className="table-box" role="region" aria-label={t.deviations.title} tabIndex={0}>
      <table className="table deviation-counts">
        <thead>
          <tr>
            <th scope="col">{t.deviations.code}</th>
            <th scope="col">{t.deviations.count}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ code, count }) => (
            <tr key={code}>
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  aria-pressed={chosen === code}
                  onClick={() => {
                    onChosen(chosen === code ? null : code);
                  }}
                >
                  {textOf(code)}
                </button>
              </th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DeviationCard({ deviation }: { readonly deviation: Deviation }) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const textOf = useCodeText();
  const { conversation, reply } = deviation;
  return (
    <article className="card">
      <p>
        <strong>{deviation.userName}</strong>{' '}
        <span className="muted">
          {conversation ? `${conversation.contact.displayName} · ` : ''}
          {dates.moment(deviation.at, now)}
        </span>
      </p>
      <p>
        {t.deviations.reason}: <q className="words">{deviation.reason}</q>
      </p>
      <ul className="deviation-codes">
        {deviation.codes.map((code) => (
          <li key={code}>{textOf(code)}</li>
        ))}
      </ul>
      {reply && reply.text !== '' ? <p className="words">{reply.text}</p> : null}
      {conversation ? <Link to={`/inbox/${conversation.id}`}>{t.deviations.open}</Link> : null}
    </article>
  );
}

/** Replies sent in spite of an error, with the reasons: how often which error, and the newest with the way to the conversation. */
export function DeviationsSection() {
  const { t } = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(DeviationsDocument, { fetchPolicy: 'cache-and-network' });
  const textOf = useCodeText();
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={3} />;
  const { deviationCounts, deviations } = data;
  const shown = deviations.filter(({ codes }) => chosen === null || codes.includes(chosen));
  return (
    <section className="hours" aria-labelledby="deviations-title">
      <h2 id="deviations-title">{t.deviations.title}</h2>
      <p className="muted page__intro">{t.deviations.intro}</p>
      {deviations.length === 0 ? (
        <EmptyState icon="flag" title={t.deviations.empty} />
      ) : (
        <>
          <p>
            <strong>{t.deviations.total(deviationCounts.replies)}</strong>
          </p>
          <CountTable counts={deviationCounts.codes} chosen={chosen} onChosen={setChosen} />
          <h3>{t.deviations.shown(shown.length)}</h3>
          {chosen === null ? null : (
            <p role="status">
              {t.deviations.only(textOf(chosen))}{' '}
              <button
                type="button"
                className="button button--small"
                onClick={() => {
                  setChosen(null);
                }}
              >
                {t.deviations.all}
              </button>
            </p>
          )}
          {shown.map((deviation) => (
            <DeviationCard key={deviation.id} deviation={deviation} />
          ))}
        </>
      )}
    </section>
  );
}
