import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { CueWordInput } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useSaving } from '#client/lib/use-saving.ts';
import { Notice } from '#client/ui/StateViews.tsx';
import { brandWordFault } from '#shared/emotion/brand-words.ts';
import { cueCodes, cueLabels } from '#shared/emotion/cue-model.ts';
import { CueEffect } from './CueEffect.tsx';
import { AddCueWordDocument } from './cue-word-documents.ts';

const languages = ['nl', 'en'] as const;

type FieldsProps = { readonly asked: CueWordInput; readonly onAsked: (asked: CueWordInput) => void };

function WordFields({ asked, onAsked }: FieldsProps) {
  const { t, pick } = useLanguage();
  return (
    <>
      <label className="field">
        <span className="field__label">{t.cueWords.phrase}</span>
        <span className="muted">{t.cueWords.phraseHint}</span>
        <input
          className="input"
          value={asked.phrase}
          maxLength={60}
          onChange={(event) => {
            onAsked({ ...asked, phrase: event.target.value });
          }}
        />
      </label>
      <div className="form__row">
        <label className="field">
          <span className="field__label">{t.cueWords.sign}</span>
          <select
            className="input"
            value={asked.code}
            onChange={(event) => {
              onAsked({ ...asked, code: event.target.value });
            }}
          >
            {cueCodes.map((code) => (
              <option key={code} value={code}>
                {pick(cueLabels[code])}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="field__label">{t.cueWords.language}</span>
          <select
            className="input"
            value={asked.language}
            onChange={(event) => {
              onAsked({ ...asked, language: event.target.value });
            }}
          >
            {languages.map((each) => (
              <option key={each} value={each}>
                {t.cueWords.languages[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  );
}

/** Adds a word: its effect is shown first, and only what was measured can be saved. */
export function CueWordForm() {
  const { t, pick, language } = useLanguage();
  const start = { phrase: '', code: 'failure', language };
  const [asked, setAsked] = useState<CueWordInput>(start);
  const [measured, setMeasured] = useState<CueWordInput | null>(null);
  const [run, { loading }] = useMutation(AddCueWordDocument);
  const { save, problem, refuse } = useSaving(t.cueWords.added, () => {
    setAsked({ ...asked, phrase: '' });
    setMeasured(null);
  });
  const change = (next: CueWordInput): void => {
    setAsked(next);
    setMeasured(null);
    refuse(null);
  };
  const measure = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fault = brandWordFault(asked);
    refuse(fault ? pick(fault.message) : null);
    setMeasured(fault ? null : asked);
  };
  return (
    <section className="card" aria-labelledby="cue-word-add">
      <h3 id="cue-word-add">{t.cueWords.add}</h3>
      <form className="form" onSubmit={measure}>
        <WordFields asked={asked} onAsked={change} />
        {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
        <div className="form__buttons">
          <button type="submit" className={measured === null ? 'button button--primary' : 'button'}>
            {t.cueWords.measure}
          </button>
          {measured === null ? null : (
            <button
              type="button"
              className="button button--primary"
              disabled={loading}
              onClick={() => void save(async () => (await run({ variables: { input: measured } })).data?.addCueWord)}
            >
              {t.cueWords.save}
            </button>
          )}
        </div>
      </form>
      {measured === null ? null : <CueEffect key={JSON.stringify(measured)} change={{ add: measured }} />}
    </section>
  );
}
