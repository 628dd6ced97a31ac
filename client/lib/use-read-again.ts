import { useApolloClient } from '@apollo/client/react';
import { useRef } from 'react';
import { conversationQueries } from './conversation-queries.ts';

/**
 * Reads again what is on screen of a conversation (see {@link conversationQueries}). A change that comes while it is being read is read
 * after that: the answer under way may be older than the change.
 */
export function useReadAgain(): () => void {
  const client = useApolloClient();
  const state = useRef<'still' | 'reading' | 'changed'>('still');

  const readUntilStill = async (): Promise<void> => {
    try {
      do {
        state.current = 'reading';
        const { refetchQueries: include, onQueryUpdated } = conversationQueries;
        await client.refetchQueries({ include, onQueryUpdated });
      } while (changedMeanwhile());
    } finally {
      state.current = 'still';
    }
  };
  const changedMeanwhile = (): boolean => state.current === 'changed';

  return () => {
    if (state.current !== 'still') {
      state.current = 'changed';
      return;
    }
    readUntilStill().catch((problem: unknown) => {
      console.error(problem);
    });
  };
}
