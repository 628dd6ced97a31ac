import { useEffect, useState } from 'react';
import { newClientId } from '#client/lib/client-id.ts';
import { loadDraft, saveDraft } from '#client/lib/draft-storage.ts';
import type { StoredDraft } from '#client/lib/draft-storage.ts';

/** The draft of a conversation, kept in the browser tab. Its id stays the same until `renew` is called after a success. */
export function useDraft(conversationId: string) {
  const [draft, setDraft] = useState<StoredDraft>(() => loadDraft(conversationId));
  useEffect(() => {
    saveDraft(conversationId, draft);
  }, [conversationId, draft]);
  return {
    draft,
    setText: (text: string): void => {
      setDraft((before) => ({ ...before, text }));
    },
    renew: (text: string): void => {
      setDraft({ clientId: newClientId(), text });
    },
  };
}
