import { skipToken, useQuery } from '@apollo/client/react';
import { useDeferredValue, useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ReplyTemplatePickerQuery } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { readingAgain } from '#client/lib/reading-again.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { ModelSuggestionDocument, ReplyTemplatePickerDocument } from './composer-documents.ts';
import { SlotText } from './SlotText.tsx';

type Choice = NonNullable<ReplyTemplatePickerQuery['conversation']>['templateChoices'][number];

type ReplyTemplatePickerProps = {
  readonly conversationId: string;
  readonly onInsert: (text: string, templateId: string) => void;
  readonly onClose: () => void;
};

/** The choices that hold every word of the search, in title, text or reason. */
export function matchingChoices(choices: readonly Choice[], search: string): Choice[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter(({ title, text, why }) => {
    const all = [title.nl, title.en, text, why.nl, why.en].join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

function ChoiceList({
  choices,
  listId,
  chosen,
  onChoose,
}: {
  readonly choices: readonly Choice[];
  readonly listId: string;
  readonly chosen: number;
  readonly onChoose: (choice: Choice) => void;
}) {
  const { t, pick } = useLanguage();
  return (
    <ul id={listId} className="picker__list" role="listbox" aria-label={t.templates.picker}>
      {choices.map((choice, index) => (
        // The keyboard moves through the search field (aria-activedescendant); a click chooses as well.
        <li
          key={choice.templateId}
          id={`${listId}-${String(index)}`}
          role="option"
          aria-selected={index === chosen}
          className={index === chosen ? 'picker__option is-chosen' : 'picker__option'}
          ref={(item) => {
            if (index === chosen) item?.scrollIntoView({ block: 'nearest' });
          }}
          onClick={() => {
            onChoose(choice);
          }}
        >
          <strong>{pick(choice.title)}</strong> <span className="muted">{pick(choice.why)}</span>
          {index === chosen ? <SlotText text={choice.text} /> : null}
        </li>
      ))}
    </ul>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The choices, and the language model's at the end: what arrives late must not move what the agent is about to choose. */
function useChoices(conversationId: string) {
  const asked = { variables: { id: conversationId }, fetchPolicy: 'network-only' } as const;
  const { data, error, refetch } = useQuery(ReplyTemplatePickerDocument, asked);
  const model = useQuery(ModelSuggestionDocument, data === undefined ? skipToken : asked);
  const drafted = model.data?.conversation?.modelSuggestion;
  const known = data?.conversation?.templateChoices ?? [];
  return {
    all: drafted ? [...known, drafted] : known,
    loaded: data !== undefined,
    failed: error !== undefined && data === undefined,
    retry: readingAgain(refetch),
  };
}

/** Finds a template by typing: arrows move, Enter inserts, Esc goes back to the reply. */
export function ReplyTemplatePicker({ conversationId, onInsert, onClose }: ReplyTemplatePickerProps) {
  const { t } = useLanguage();
  const listId = useId();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const { all, loaded, failed, retry } = useChoices(conversationId);
  const choices = matchingChoices(all, useDeferredValue(search));
  const chosen = Math.min(at, Math.max(0, choices.length - 1));
  const choose = (choice: Choice): void => {
    onInsert(choice.text, choice.templateId);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const choice = choices[chosen];
    if (event.key === 'Enter' && choice) choose(choice);
    else if (event.key in steps)
      setAt((chosen + (steps[event.key] ?? 0) + choices.length) % Math.max(1, choices.length));
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };
  return (
    <Dialog title={t.templates.picker} onClose={onClose}>
      <input
        className="input"
        type="search"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={choices.length > 0 ? `${listId}-${String(chosen)}` : undefined}
        aria-label={t.templates.search}
        placeholder={t.templates.search}
        value={search}
        autoFocus
        onChange={(event) => {
          setSearch(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {failed ? <ErrorState onRetry={retry} /> : null}
      {loaded || failed ? null : <Skeleton blocks={2} />}
      {loaded && choices.length === 0 ? <p className="muted">{t.templates.nothingFound}</p> : null}
      <ChoiceList choices={choices} listId={listId} chosen={chosen} onChoose={choose} />
      <p className="muted picker__keys">{t.templates.pickerKeys}</p>
    </Dialog>
  );
}
