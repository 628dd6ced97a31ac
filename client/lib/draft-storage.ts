import { newClientId } from './client-id.ts';

/** A reply being typed: its text and the id under which it will be sent, so that a second try is never a second reply. */
export type StoredDraft = { readonly clientId: string; readonly text: string };

function keyOf(conversationId: string): string {
  return `woordhouder.draft.${conversationId}`;
}

function isStoredDraft(value: unknown): value is StoredDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'clientId' in value &&
    typeof value.clientId === 'string' &&
    'text' in value &&
    typeof value.text === 'string'
  );
}

/** The draft kept for a conversation in this browser tab, or an empty one with a new id. */
export function loadDraft(conversationId: string): StoredDraft {
  const empty = { clientId: newClientId(), text: '' };
  const stored = sessionStorage.getItem(keyOf(conversationId));
  if (stored === null) return empty;
  try {
    const parsed: unknown = JSON.parse(stored);
    return isStoredDraft(parsed) ? parsed : empty;
  } catch (error) {
    // Only a damaged entry may be dropped; anything else is a fault of ours.
    if (error instanceof SyntaxError) return empty;
    throw error;
  }
}

/** Keeps a draft for as long as the browser tab lives; an empty text is forgotten. Signing out forgets all of them. */
export function saveDraft(conversationId: string, draft: StoredDraft): void {
  if (draft.text === '') sessionStorage.removeItem(keyOf(conversationId));
  else sessionStorage.setItem(keyOf(conversationId), JSON.stringify(draft));
}
