import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { useConnection } from '#client/lib/connection.ts';
import type { Connection } from '#client/lib/connection.ts';

/**
 * How long after the live connection is up everything shown is read again, in ms. The protocol does not say when a
 * subscription has begun, so what changed between the last read and that moment is fetched soon, and once more later.
 */
const catchUpAfterMs = [400, 3_000] as const;

/** Reads what is on the screen again whenever the live connection comes up, so that no change in a gap stays unseen. */
export function useCatchUp(connection: Connection): void {
  const client = useApolloClient();
  const state = useConnection(connection);
  useEffect(() => {
    if (state !== 'live') return undefined;
    const timers = catchUpAfterMs.map((delay) =>
      setTimeout(() => {
        client.refetchQueries({ include: 'active' }).catch((error: unknown) => {
          console.error(error);
        });
      }, delay),
    );
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [client, state]);
}
