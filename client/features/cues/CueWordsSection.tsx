import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { CueWordsSection_ListFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { useSaving } from '#client/lib/use-saving.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { cueStyleOf } from '#client/ui/cue-style.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { EmptyState, ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import { CueEffect } from './CueEffect.tsx';
import { CueWordForm } from './CueWordForm.tsx';
import { CueWordsDocument, RemoveCueWordDocument } from './cue-word-documents.ts';

type List = CueWordsSection_ListFragment;
type Word = List['words'][number];

const isLanguage = (language: string): language is 'nl' | 'en' => language === 'nl' || language === 'en';

function LanguageName({ language }: { readonly language: string }) {
  const { t } = useLanguage();
  return <span className="tag">{isLanguage(language) ? t.cueWords.languages[language] : language}</span>;
}

function RemoveDialog({ word, onClose }: { readonly word: Word; readonly onClose: () => void }) {
  const { t } = useLanguage();
  const [run, { loading }] = useMutation(RemoveCueWordDocument);
  const { save, problem } = useSaving(t.cueWords.removed, onClose);
  return (
    <Dialog title={t.cueWords.removeTitle(word.phrase)} onClose={onClose} wide>
      <CueEffect change={{ removeId: word.id }} />
      <p className="muted">{t.cueWords.oldOnes}</p>
      {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
      <div className="form__buttons">
        <button type="button" className="button" onClick={onClose}>
          {t.common.cancel}
        </button>
        <button
          type="button"
          className="button button--primary"
          disabled={loading}
          onClick={() => void save(async () => (await run({ variables: { id: word.id } })).data?.removeCueWord)}
        >
          {t.cueWords.remove}
        </button>
      </div>
    </Dialog>
  );
}

function WordList({ words, onRemove }: { readonly words: readonly Word[]; readonly onRemove: (word: Word) => void }) {
  const { t, pick } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  if (words.length === 0) return <EmptyState icon="spark" title={t.cueWords.none} hint={t.cueWords.noneHint} />;
  return (
    <ul className="cue-words">
      {words.map((word) => (
        <li key={word.id} className="cue-words__item">
          <span>
            <strong className="words">{word.phrase}</strong>{' '}
            <span className={`cue cue--${cueStyleOf(word.code)}`}>{pick(word.label)}</span>{' '}
            <LanguageName language={word.language} />
          </span>
          <span className="muted">{t.cueWords.by(word.addedByName, dates.moment(word.addedAt, now))}</span>
          <button
            type="button"
            className="button button--small"
            aria-label={t.cueWords.removeOf(word.phrase)}
            onClick={() => {
              onRemove(word);
            }}
          >
            {t.cueWords.remove}
          </button>
        </li>
      ))}
    </ul>
  );
}

function History({ changes }: { readonly changes: List['changes'] }) {
  const { t, pick } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  if (changes.length === 0) return null;
  return (
    <details className="versions">
      <summary>{t.cueWords.history}</summary>
      <ol>
        {changes.map(({ version, kind, phrase, label, language, userName, at }) => (
          <li key={version}>
            {t.cueWords.version(version)}: <strong>{phrase}</strong> ({pick(label)}, {language}){' '}
            {t.cueWords.kinds[kind]}, <span className="muted">{t.cueWords.by(userName, dates.moment(at, now))}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The brand's own words for signs: what is in use, who added it, and the effect of a change before it is made. */
export function CueWordsSection() {
  const { t } = useLanguage();
  const [removing, setRemoving] = useState<Word | null>(null);
  const { data, error, refetch } = useQuery(CueWordsDocument, { fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={3} />;
  const { words, changes, version } = data.cueWords;
  return (
    <section className="hours" aria-labelledby="cue-words-title">
      <h2 id="cue-words-title">{t.cueWords.title}</h2>
      <p className="muted page__intro">
        {t.cueWords.intro} {t.cueWords.oldOnes}
      </p>
      <CueWordForm />
      <h3>
        {t.cueWords.inUse} {version === 0 ? null : <span className="muted">({t.cueWords.version(version)})</span>}
      </h3>
      <WordList words={words} onRemove={setRemoving} />
      <History changes={changes} />
      {removing === null ? null : (
        <RemoveDialog
          word={removing}
          onClose={() => {
            setRemoving(null);
          }}
        />
      )}
    </section>
  );
}
