import { useMutation } from '@apollo/client/react';
import type { TemplateCard_TemplateFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { useSaving } from '#client/lib/use-saving.ts';
import { useViewer } from '#client/lib/viewer.ts';
import { templateIntents } from '#shared/replies/template-model.ts';
import { Notice } from '#client/ui/StateViews.tsx';
import { ApproveTemplateDocument, ArchiveTemplateDocument } from './template-documents.ts';

type TemplateCardProps = { readonly template: TemplateCard_TemplateFragment; readonly onEdit: () => void };

function useTemplateChanges(id: string) {
  const { t } = useLanguage();
  const [approve] = useMutation(ApproveTemplateDocument);
  const [archive] = useMutation(ArchiveTemplateDocument);
  const { save, problem } = useSaving(t.common.saved, () => undefined);
  return {
    problem,
    approve: (version: number): void => {
      void save(async () => (await approve({ variables: { id, version } })).data?.approveTemplate);
    },
    archive: (archived: boolean): void => {
      void save(async () => (await archive({ variables: { id, archived } })).data?.archiveTemplate);
    },
  };
}

/** A template with its versions, where it stands and what came of it. */
export function TemplateCard({ template, onEdit }: TemplateCardProps) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const { role } = useViewer();
  const leads = role === 'lead' || role === 'admin';
  const { problem, approve, archive } = useTemplateChanges(template.id);
  const intent = templateIntents.find((known) => known === template.intent) ?? 'answer';
  const { used, calmer, angrier, wroteAgain } = template.outcomes;
  const newest = [...template.versions].reverse();
  return (
    <li className="card template-card">
      <div className="template-card__head">
        <h3>{template.name}</h3>
        <span className="tag">{t.templates.states[template.state]}</span>
        <span className="tag">{t.templates.intents[intent]}</span>
        <span className="tag">{template.language}</span>
      </div>
      <p className="muted">
        {t.templates.used(used)}
        {used > 0 ? `: ${t.templates.outcome(calmer, angrier, wroteAgain)}` : null}
      </p>
      <details className="versions" open={newest[0]?.number !== template.approvedVersion}>
        <summary>
          {t.templates.versions} ({template.versions.length})
        </summary>
        <ol>
          {newest.map((version) => (
            <li key={version.number}>
              <p className="muted">
                {t.templates.version(version.number)},{' '}
                {t.templates.proposedBy(version.proposedBy, dates.moment(version.proposedAt, now))}
                {version.approvedBy ? `, ${t.templates.approvedBy(version.approvedBy)}` : null}{' '}
                {version.number === template.approvedVersion ? (
                  <span className="tag">{t.templates.offered}</span>
                ) : null}
              </p>
              <p className="words" lang={template.language}>
                {version.body}
              </p>
              {leads && version.number !== template.approvedVersion ? (
                <button
                  type="button"
                  className="button button--small"
                  aria-label={t.templates.approveLabel(template.name, version.number)}
                  onClick={() => {
                    approve(version.number);
                  }}
                >
                  {t.templates.approve}
                </button>
              ) : null}
            </li>
          ))}
        </ol>
      </details>
      {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
      <div className="form__buttons">
        <button type="button" className="button button--small" onClick={onEdit}>
          {t.templates.edit}
        </button>
        {leads ? (
          <button
            type="button"
            className="button button--small"
            onClick={() => {
              archive(template.state !== 'archived');
            }}
          >
            {template.state === 'archived' ? t.templates.restore : t.templates.archive}
          </button>
        ) : null}
      </div>
    </li>
  );
}
