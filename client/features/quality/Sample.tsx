import { useApolloClient } from '@apollo/client/react';
import type { QualitySampleQuery } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { EmptyState, Notice } from '#client/ui/StateViews.tsx';
import { ReviewDesk } from './ReviewDesk.tsx';

type Drawn = Extract<QualitySampleQuery['qualitySample'], { __typename: 'QualitySample' }>;

type HeadProps = {
  readonly sample: Drawn;
  readonly round: number;
  readonly onRound: (round: number) => void;
};

function SampleHead({ sample, round, onRound }: HeadProps) {
  const { t } = useLanguage();
  return (
    <div className="report__head">
      <h3 id="quality-sample">{t.quality.sample}</h3>
      <p className="muted">
        {t.quality.drawn(sample.replies.length, sample.reviewable)}
        {round > 1 ? ` · ${t.quality.round(round)}` : ''}
      </p>
      {sample.left > 0 ? (
        <button
          type="button"
          className="button button--small"
          onClick={() => {
            onRound(round + 1);
          }}
        >
          {t.quality.nextRound}
        </button>
      ) : null}
      {round > 1 ? (
        <button
          type="button"
          className="button button--small"
          onClick={() => {
            onRound(1);
          }}
        >
          {t.quality.firstRound}
        </button>
      ) : null}
    </div>
  );
}

type SampleProps = Omit<HeadProps, 'sample'> & { readonly sample: QualitySampleQuery['qualitySample'] };

/** A drawn sample with its replies to score, or why there is none. */
export function Sample({ sample, ...head }: SampleProps) {
  const { t, pick } = useLanguage();
  const client = useApolloClient();
  if (sample.__typename !== 'QualitySample') return <Notice tone="bad">{pick(sample.message)}</Notice>;
  return (
    <section aria-labelledby="quality-sample">
      <SampleHead sample={sample} {...head} />
      {sample.complete ? null : <Notice tone="warn">{t.quality.incomplete}</Notice>}
      {sample.replies.length === 0 ? (
        <EmptyState icon="letter" title={t.quality.empty} hint={t.quality.emptyHint} />
      ) : (
        <ReviewDesk
          replies={sample.replies}
          onReviewed={() => {
            void client.refetchQueries({ include: ['QualityTrend'] });
          }}
        />
      )}
    </section>
  );
}
