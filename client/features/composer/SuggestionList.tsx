import type { ComposerQuery } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { markText } from '#client/lib/marked-text.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { openSlotsOf } from './draft-findings.ts';

type Suggestion = NonNullable<ComposerQuery['conversation']>['suggestedReplies'][number];

type SuggestionListProps = {
  readonly suggestions: readonly Suggestion[];
  readonly disabled: boolean;
  readonly onInsert: (text: string) => void;
};

function SuggestionText({ text }: { readonly text: string }) {
  const marks = openSlotsOf(text).map(({ start, end, name }) => ({ start, end, value: name }));
  return (
    <p className="suggestion__text">
      {markText(text, marks).map((segment) =>
        segment.values.length === 0 ? (
          <span key={segment.start}>{segment.text}</span>
        ) : (
          <mark key={segment.start} className="slot">
            {segment.values[0]}
          </mark>
        ),
      )}
    </p>
  );
}

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
                  onInsert(suggestion.text);
                }}
              >
                {t.composer.insert}
              </button>
            </p>
            <SuggestionText text={suggestion.text} />
            <p className="muted">{pick(suggestion.why)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
