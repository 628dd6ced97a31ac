import { useMutation } from '@apollo/client/react';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ReviewCaseQuery } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useSaving } from '#client/lib/use-saving.ts';
import { Notice } from '#client/ui/StateViews.tsx';
import { qualityParts, type QualityPart } from '#shared/quality/quality-parts.ts';
import { ReviewReplyDocument } from './quality-documents.ts';
import { partAfter, partInTurn, readReviewKey, scoresToSend, type ChosenScores } from './quality-scores.ts';

type Case = NonNullable<ReviewCaseQuery['reviewCase']>;

const choices = [1, 2, 3, 4, 5, null] as const;

type PartProps = {
  readonly part: QualityPart;
  readonly chosen: number | null | undefined;
  readonly onChoose: (score: number | null) => void;
};

function PartFields({ part, chosen, onChoose }: PartProps) {
  const { t } = useLanguage();
  const name = useId();
  return (
    <fieldset className="quality-part" data-part={part}>
      <legend className="field__label">{t.quality.parts[part]}</legend>
      <p className="muted quality-part__hint">{t.quality.hints[part]}</p>
      <div className="quality-part__choices">
        {choices.map((score) => (
          <label key={String(score)} className="quality-choice">
            <input
              type="radio"
              name={name}
              checked={chosen === score}
              aria-label={score === null ? t.quality.notApplicableLong : undefined}
              onChange={() => {
                onChoose(score);
              }}
            />
            <span>{score ?? t.quality.notApplicable}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function KeyHelp() {
  const { t } = useLanguage();
  return (
    <p className="muted quality-keys">
      <kbd>1</kbd>–<kbd>5</kbd> {t.quality.keysScore} · <kbd>0</kbd> {t.quality.keysNone} · <kbd>j</kbd> <kbd>k</kbd>{' '}
      {t.quality.keysMove} · <kbd>Ctrl</kbd> <kbd>Enter</kbd> {t.quality.keysSave}
    </p>
  );
}

const focusedPart = (target: EventTarget): QualityPart | null => {
  const name = target instanceof Element ? target.closest('[data-part]')?.getAttribute('data-part') : null;
  return qualityParts.find((part) => part === name) ?? null;
};

type ScoreFormProps = {
  readonly found: Case;
  readonly onSaved: () => void;
  readonly onMove: (by: 1 | -1) => void;
};

/** The five parts with their scores, a note, saving and moving on; the keys work wherever the focus is in here. */
export function ScoreForm({ found, onSaved, onMove }: ScoreFormProps) {
  const { t } = useLanguage();
  const { ownReview, reviews, reply } = found;
  const [scores, setScores] = useState<ChosenScores>(
    Object.fromEntries(ownReview?.scores.map(({ part, score }) => [part, score]) ?? []),
  );
  const [note, setNote] = useState(ownReview?.note ?? '');
  const formRef = useRef<HTMLFormElement>(null);
  const [review, { loading }] = useMutation(ReviewReplyDocument);
  const { save, problem, refuse } = useSaving(t.quality.saved, onSaved);
  const others = reviews.filter(({ id }) => id !== ownReview?.id).map(({ reviewerName }) => reviewerName);

  const submit = (): void => {
    const given = scoresToSend(scores);
    if (loading) return;
    if (!given) {
      refuse(t.quality.incompleteScores);
      return;
    }
    const input = { messageId: reply.id, scores: given, note };
    void save(async () => {
      const result = (await review({ variables: { input } })).data?.reviewReply;
      return result?.__typename === 'ReplyReviewed' ? null : result;
    });
  };
  const focusPart = (part: QualityPart | null): void => {
    const place = part === null ? 'textarea' : `[data-part="${part}"] input`;
    const box = formRef.current?.querySelectorAll<HTMLElement>(place);
    const chosen = [...(box ?? [])].find((each) => each instanceof HTMLInputElement && each.checked);
    (chosen ?? box?.[0])?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    const key = readReviewKey(event, event.target instanceof HTMLTextAreaElement);
    if (key === null) return;
    event.preventDefault();
    if (key.kind === 'save') submit();
    else if (key.kind === 'move') onMove(key.by);
    else {
      const part = partInTurn(scores, focusedPart(event.target));
      setScores({ ...scores, [part]: key.score });
      focusPart(partAfter(part));
    }
  };
  return (
    <form
      ref={formRef}
      className="form quality-form"
      aria-label={t.quality.scores}
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3 tabIndex={-1} data-quality-head>
        {t.quality.scores}
      </h3>
      <KeyHelp />
      <p className="muted">{t.quality.scale}</p>
      {qualityParts.map((part) => (
        <PartFields
          key={part}
          part={part}
          chosen={scores[part]}
          onChoose={(score) => {
            setScores({ ...scores, [part]: score });
          }}
        />
      ))}
      <label className="field">
        <span className="field__label">{t.quality.note}</span>
        <textarea
          className="input"
          rows={3}
          maxLength={2_000}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
          }}
        />
        <span className="muted">{t.quality.noteHint}</span>
      </label>
      {others.length === 0 ? null : <p className="muted">{t.quality.alsoBy(others.join(', '))}</p>}
      {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
      <div className="form__buttons">
        <button
          type="button"
          className="button"
          onClick={() => {
            onMove(-1);
          }}
        >
          {t.quality.previous}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            onMove(1);
          }}
        >
          {t.quality.next}
        </button>
        <button type="submit" className="button button--primary" disabled={loading}>
          {t.quality.save}
        </button>
      </div>
    </form>
  );
}
