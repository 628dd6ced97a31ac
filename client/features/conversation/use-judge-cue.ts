import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { CueVerdict } from '#client/gql/graphql.ts';
import { useAnnounce } from '#client/lib/Announcer.tsx';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { JudgeCueDocument } from './cue-judgement-documents.ts';

/** A sign with its name, and the words that show it when somebody marks it as missed. */
export type JudgedSign = {
  readonly code: string;
  readonly name: string;
  readonly span?: { readonly start: number; readonly end: number } | null;
};

/** Judging the signs of a message: says what was kept; `problem` holds what stood in the way. Resolves true when it is kept. */
export function useJudgeCue(messageId: string) {
  const { t, pick } = useLanguage();
  const announce = useAnnounce();
  const [run, { loading }] = useMutation(JudgeCueDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const judge = async ({ code, name, span }: JudgedSign, verdict: CueVerdict | null): Promise<boolean> => {
    setProblem(null);
    try {
      const input = { messageId, code, verdict, start: span?.start ?? null, end: span?.end ?? null };
      const result = (await run({ variables: { input } })).data?.judgeCue;
      if (!result || 'message' in result) {
        setProblem(result ? pick(result.message) : t.common.actionFailed);
        return false;
      }
      announce(verdict === null ? t.judge.undone(name) : t.judge.saved(name, t.judge.verdicts[verdict]));
      return true;
    } catch (error) {
      console.error(error);
      setProblem(t.common.actionFailed);
      return false;
    }
  };
  return { judge, busy: loading, problem };
}
