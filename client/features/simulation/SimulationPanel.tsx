import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import type { RefObject, SyntheticEvent } from 'react';
import { graphql } from '#client/gql/index.ts';
import type { SimulateMessageInput } from '#client/gql/graphql.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { PanelHead } from '#client/ui/PanelHead.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { StoryLinks } from './StoryLinks.tsx';

const SimulationPanelDocument = graphql(`
  query SimulationPanel {
    channelAccounts {
      id
      name
      channel {
        name
        label
      }
    }
  }
`);

const SimulateDocument = graphql(`
  mutation SimulationPanel_simulate($input: SimulateMessageInput!) {
    simulateIncomingMessage(input: $input) {
      ... on SimulateMessageSuccess {
        status
      }
      ... on InvalidInput {
        message {
          nl
          en
        }
        field
      }
      ... on NotFound {
        message {
          nl
          en
        }
      }
    }
  }
`);

type Told = { readonly tone: 'good' | 'bad'; readonly text: string };

function useSimulate(textRef: RefObject<HTMLTextAreaElement | null>) {
  const { t, pick } = useLanguage();
  const [run, { loading }] = useMutation(SimulateDocument);
  const [told, setTold] = useState<Told | null>(null);
  const simulate = async (input: SimulateMessageInput): Promise<void> => {
    setTold(null);
    try {
      const result = (await run({ variables: { input } })).data?.simulateIncomingMessage;
      if (result && 'message' in result) setTold({ tone: 'bad', text: pick(result.message) });
      else if (result) {
        setTold({ tone: 'good', text: t.simulation.done(result.status) });
        if (textRef.current) textRef.current.value = '';
        textRef.current?.focus();
      }
    } catch (error) {
      console.error(error);
      setTold({ tone: 'bad', text: t.common.actionFailed });
    }
  };
  return { simulate, loading, told };
}

/** Plays an incoming message of an invented customer, through a real signed webhook (demo only). Does not block the page. */
export function SimulationPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const { data } = useQuery(SimulationPanelDocument);
  const nameRef = useRef<HTMLInputElement>(null);
  const textRef = useRef<HTMLTextAreaElement>(null);
  const { simulate, loading, told } = useSimulate(textRef);
  useEffect(() => {
    nameRef.current?.focus();
  }, []);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void simulate({
      accountId: textOf(form, 'account'),
      customerName: textOf(form, 'name'),
      text: textOf(form, 'text'),
      public: form.get('public') !== null,
    });
  };
  return (
    <section
      className="panel"
      aria-labelledby="simulation-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <PanelHead titleId="simulation-title" title={t.simulation.title} onClose={onClose} />
      <form className="form" onSubmit={submit}>
        <p className="muted">{t.simulation.intro}</p>
        <label className="field">
          <span className="field__label">{t.simulation.account}</span>
          <select className="input" name="account">
            {(data?.channelAccounts ?? []).map((account) => (
              <option key={account.id} value={account.id}>
                {account.channel.label}: {account.name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="field__label">{t.simulation.name}</span>
          <input
            ref={nameRef}
            className="input"
            name="name"
            maxLength={60}
            required
            autoComplete="off"
            aria-describedby="simulation-name-hint"
          />
          <span id="simulation-name-hint" className="muted">
            {t.simulation.nameHint}
          </span>
        </label>
        <label className="field">
          <span className="field__label">{t.simulation.text}</span>
          <textarea ref={textRef} className="input" name="text" rows={4} maxLength={10_000} required />
        </label>
        <label className="check">
          <input type="checkbox" name="public" />
          <span>{t.simulation.public}</span>
        </label>
        {told === null ? null : <Notice tone={told.tone}>{told.text}</Notice>}
        <button type="submit" className="button button--primary" disabled={loading}>
          {t.simulation.submit}
        </button>
      </form>
      <StoryLinks />
    </section>
  );
}
