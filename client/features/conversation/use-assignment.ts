import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { ConversationActions_ResultFragment } from '#client/gql/graphql.ts';
import { useAnnounce } from '#client/lib/Announcer.tsx';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { AssignDocument, ClaimDocument, CloseDocument, ReopenDocument } from './action-documents.ts';

/** What closing met: done, a customer who waits (since when), or a problem that is told. */
export type CloseOutcome =
  { readonly kind: 'closed' | 'problem' } | { readonly kind: 'waiting'; readonly since: string };

/** Claiming, handing over, closing and reopening a conversation, with the problem to tell (null when none). */
export function useAssignment(conversationId: string) {
  const { t, pick } = useLanguage();
  const announce = useAnnounce();
  const [problem, setProblem] = useState<string | null>(null);
  const [claim, claiming] = useMutation(ClaimDocument);
  const [assign, assigning] = useMutation(AssignDocument);
  const [reopen, reopening] = useMutation(ReopenDocument);
  const [close, closing] = useMutation(CloseDocument);
  const id = conversationId;

  const tell = (text: string | null): void => {
    setProblem(text);
    if (text !== null) announce(text);
  };
  const settle = async (run: () => Promise<ConversationActions_ResultFragment | undefined>): Promise<void> => {
    tell(null);
    try {
      const result = await run();
      if (result && 'message' in result) tell(pick(result.message));
    } catch (error) {
      console.error(error);
      tell(t.common.actionFailed);
    }
  };
  return {
    problem,
    dismiss: () => {
      setProblem(null);
    },
    busy: claiming.loading || assigning.loading || reopening.loading || closing.loading,
    claim: () => settle(async () => (await claim({ variables: { id } })).data?.claimConversation),
    assign: (userId: string | null) =>
      settle(async () => (await assign({ variables: { id, userId } })).data?.assignConversation),
    reopen: () => settle(async () => (await reopen({ variables: { id } })).data?.reopenConversation),
    close: async (reason: string | null): Promise<CloseOutcome> => {
      tell(null);
      try {
        const result = (await close({ variables: { id, reason } })).data?.closeConversation;
        if (result?.__typename === 'CustomerWaiting') return { kind: 'waiting', since: result.since };
        if (result?.__typename === 'CloseConversationSuccess') return { kind: 'closed' };
        tell(result ? pick(result.message) : t.common.actionFailed);
      } catch (error) {
        console.error(error);
        tell(t.common.actionFailed);
      }
      return { kind: 'problem' };
    },
  };
}
