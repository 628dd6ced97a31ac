import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { MessageItem_MessageFragment } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { useSaving } from '#client/lib/use-saving.ts';
import { useViewer } from '#client/lib/viewer.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { MeantFields, meantOf } from './MeantFields.tsx';
import { AddPromiseDocument } from './promise-documents.ts';
import { selectedIn, type ChosenWords } from './selected-words.ts';
import { WordsField } from './WordsField.tsx';

type Message = MessageItem_MessageFragment;

const dayMs = 86_400_000;

function AddPromiseDialog({
  message,
  first,
  onClose,
}: {
  readonly message: Message;
  readonly first: ChosenWords;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const { timeZone } = useViewer();
  const now = useNow(60_000);
  const [chosen, setChosen] = useState(first);
  const [run, { loading }] = useMutation(AddPromiseDocument);
  const { save, problem, refuse } = useSaving(t.promiseWork.saved, onClose);
  const words = message.text.slice(chosen.start, chosen.end);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const meant = meantOf(new FormData(event.currentTarget), timeZone);
    if (words.trim() === '') refuse(t.promiseWork.nothingChosen);
    else if (!meant) refuse(t.promiseWork.deadlineNeeded);
    else {
      const input = { messageId: message.id, ...chosen, meant };
      void save(async () => (await run({ variables: { input } })).data?.addPromise);
    }
  };
  return (
    <Dialog title={t.promiseWork.add} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <WordsField
          text={message.text}
          label={t.promiseWork.words}
          hint={t.promiseWork.addHint}
          told={words === '' ? t.promiseWork.nothingChosen : t.promiseWork.chosen(words)}
          onChoose={setChosen}
        />
        <MeantFields kind="explicit" act="reply" dueAt={new Date(now.getTime() + dayMs)} />
        {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
        <div className="form__buttons">
          <button type="button" className="button" onClick={onClose}>
            {t.common.cancel}
          </button>
          <button type="submit" className="button button--primary" disabled={loading}>
            {t.common.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** On an outgoing message: adds a promise that the reader did not see, from words that are selected. */
export function AddPromiseButton({ message }: { readonly message: Message }) {
  const { t } = useLanguage();
  const { role } = useViewer();
  const [first, setFirst] = useState<ChosenWords | null>(null);
  if (message.direction !== 'out' || message.deletedAt || message.text === '' || role === 'marketing') return null;
  return (
    <>
      <button
        type="button"
        className="message__add-promise"
        aria-label={t.promiseWork.add}
        title={t.promiseWork.add}
        onClick={() => {
          setFirst(selectedIn(message.text));
        }}
      >
        <Icon name="flag" size={14} />
        <Icon name="plus" size={14} />
      </button>
      {first === null ? null : (
        <AddPromiseDialog
          message={message}
          first={first}
          onClose={() => {
            setFirst(null);
          }}
        />
      )}
    </>
  );
}
