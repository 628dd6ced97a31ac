import { useMutation, useQuery } from '@apollo/client/react';
import { graphql } from '#client/gql/index.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useSaving } from '#client/lib/use-saving.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';

const StatusPageDocument = graphql(`
  query StatusPage {
    statusPage {
      enabled
      path
    }
  }
`);

const SetStatusPageDocument = graphql(`
  mutation SetStatusPage($enabled: Boolean!) {
    setStatusPage(enabled: $enabled) {
      enabled
      path
    }
  }
`);

/** Shows or hides the brand's public status page. */
export function StatusSection() {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery(StatusPageDocument);
  const [run, { loading }] = useMutation(SetStatusPageDocument);
  const { save, problem } = useSaving(t.common.saved, () => undefined);
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={1} />;
  const { enabled, path } = data.statusPage;
  const toggle = async (): Promise<void> => {
    await save(async () => {
      await run({ variables: { enabled: !enabled } });
      await refetch();
      return null;
    });
  };
  return (
    <section aria-labelledby="status-title" className="card">
      <h2 id="status-title">{t.statusPage.title}</h2>
      <p className="muted">{t.statusPage.intro}</p>
      <p>{enabled ? t.statusPage.on : t.statusPage.off}</p>
      {enabled ? (
        <p>
          <a href={`${path}?lang=${language}`}>{t.statusPage.link}</a> · <code>{path}.json</code>
        </p>
      ) : null}
      {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
      <div className="form__buttons">
        <button type="button" className="button" disabled={loading} onClick={() => void toggle()}>
          {enabled ? t.statusPage.switchOff : t.statusPage.switchOn}
        </button>
      </div>
    </section>
  );
}
