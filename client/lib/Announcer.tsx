import { createContext, useCallback, useContext, useState } from 'react';
import type { ReactNode } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Gives the page one polite live region, so that changes are told to screen readers without taking the focus. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', count: 0 });
  const announce = useCallback((text: string) => {
    setSaid((before) => ({ text, count: before.count + 1 }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" role="status" aria-live="polite">
        {/* A new key makes the same words count as a new announcement. */}
        <span key={said.count}>{said.text}</span>
      </div>
    </AnnounceContext>
  );
}

/** Says a text to screen readers, politely. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}
