import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import type { QualitySampleQuery } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useShortcut } from '#client/lib/ShortcutProvider.tsx';
import { readingAgain } from '#client/lib/reading-again.ts';
import { EmptyState, ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { ReviewCaseDocument } from './quality-documents.ts';
import { ReviewedReply } from './ReviewedReply.tsx';
import { ScoreForm } from './ScoreForm.tsx';

type Sampled = Extract<QualitySampleQuery['qualitySample'], { __typename: 'QualitySample' }>['replies'][number];

type CaseProps = {
  readonly messageId: string;
  readonly onSaved: () => void;
  readonly onMove: (by: 1 | -1) => void;
  /** Whether the focus follows to the reply: not when the page was only just opened. */
  readonly takesFocus: boolean;
};

function DeskCase({ messageId, takesFocus, ...form }: CaseProps) {
  const { t } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useQuery(ReviewCaseDocument, {
    variables: { messageId },
    fetchPolicy: 'cache-and-network',
  });
  const there = data !== undefined;
  useEffect(() => {
    if (there && takesFocus) place.current?.querySelector<HTMLElement>('[data-quality-head]')?.focus();
  }, [there, takesFocus]);
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={3} />;
  if (!data.reviewCase) return <EmptyState icon="cross" title={t.quality.gone} />;
  return (
    <div ref={place} className="quality-desk">
      <ReviewedReply found={data.reviewCase} />
      <ScoreForm found={data.reviewCase} {...form} />
    </div>
  );
}

type ReviewDeskProps = { readonly replies: readonly Sampled[]; readonly onReviewed: () => void };

/** The replies of a sample one after another; begins at the first that nobody reviewed. */
export function ReviewDesk({ replies, onReviewed }: ReviewDeskProps) {
  const { t } = useLanguage();
  const [saved, setSaved] = useState<ReadonlySet<string>>(new Set());
  const isDone = ({ messageId, reviewed }: Sampled): boolean => reviewed || saved.has(messageId);
  const [place, setPlace] = useState(() =>
    Math.max(
      0,
      replies.findIndex((each) => !each.reviewed),
    ),
  );
  const [moved, setMoved] = useState(false);
  const done = replies.filter(isDone).length;
  const current = replies[place];
  const move = (by: 1 | -1): void => {
    setMoved(true);
    setPlace(Math.min(replies.length - 1, Math.max(0, place + by)));
  };
  useShortcut('next', () => {
    move(1);
  });
  useShortcut('previous', () => {
    move(-1);
  });
  if (!current) return null;
  return (
    <>
      <div className="quality-progress">
        <progress max={replies.length} value={done} aria-label={t.quality.progress(done, replies.length)} />
        <span>{t.quality.progress(done, replies.length)}</span>
        {done === replies.length ? <strong role="status">{t.quality.allDone}</strong> : null}
      </div>
      <h3 aria-live="polite">
        {t.quality.reply(place + 1, replies.length)}{' '}
        {isDone(current) ? <span className="tag">{t.quality.reviewed}</span> : null}
      </h3>
      <DeskCase
        key={current.messageId}
        messageId={current.messageId}
        takesFocus={moved}
        onMove={move}
        onSaved={() => {
          setSaved(new Set([...saved, current.messageId]));
          onReviewed();
          move(1);
        }}
      />
    </>
  );
}
