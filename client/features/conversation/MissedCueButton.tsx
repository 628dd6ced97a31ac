import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { MessageItem_MessageFragment } from '#client/gql/graphql.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useViewer } from '#client/lib/viewer.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { cueCodes, cueLabels } from '#shared/emotion/cue-model.ts';
import { selectedIn, type ChosenWords } from './selected-words.ts';
import { useJudgeCue } from './use-judge-cue.ts';
import { WordsField } from './WordsField.tsx';

type Message = MessageItem_MessageFragment;
type DialogProps = { readonly message: Message; readonly first: ChosenWords; readonly onClose: () => void };

function MissedCueDialog({ message, first, onClose }: DialogProps) {
  const { t, pick } = useLanguage();
  const [chosen, setChosen] = useState(first);
  const { judge, busy, problem } = useJudgeCue(message.id);
  const found = new Set(message.cues.map(({ code }) => code));
  const choices: { code: string; name: string }[] = [
    ...cueCodes.filter((code) => !found.has(code)).map((code) => ({ code, name: pick(cueLabels[code]) })),
    { code: 'dissatisfaction', name: t.judge.dissatisfied },
  ];
  const words = message.text.slice(chosen.start, chosen.end);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const code = textOf(new FormData(event.currentTarget), 'code');
    const choice = choices.find((each) => each.code === code);
    if (!choice) return;
    void judge({ ...choice, span: words === '' ? null : chosen }, 'missed').then((kept) => {
      if (kept) onClose();
    });
  };
  return (
    <Dialog title={t.judge.add} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <label className="field">
          <span className="field__label">{t.judge.sign}</span>
          <select className="input" name="code">
            {choices.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <WordsField
          text={message.text}
          label={t.judge.words}
          hint={t.judge.wordsHint}
          told={words === '' ? t.judge.noneChosen : t.judge.chosen(words)}
          onChoose={setChosen}
        />
        {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
        <div className="form__buttons">
          <button type="button" className="button" onClick={onClose}>
            {t.common.cancel}
          </button>
          <button type="submit" className="button button--primary" disabled={busy}>
            {t.common.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** On a customer's message: marks a sign that the detector did not see, with the words selected on the page if there are any. */
export function MissedCueButton({ message }: { readonly message: Message }) {
  const { t } = useLanguage();
  const { role } = useViewer();
  const [first, setFirst] = useState<ChosenWords | null>(null);
  if (message.direction !== 'in' || message.deletedAt || message.text === '' || role === 'marketing') return null;
  return (
    <>
      <button
        type="button"
        className="message__add-promise"
        aria-label={t.judge.add}
        title={t.judge.add}
        onClick={() => {
          setFirst(selectedIn(message.text));
        }}
      >
        <Icon name="spark" size={14} />
        <Icon name="plus" size={14} />
      </button>
      {first === null ? null : (
        <MissedCueDialog
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
