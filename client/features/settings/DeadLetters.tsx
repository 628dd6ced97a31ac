import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { DeadLetters_LetterFragment, DeadLetters_PageQuery, DeadLetterState } from '#client/gql/graphql.ts';
import { useAnnounce } from '#client/lib/Announcer.tsx';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { useSaving } from '#client/lib/use-saving.ts';
import { useViewer } from '#client/lib/viewer.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { EmptyState, ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import { DeadLettersDocument, ReplayAllDocument, ReplayDeadLetterDocument } from './care-documents.ts';
import { DeadLetterBodyDialog, DiscardDialog } from './DeadLetterDialogs.tsx';

type Letter = DeadLetters_LetterFragment;
const states: readonly DeadLetterState[] = ['open', 'replayed', 'discarded'];
const refetchQueries = [DeadLettersDocument];

function Record({ steps }: Pick<Letter, 'steps'>) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  if (steps.length === 0) return null;
  return (
    <details className="letter__record">
      <summary>{t.letters.record}</summary>
      <ol>
        {steps.map(({ action, at, by, reason }) => (
          <li key={`${action}${at}`}>
            {dates.moment(at, now)}: {t.letters.steps[action]}, {by?.name ?? t.letters.somebody}
            {reason === null ? null : ` (${reason})`}
          </li>
        ))}
      </ol>
    </details>
  );
}

function LetterActions({ letter }: { readonly letter: Letter }) {
  const { t } = useLanguage();
  const { role } = useViewer();
  const [open, setOpen] = useState<'body' | 'discard' | null>(null);
  const [replay, { loading }] = useMutation(ReplayDeadLetterDocument, { refetchQueries });
  const { save, problem } = useSaving(t.letters.replayed, () => undefined);
  const close = (): void => {
    setOpen(null);
  };
  const variables = { id: letter.id };
  return (
    <div className="letter__actions">
      {letter.state === 'open' ? (
        <>
          <button
            type="button"
            className="button button--small button--primary"
            disabled={loading}
            onClick={() => {
              void save(async () => (await replay({ variables })).data?.replayDeadLetter);
            }}
          >
            {t.letters.replay}
          </button>
          <button
            type="button"
            className="button button--small"
            onClick={() => {
              setOpen('discard');
            }}
          >
            {t.letters.discard}
          </button>
        </>
      ) : null}
      {role === 'admin' ? (
        <button
          type="button"
          className="button button--small"
          onClick={() => {
            setOpen('body');
          }}
        >
          <Icon name="file" size={14} /> {t.letters.view}
        </button>
      ) : null}
      {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
      {open === 'body' ? <DeadLetterBodyDialog id={letter.id} onClose={close} /> : null}
      {open === 'discard' ? <DiscardDialog id={letter.id} onClose={close} /> : null}
    </div>
  );
}

function LetterItem({ letter }: { readonly letter: Letter }) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const name = letter.account?.name ?? t.letters.unknownAccount;
  return (
    <li className="letter">
      <p className="letter__head">
        <strong>{name}</strong> <span className="muted">{letter.channel.label}</span>
        <time dateTime={letter.receivedAt} className="muted">
          {t.letters.received} {dates.moment(letter.receivedAt, now)}
        </time>
      </p>
      <p className="code letter__error">{letter.error}</p>
      <p className="muted">
        {t.letters.tries}: {letter.tries}
      </p>
      <LetterActions letter={letter} />
      <Record steps={letter.steps} />
    </li>
  );
}

function ReplayAll() {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const [run, { loading }] = useMutation(ReplayAllDocument, { refetchQueries });
  const [told, setTold] = useState<{ tone: 'good' | 'bad'; text: string } | null>(null);
  const replayAll = async (): Promise<void> => {
    try {
      const text = t.letters.replayedAll((await run()).data?.replayAllDeadLetters ?? 0);
      announce(text);
      setTold({ tone: 'good', text });
    } catch (error) {
      console.error(error);
      setTold({ tone: 'bad', text: t.common.actionFailed });
    }
  };
  return (
    <>
      <button type="button" className="button" disabled={loading} onClick={() => void replayAll()}>
        <Icon name="swap" /> {t.letters.replayAll}
      </button>
      {told === null ? null : <Notice tone={told.tone}>{told.text}</Notice>}
    </>
  );
}

function StateChoice({
  state,
  onChoose,
}: {
  readonly state: DeadLetterState;
  readonly onChoose: (state: DeadLetterState) => void;
}) {
  const { t } = useLanguage();
  return (
    <label className="field field--inline">
      <span className="field__label">{t.letters.show}</span>
      <select
        className="input"
        value={state}
        onChange={({ target }) => {
          onChoose(states.find((each) => each === target.value) ?? 'open');
        }}
      >
        {states.map((each) => (
          <option key={each} value={each}>
            {t.letters.states[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

type Page = DeadLetters_PageQuery['deadLetters'];

function LetterList({
  page,
  state,
  onMore,
}: {
  readonly page: Page;
  readonly state: DeadLetterState;
  readonly onMore: () => void;
}) {
  const { t } = useLanguage();
  if (page.nodes.length === 0) {
    return <EmptyState icon="check" title={state === 'open' ? t.letters.empty : t.letters.emptyOther} />;
  }
  return (
    <>
      <ul className="letters__list">
        {page.nodes.map((letter) => (
          <LetterItem key={letter.id} letter={letter} />
        ))}
      </ul>
      {page.pageInfo.hasNextPage ? (
        <button type="button" className="button" onClick={onMore}>
          {t.common.more}
        </button>
      ) : null}
    </>
  );
}

/** Deliveries that could not be taken in, with what can be done about them; leads and admins. */
export function DeadLetters() {
  const { t } = useLanguage();
  const [state, setState] = useState<DeadLetterState>('open');
  const { data, error, refetch, fetchMore } = useQuery(DeadLettersDocument, {
    variables: { state },
    fetchPolicy: 'cache-and-network',
  });
  const page = data?.deadLetters;
  const more = async (): Promise<void> => {
    await fetchMore({
      variables: { state, after: page?.pageInfo.endCursor ?? null },
      updateQuery: (known, { fetchMoreResult: { deadLetters } }) => ({
        deadLetters: { ...deadLetters, nodes: [...known.deadLetters.nodes, ...deadLetters.nodes] },
      }),
    });
  };
  return (
    <section aria-labelledby="letters-title" className="letters">
      <h2 id="letters-title">{t.letters.title}</h2>
      <p className="muted page__intro">{t.letters.intro}</p>
      <div className="letters__bar">
        <StateChoice state={state} onChoose={setState} />
        {state === 'open' && page && page.nodes.length > 1 ? <ReplayAll /> : null}
      </div>
      {error && !page ? <ErrorState onRetry={readingAgain(refetch)} /> : null}
      {!page && !error ? <Skeleton blocks={2} /> : null}
      {page ? <LetterList page={page} state={state} onMore={() => void more()} /> : null}
    </section>
  );
}
