import type { ComposerQuery } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { SlotText } from './SlotText.tsx';

type Suggestion = NonNullable<ComposerQuery['conversation']>['suggestedReplies'][number];

type SuggestionListProps = {
  readonly suggestions: readonly Suggestion[];
  readonly disabled: boolean;
  readonly onInsert: (text: string, templateId: string) => void;
};

/** Replies to start from; inserting one selects its first open slot. */
export function SuggestionList({ suggestions, disabled, onInsert }: SuggestionListProps) {
  const { t, pick } = useLanguage();
  if (suggestions.length === 0) return null;
  return (
    <details className="suggestions">
      <summary>
        <Icon name="spark" /> {t.composer.suggestions} <span className="tag">{suggestions.length}</span>
      </summary>
      <ul className="suggestions__list">
        {suggestions.map((suggestion) => (
          <li key={suggestion.templateId} className="suggestion">
            <p className="suggestion__head">
              <strong>{pick(suggestion.title)}</strong>
              <button
                type="button"
                className="button button--small"
                disabled={disabled}
                aria-label={t.composer.insertLabel(pick(suggestion.title))}
                onClick={(event) => {
                  event.currentTarget.closest('details')?.removeAttribute('open');
                  onInsert(suggestion.text, suggestion.templateId);
                }}
              >
                {t.composer.insert}
              </button>
            </p>
            <SlotText text={suggestion.text} />
            <p className="muted">{pick(suggestion.why)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
