import { createContext, useContext } from 'react';

/** Who is signed in, as far as screens need it. */
export type ViewerInfo = {
  readonly id: string;
  readonly name: string;
  readonly role: 'agent' | 'lead' | 'admin' | 'marketing';
  readonly brandName: string;
  readonly timeZone: string;
  readonly demo: boolean;
};

/** Provided by the session gate around every signed-in screen. */
export const ViewerContext = createContext<ViewerInfo | null>(null);

/** The signed-in viewer. Throws outside the session gate, which is a fault in the composition. */
export function useViewer(): ViewerInfo {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer is used outside the session gate');
  return viewer;
}
