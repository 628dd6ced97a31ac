import { useSyncExternalStore } from 'react';

/** Whether live updates arrive: idle before the first connection and after signing out. */
export type ConnectionState = 'idle' | 'live' | 'lost';

/** Holds the state of the live connection and tells who listens. */
export type Connection = {
  readonly read: () => ConnectionState;
  readonly set: (state: ConnectionState) => void;
  readonly listen: (listener: () => void) => () => void;
};

/** Makes the holder that the WebSocket client writes and the offline banner reads. */
export function createConnection(): Connection {
  let state: ConnectionState = 'idle';
  const listeners = new Set<() => void>();
  return {
    read: () => state,
    set: (next) => {
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The state of the live connection, kept up to date. */
export function useConnection(connection: Connection): ConnectionState {
  return useSyncExternalStore(connection.listen, connection.read);
}

function listenToNetwork(listener: () => void): () => void {
  globalThis.addEventListener('online', listener);
  globalThis.addEventListener('offline', listener);
  return () => {
    globalThis.removeEventListener('online', listener);
    globalThis.removeEventListener('offline', listener);
  };
}

/** Whether the browser has a network at all. */
export function useNetwork(): boolean {
  return useSyncExternalStore(listenToNetwork, () => navigator.onLine);
}
