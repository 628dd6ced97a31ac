import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import type { OwnReviewsQuery } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { EmptyState, ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { OwnReviewsDocument } from './quality-documents.ts';

type Review = OwnReviewsQuery['ownReviews'][number];

function ReviewCard({ review }: { readonly review: Review }) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const { scores, note, reviewerName, at, reply, conversationId } = review;
  return (
    <article className="card">
      <p>
        <strong>{t.quality.from(reviewerName)}</strong> <span className="muted">{dates.moment(at, now)}</span>
      </p>
      <dl className="quality-scores">
        {scores.map(({ part, score }) => (
          <div key={part}>
            <dt>{t.quality.parts[part]}</dt>
            <dd>{score ?? t.quality.notApplicable}</dd>
          </div>
        ))}
      </dl>
      {note === '' ? null : <p className="words">{note}</p>}
      <blockquote className="quality-text words">{reply && reply.text !== '' ? reply.text : t.quality.gone}</blockquote>
      <Link to={`/inbox/${conversationId}`}>{t.quality.open}</Link>
    </article>
  );
}

/** What leads said of the viewer's replies, the latest reply first. */
export function OwnReviews() {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(OwnReviewsDocument, { fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={3} />;
  const { ownReviews } = data;
  return (
    <>
      <h3>{t.quality.own}</h3>
      <p className="muted page__intro">{t.quality.ownIntro}</p>
      {ownReviews.length === 0 ? (
        <EmptyState icon="calm" title={t.quality.ownEmpty} hint={t.quality.ownEmptyHint} />
      ) : null}
      {ownReviews.map((review) => (
        <ReviewCard key={review.id} review={review} />
      ))}
    </>
  );
}
