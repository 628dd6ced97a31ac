import { useMutation } from '@apollo/client/react';
import type { SyntheticEvent } from 'react';
import type { TemplatesSectionQuery } from '#client/gql/graphql.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useSaving } from '#client/lib/use-saving.ts';
import { Notice } from '#client/ui/StateViews.tsx';
import { RemoveOfferIdeaDocument, SetAllowedHostsDocument, SetOfferIdeaDocument } from './template-documents.ts';

type OfferIdeasProps = { readonly ideas: TemplatesSectionQuery['offerIdeas'] };

const again = { refetchQueries: ['TemplatesSection'] };

/** What the brand can offer for wishes that come back. */
export function OfferIdeas({ ideas }: OfferIdeasProps) {
  const { t } = useLanguage();
  const [set, { loading }] = useMutation(SetOfferIdeaDocument, again);
  const [remove] = useMutation(RemoveOfferIdeaDocument, again);
  const { save, problem } = useSaving(t.common.saved, () => undefined);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const input = { id: null, wish: textOf(fields, 'wish'), offers: textOf(fields, 'offers').split('\n') };
    void save(async () => {
      const result = (await set({ variables: { input } })).data?.setOfferIdea;
      if (result?.__typename === 'OfferIdeaStored') form.reset();
      return result;
    });
  };
  return (
    <section>
      <h2>{t.templates.ideas}</h2>
      <p className="muted">{t.templates.ideasIntro}</p>
      {ideas.length === 0 ? <p className="muted">{t.templates.ideasEmpty}</p> : null}
      <ul className="template-list">
        {ideas.map((idea) => (
          <li key={idea.id} className="card">
            <strong>{idea.wish}</strong>
            <ul>
              {idea.offers.map((offer) => (
                <li key={offer}>{offer}</li>
              ))}
            </ul>
            <button
              type="button"
              className="button button--small"
              aria-label={t.templates.removeIdea(idea.wish)}
              onClick={() => {
                void save(async () => {
                  await remove({ variables: { id: idea.id } });
                  return null;
                });
              }}
            >
              {t.templates.remove}
            </button>
          </li>
        ))}
      </ul>
      <form className="form" onSubmit={submit}>
        <label className="field">
          <span className="field__label">{t.templates.ideaWish}</span>
          <input className="input" name="wish" maxLength={200} required />
        </label>
        <label className="field">
          <span className="field__label">{t.templates.ideaOffers}</span>
          <textarea className="input" name="offers" rows={3} required />
        </label>
        {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
        <div className="form__buttons">
          <button type="submit" className="button" disabled={loading}>
            {t.templates.ideaAdd}
          </button>
        </div>
      </form>
    </section>
  );
}

/** The host names that links in replies may lead to. */
export function AllowedHosts({ hosts }: { readonly hosts: readonly string[] }) {
  const { t } = useLanguage();
  const [set, { loading }] = useMutation(SetAllowedHostsDocument, again);
  const { save, problem } = useSaving(t.common.saved, () => undefined);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const names = textOf(new FormData(event.currentTarget), 'hosts').split(/\s+/).filter(Boolean);
    void save(async () => (await set({ variables: { hosts: names } })).data?.setAllowedLinkHosts);
  };
  return (
    <form className="form" onSubmit={submit}>
      <label className="field">
        <span className="field__label">{t.templates.hosts}</span>
        <textarea className="input" name="hosts" rows={3} defaultValue={hosts.join('\n')} />
        <span className="muted">{t.templates.hostsHint}</span>
      </label>
      {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
      <div className="form__buttons">
        <button type="submit" className="button" disabled={loading}>
          {t.common.save}
        </button>
      </div>
    </form>
  );
}
