import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { useAnnounce } from '#client/lib/Announcer.tsx';
import { newClientId } from '#client/lib/client-id.ts';
import { conversationQueries } from '#client/lib/conversation-queries.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { SendReplyDocument } from './composer-documents.ts';

/** What was filled in for a variable. */
export type TemplateValue = { readonly part: 'header' | 'body'; readonly name: string; readonly text: string };

type Filled = { readonly name: string; readonly language: string; readonly values: readonly TemplateValue[] };

/** Sends a template under an id of its own, which changes only after a success: twice the same click is one message. */
export function useSendTemplate(conversationId: string) {
  const { t, pick } = useLanguage();
  const announce = useAnnounce();
  const [run, { loading }] = useMutation(SendReplyDocument, conversationQueries);
  const [problem, setProblem] = useState<string | null>(null);
  const clientId = useRef(newClientId());
  const send = async ({ name, language, values }: Filled): Promise<void> => {
    setProblem(null);
    const template = { name, language, values: values.map((value) => ({ ...value })) };
    const input = { clientId: clientId.current, conversationId, text: '', template, acceptedFindings: [] };
    try {
      const result = (await run({ variables: { input } })).data?.sendReply;
      if (result?.__typename === 'SendReplySuccess') {
        clientId.current = newClientId();
        announce(t.composer.sent);
      } else if (result) setProblem(pick(result.message));
    } catch (error) {
      console.error(error);
      setProblem(t.composer.failed);
    }
  };
  return { send, sending: loading, problem };
}
