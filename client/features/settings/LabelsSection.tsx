import { useLazyQuery, useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import type { LabelsSectionQuery } from '#client/gql/graphql.ts';
import { graphql } from '#client/gql/index.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { saveFile } from '#client/lib/save-file.ts';
import { useViewer } from '#client/lib/viewer.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { EmptyState, ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';

const LabelsDocument = graphql(`
  query LabelsSection {
    promiseLabels(first: 100) {
      id
      verdict
      text
      reader {
        kind
        act
        dueAt
        wording {
          text
        }
      }
      person {
        kind
        act
        dueAt
        wording {
          text
        }
      }
      conversation {
        id
      }
      by {
        id
        name
      }
      at
    }
  }
`);

const LabelLinesDocument = graphql(`
  query LabelsSection_lines {
    promiseLabelLines
  }
`);

type Label = LabelsSectionQuery['promiseLabels'][number];

function Said({ who, said }: { readonly who: string; readonly said: Label['reader'] }) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  return (
    <p>
      {who}:{' '}
      {said ? (
        <>
          <q className="words">{said.wording.text}</q> <span className="tag">{t.promise.kinds[said.kind]}</span>{' '}
          <span className="tag">{t.promise.acts[said.act]}</span> {dates.moment(said.dueAt, now)}
        </>
      ) : (
        <span className="muted">{t.labels.nothing}</span>
      )}
    </p>
  );
}

function ExportButton() {
  const { t } = useLanguage();
  const [read, { loading, error }] = useLazyQuery(LabelLinesDocument, {
    fetchPolicy: 'network-only',
    // What fails is shown, not thrown.
    errorPolicy: 'all',
  });
  const download = async (): Promise<void> => {
    const { data } = await read();
    if (!data) return;
    saveFile('promise-labels.jsonl', data.promiseLabelLines, 'application/x-ndjson');
  };
  return (
    <>
      <p>
        <button type="button" className="button" disabled={loading} onClick={() => void download()}>
          <Icon name="file" size={14} /> {t.labels.export}
        </button>{' '}
        <span className="muted">{t.labels.exportHint}</span>
      </p>
      {error ? <Notice tone="bad">{t.common.loadFailed}</Notice> : null}
    </>
  );
}

/** What colleagues corrected in how promises were read, newest first. */
export function LabelsSection() {
  const { t } = useLanguage();
  const { role } = useViewer();
  const dates = useDates();
  const now = useNow(60_000);
  const { data, error, refetch } = useQuery(LabelsDocument, { fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={3} />;
  return (
    <section className="hours" aria-labelledby="labels-title">
      <h2 id="labels-title">{t.labels.title}</h2>
      <p className="muted page__intro">{t.labels.intro}</p>
      {role === 'admin' && data.promiseLabels.length > 0 ? <ExportButton /> : null}
      {data.promiseLabels.length === 0 ? <EmptyState icon="pen" title={t.labels.empty} /> : null}
      {data.promiseLabels.map((label) => (
        <article key={label.id} className="card">
          <p>
            <span className="tag">{t.labels.verdicts[label.verdict]}</span>{' '}
            <span className="muted">
              {label.by?.name} · {dates.moment(label.at, now)}
            </span>
          </p>
          <p className="words">{label.text}</p>
          <Said who={t.labels.reader} said={label.reader} />
          <Said who={t.labels.person} said={label.person} />
          {label.conversation ? <Link to={`/inbox/${label.conversation.id}`}>{t.labels.open}</Link> : null}
        </article>
      ))}
    </section>
  );
}
