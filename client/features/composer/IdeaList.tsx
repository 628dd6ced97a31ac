import { useQuery } from '@apollo/client/react';
import { useEffect, useId, useMemo, useRef } from 'react';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { matchingIdeas } from '#shared/replies/matching-ideas.ts';
import { OfferIdeasDocument } from './composer-documents.ts';
import type { Basis } from './draft-findings.ts';

type IdeaListProps = {
  readonly basis: Basis;
  readonly disabled: boolean;
  readonly onAdd: (words: string) => void;
};

/** What the brand can offer for the customer's wish, each idea added to the draft by a click or key; Alt+I comes here. Nothing when no list fits. */
export function IdeaList({ basis, disabled, onAdd }: IdeaListProps) {
  const { t } = useLanguage();
  const titleId = useId();
  const place = useRef<HTMLElement>(null);
  // Without the list the reply can be written just as well: a failure shows nothing.
  const { data } = useQuery(OfferIdeasDocument, { skip: basis.customerTexts.length === 0 });
  const lists = useMemo(() => matchingIdeas(data?.offerIdeas ?? [], basis), [data, basis]);
  useEffect(() => {
    const comeHere = (event: KeyboardEvent): void => {
      // By its place on the keyboard: Alt changes the letter on some.
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyI') return;
      const first = place.current?.querySelector('button');
      if (!first) return;
      event.preventDefault();
      first.focus();
    };
    document.addEventListener('keydown', comeHere);
    return () => {
      document.removeEventListener('keydown', comeHere);
    };
  }, []);
  if (lists.length === 0) return null;
  return (
    <section ref={place} className="ideas" aria-labelledby={titleId}>
      <p id={titleId} className="ideas__title">
        <Icon name="advice" size={14} /> {t.templates.ideasHere} <kbd>Alt</kbd> <kbd>I</kbd>
      </p>
      {lists.map(({ id, wish, offers }) => (
        <div key={id} className="ideas__list">
          <span className="muted">{wish}</span>
          {offers.map((offer) => (
            <button
              key={offer}
              type="button"
              className="button button--small ideas__one"
              disabled={disabled}
              aria-label={t.templates.addIdea(offer)}
              onClick={() => {
                onAdd(offer);
              }}
            >
              {offer}
            </button>
          ))}
        </div>
      ))}
    </section>
  );
}
