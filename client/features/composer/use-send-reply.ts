import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import type { Composer_SendReplyMutation } from '#client/gql/graphql.ts';
import { useAnnounce } from '#client/lib/Announcer.tsx';
import { conversationQueries } from '#client/lib/conversation-queries.ts';
import type { StoredDraft } from '#client/lib/draft-storage.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { SendReplyDocument } from './composer-documents.ts';
import type { Finding } from './draft-findings.ts';

type Result = Composer_SendReplyMutation['sendReply'];

/** What the customer wrote while the agent was writing. */
export type Meanwhile = Extract<Result, { __typename: 'CustomerWroteMeanwhile' }>['newMessages'];

/** What there is to tell after sending was tried. */
export type SendNews = {
  readonly problem: string | null;
  readonly notice: string | null;
  readonly stopped: readonly Finding[];
  readonly meanwhile: Meanwhile | null;
};

const noNews: SendNews = { problem: null, notice: null, stopped: [], meanwhile: null };

type SendOptions = {
  readonly conversationId: string;
  readonly draft: StoredDraft;
  readonly renew: (text: string) => void;
};

/** True when an earlier try stored other words than are on screen now; files may have gone without words. */
function isOtherText(stored: string, shown: string): boolean {
  return stored !== shown && stored !== '' && shown.trim() !== '';
}

/** How a reply goes out: with which files, where, which errors stay in on purpose and why, after which message, from which template. */
export type SendWishes = {
  readonly mediaIds: readonly string[];
  readonly privately: boolean;
  readonly acceptedFindings: readonly string[];
  readonly overrideReason: string | null;
  readonly lastSeenMessageId: string | null;
  readonly templateId: string | null;
};

/** Sends the draft under its own id, so that clicking twice or trying again after a fault never makes a second reply. */
export function useSendReply({ conversationId, draft, renew }: SendOptions) {
  const { t, pick } = useLanguage();
  const announce = useAnnounce();
  const [news, setNews] = useState<SendNews>(noNews);
  const [sending, setSending] = useState(false);
  // A ref beside the state: two clicks can come before React renders once.
  const busy = useRef(false);
  const [run] = useMutation(SendReplyDocument, conversationQueries);

  const tell = (result: Result): void => {
    if (result.__typename === 'SendReplySuccess') {
      const earlier = isOtherText(result.message.text, draft.text);
      renew(earlier ? draft.text : '');
      setNews({ ...noNews, notice: earlier ? t.composer.earlierSent : null });
      announce(t.composer.sent);
    } else if (result.__typename === 'DraftStopped') {
      setNews({ ...noNews, problem: pick(result.message), stopped: result.findings });
    } else if (result.__typename === 'CustomerWroteMeanwhile') {
      setNews({ ...noNews, meanwhile: result.newMessages });
    } else setNews({ ...noNews, problem: pick(result.message) });
  };
  const send = async (wishes: SendWishes): Promise<boolean> => {
    if (busy.current) return false;
    busy.current = true;
    setSending(true);
    setNews(noNews);
    const [mediaIds, acceptedFindings] = [[...wishes.mediaIds], [...wishes.acceptedFindings]];
    const input = { ...draft, conversationId, ...wishes, mediaIds, acceptedFindings };
    try {
      const { data } = await run({ variables: { input } });
      if (data) tell(data.sendReply);
      return data?.sendReply.__typename === 'SendReplySuccess';
    } catch (error) {
      console.error(error);
      setNews({ ...noNews, problem: t.composer.failed });
      return false;
    } finally {
      busy.current = false;
      setSending(false);
    }
  };
  return {
    news,
    sending,
    /** Gives true when the reply is stored. */
    send,
    clearNews: () => {
      setNews((before) => (before === noNews ? before : noNews));
    },
  };
}
