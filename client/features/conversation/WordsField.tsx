import type { ChosenWords } from './selected-words.ts';

type WordsFieldProps = {
  readonly text: string;
  readonly label: string;
  readonly hint: string;
  /** What is told of the words that are chosen. */
  readonly told: string;
  readonly onChoose: (chosen: ChosenWords) => void;
};

/** A message's text in which words are chosen by selecting them, with mouse or keyboard. */
export function WordsField({ text, label, hint, told, onChoose }: WordsFieldProps) {
  return (
    <>
      <label className="field">
        <span className="field__label">{label}</span>
        <span className="muted">{hint}</span>
        <textarea
          className="input"
          readOnly
          rows={5}
          value={text}
          onSelect={(event) => {
            const { selectionStart: start, selectionEnd: end } = event.currentTarget;
            if (end > start) onChoose({ start, end });
          }}
        />
      </label>
      <p aria-live="polite">{told}</p>
    </>
  );
}
