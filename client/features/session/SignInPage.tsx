import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { graphql } from '#client/gql/index.ts';
import { formatDuration } from '#client/lib/durations.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { presentAt, useNow } from '#client/lib/present.ts';
import { LanguageSwitch } from '#client/ui/LanguageSwitch.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { Wordmark } from '#client/ui/Wordmark.tsx';
import { SessionGateDocument } from './session-documents.ts';

const SignInDocument = graphql(`
  mutation SignInPage($email: String!, $password: String!) {
    signIn(email: $email, password: $password) {
      __typename
      ... on SignInSuccess {
        viewer {
          ...SessionGate_viewer
        }
      }
      ... on SignInRefused {
        message {
          nl
          en
        }
      }
      ... on SignInThrottled {
        message {
          nl
          en
        }
        retryAfterMs
      }
    }
  }
`);

function Throttled({ untilMs }: { readonly untilMs: number }) {
  const { t, language } = useLanguage();
  const leftMs = untilMs - useNow().getTime();
  if (leftMs <= 0) return null;
  return <Notice tone="warn">{t.session.throttled(formatDuration(leftMs, language))}</Notice>;
}

function useSignIn() {
  const { t, pick } = useLanguage();
  const client = useApolloClient();
  const [run, { loading }] = useMutation(SignInDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const [throttledUntilMs, setThrottledUntilMs] = useState(0);

  const signIn = async (email: string, password: string): Promise<void> => {
    setProblem(null);
    if (email === '' || password === '') {
      setProblem(t.session.incomplete);
      return;
    }
    try {
      const { data } = await run({ variables: { email, password } });
      const result = data?.signIn;
      if (result?.__typename === 'SignInSuccess') {
        // It may be somebody else than before the session ended: nothing loaded for that person may show.
        await client.cache.reset();
        client.writeQuery({ query: SessionGateDocument, data: { viewer: result.viewer } });
      } else if (result?.__typename === 'SignInThrottled') {
        setThrottledUntilMs(presentAt().getTime() + result.retryAfterMs);
      } else if (result) setProblem(pick(result.message));
    } catch (error) {
      console.error(error);
      setProblem(t.session.failed);
    }
  };
  return { signIn, loading, problem, throttledUntilMs };
}

/** The page for who is not signed in yet, or no longer. */
export function SignInPage() {
  const { t } = useLanguage();
  const { signIn, loading, problem, throttledUntilMs } = useSignIn();
  const now = useNow();
  const throttled = throttledUntilMs > now.getTime();
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = form.get('email');
    const password = form.get('password');
    void signIn(typeof email === 'string' ? email.trim() : '', typeof password === 'string' ? password : '');
  };
  return (
    <main className="sign-in">
      <div className="sign-in__card">
        <div className="sign-in__head">
          <Wordmark />
          <LanguageSwitch />
        </div>
        <p className="sign-in__pitch">{t.session.pitch}</p>
        <form onSubmit={submit} noValidate className="form">
          <h1 className="sign-in__title">{t.session.title}</h1>
          <label className="field">
            <span className="field__label">{t.session.email}</span>
            <input className="input" name="email" type="email" autoComplete="username" required />
          </label>
          <label className="field">
            <span className="field__label">{t.session.password}</span>
            <input className="input" name="password" type="password" autoComplete="current-password" required />
          </label>
          {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
          {throttled ? <Throttled untilMs={throttledUntilMs} /> : null}
          <button type="submit" className="button button--primary button--large" disabled={loading || throttled}>
            {loading ? t.session.submitting : t.session.submit}
          </button>
        </form>
      </div>
    </main>
  );
}
