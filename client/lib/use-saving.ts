import { useState } from 'react';
import type { LocalText } from '#shared/local-text.ts';
import { useAnnounce } from './Announcer.tsx';
import { useLanguage } from './i18n/LanguageProvider.tsx';

/** A member of a mutation's result union: the refusals carry a message. */
type Outcome = { readonly [field: string]: unknown; readonly message?: LocalText };

/** Saving a form: the problem to show beside it (`refuse` tells one of the form's own), and what is said and done when it went well. */
export function useSaving(said: string, onDone: () => void) {
  const { t, pick } = useLanguage();
  const announce = useAnnounce();
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (run: () => Promise<Outcome | null | undefined>): Promise<void> => {
    setProblem(null);
    try {
      const message = (await run())?.message;
      if (message) setProblem(pick(message));
      else {
        announce(said);
        onDone();
      }
    } catch (error) {
      console.error(error);
      setProblem(t.common.actionFailed);
    }
  };
  return { save, problem, refuse: setProblem };
}
