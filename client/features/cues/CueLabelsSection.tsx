import { useLazyQuery, useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import type { CueLabelsSectionQuery } from '#client/gql/graphql.ts';
import { graphql } from '#client/gql/index.ts';
import { csvOf } from '#client/lib/csv.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { saveFile } from '#client/lib/save-file.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { cueStyleOf } from '#client/ui/cue-style.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { EmptyState, ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import { labelRows } from './cue-label-lines.ts';

const CueLabelsDocument = graphql(`
  query CueLabelsSection {
    cueLabels(first: 200) {
      id
      code
      label {
        nl
        en
      }
      verdict
      words {
        start
        end
        text
      }
      userName
      at
      message {
        id
        conversationId
        text
      }
    }
  }
`);

const CueLabelLinesDocument = graphql(`
  query CueLabelsSection_lines {
    cueLabelLines
  }
`);

type Label = CueLabelsSectionQuery['cueLabels'][number];

function ExportButtons() {
  const { t, language } = useLanguage();
  const [read, { loading, error }] = useLazyQuery(CueLabelLinesDocument, {
    fetchPolicy: 'network-only',
    // What fails is shown, not thrown.
    errorPolicy: 'all',
  });
  const save = async (kind: 'json' | 'csv'): Promise<void> => {
    const { data } = await read();
    if (!data) return;
    if (kind === 'json') saveFile('cue-labels.jsonl', data.cueLabelLines, 'application/x-ndjson');
    else {
      const style = language === 'nl' ? 'semicolon' : 'comma';
      saveFile('cue-labels.csv', csvOf(labelRows(data.cueLabelLines, t), style), 'text/csv;charset=utf-8');
    }
  };
  return (
    <>
      <div className="form__buttons">
        {(['json', 'csv'] as const).map((kind) => (
          <button key={kind} type="button" className="button" disabled={loading} onClick={() => void save(kind)}>
            <Icon name="file" size={14} /> {t.cueLabels[kind]}
          </button>
        ))}
      </div>
      <p className="muted page__intro">{t.cueLabels.exportHint}</p>
      {error ? <Notice tone="bad">{t.common.loadFailed}</Notice> : null}
    </>
  );
}

const tones = { confirmed: 'check', rejected: 'cross', missed: 'plus' } as const;

function LabelCard({ label }: { readonly label: Label }) {
  const { t, pick } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const { verdict, words, message } = label;
  return (
    <article className="card">
      <p>
        <span className={`cue cue--${cueStyleOf(label.code)}`}>{pick(label.label)}</span>{' '}
        <span className="tag">
          {verdict ? <Icon name={tones[verdict]} size={12} /> : null}{' '}
          {verdict ? t.judge.verdicts[verdict] : t.judge.takenBack}
        </span>{' '}
        <span className="muted">
          {label.userName} · {dates.moment(label.at, now)}
        </span>
      </p>
      {words ? (
        <p>
          {t.cueLabels.words}: <q className="words">{words.text}</q>
        </p>
      ) : null}
      <p className="words">{message && message.text !== '' ? message.text : t.cueLabels.gone}</p>
      {message ? <Link to={`/inbox/${message.conversationId}`}>{t.cueLabels.open}</Link> : null}
    </article>
  );
}

/** What agents said of signs, newest first, with the export for tuning. */
export function CueLabelsSection() {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(CueLabelsDocument, { fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={3} />;
  const labels = data.cueLabels;
  return (
    <section className="hours" aria-labelledby="cue-labels-title">
      <h2 id="cue-labels-title">{t.cueLabels.title}</h2>
      <p className="muted page__intro">{t.cueLabels.intro}</p>
      {labels.length === 0 ? (
        <EmptyState icon="check" title={t.cueLabels.empty} hint={t.cueLabels.emptyHint} />
      ) : (
        <ExportButtons />
      )}
      {labels.map((label) => (
        <LabelCard key={label.id} label={label} />
      ))}
    </section>
  );
}
