import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { TemplateCard_TemplateFragment } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useViewer } from '#client/lib/viewer.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { EmptyState, ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { AllowedHosts, OfferIdeas } from './OfferIdeas.tsx';
import { TemplateCard } from './TemplateCard.tsx';
import { TemplatesSectionDocument } from './template-documents.ts';
import { TemplateEditor } from './TemplateEditor.tsx';

/** The brand's templates, the ideas of what can be offered, and where links may lead. */
export function TemplatesSection() {
  const { t } = useLanguage();
  const { role } = useViewer();
  const [editing, setEditing] = useState<TemplateCard_TemplateFragment | 'new' | null>(null);
  const [archived, setArchived] = useState(false);
  const { data, error, refetch } = useQuery(TemplatesSectionDocument);
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={3} />;
  const templates = data.replyTemplates.filter(({ state }) => archived || state !== 'archived');
  const leads = role === 'lead' || role === 'admin';
  return (
    <div className="templates">
      <h2>{t.templates.title}</h2>
      <p className="muted">{t.templates.intro}</p>
      <div className="form__buttons">
        <button
          type="button"
          className="button button--primary"
          onClick={() => {
            setEditing('new');
          }}
        >
          {t.templates.add}
        </button>
        <label className="check">
          <input
            type="checkbox"
            checked={archived}
            onChange={(event) => {
              setArchived(event.target.checked);
            }}
          />
          <span>{t.templates.showArchived}</span>
        </label>
      </div>
      {templates.length === 0 ? <EmptyState icon="file" title={t.templates.empty} /> : null}
      <ul className="template-list">
        {templates.map((template) => (
          <TemplateCard
            key={template.id}
            template={template}
            onEdit={() => {
              setEditing(template);
            }}
          />
        ))}
      </ul>
      {leads ? (
        <>
          <OfferIdeas ideas={data.offerIdeas} />
          <AllowedHosts key={data.allowedLinkHosts.join()} hosts={data.allowedLinkHosts} />
        </>
      ) : null}
      {editing === null ? null : (
        <TemplateEditor
          template={editing === 'new' ? null : editing}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
    </div>
  );
}
