import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { Hours_ResultFragment, HoursScopeInput, HoursSetup_SetupFragment } from '#client/gql/graphql.ts';
import { useAnnounce } from '#client/lib/Announcer.tsx';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { readingAgain } from '#client/lib/reading-again.ts';
import { HoursSetupDocument, RemoveHoursDocument } from './hours-documents.ts';

/** Open promises that the new hours would give another deadline. */
export type OtherwiseDue = Extract<Hours_ResultFragment, { __typename: 'SetHoursSuccess' }>['otherwiseDue'];

type Saved = Hours_ResultFragment | null | undefined;

/** Saving hours: runs a change and says how it ended; a first day in the past asks for a second word first. */
export type SaveHours = (run: (acceptPast: boolean) => Promise<Saved>, said: string) => Promise<boolean>;

/** The hours of one scope, with what became of the latest change. */
export function useHours(scope: HoursScopeInput) {
  const { t, pick } = useLanguage();
  const announce = useAnnounce();
  const { data, error, refetch } = useQuery(HoursSetupDocument, { variables: { scope } });
  const [remove] = useMutation(RemoveHoursDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const [reachBack, setReachBack] = useState<{ text: string; accept: () => void } | null>(null);
  const [otherwiseDue, setOtherwiseDue] = useState<OtherwiseDue>([]);

  const settle = async (run: () => Promise<Saved>, said: string, again: () => void): Promise<boolean> => {
    setProblem(null);
    setReachBack(null);
    try {
      const result = await run();
      if (result?.__typename === 'HoursReachBack') setReachBack({ text: pick(result.message), accept: again });
      else if (result?.__typename !== 'SetHoursSuccess')
        setProblem(result ? pick(result.message) : t.common.actionFailed);
      else {
        announce(said);
        setOtherwiseDue(result.otherwiseDue);
        await refetch();
        return true;
      }
    } catch (failure) {
      console.error(failure);
      setProblem(t.common.actionFailed);
    }
    return false;
  };
  const save: SaveHours = (run, said) =>
    settle(
      () => run(false),
      said,
      () => {
        void settle(
          () => run(true),
          said,
          () => undefined,
        );
      },
    );
  const setup: HoursSetup_SetupFragment | null = data?.openingHours ?? null;
  return {
    setup,
    failed: error !== undefined && !data,
    refetch: readingAgain(refetch),
    problem,
    refuse: setProblem,
    reachBack,
    otherwiseDue,
    keep: () => {
      setOtherwiseDue([]);
    },
    save,
    remove: (id: string) =>
      save(async () => (await remove({ variables: { id, scope } })).data?.result, t.hours.removed),
  };
}

/** What the parts of the hours screen share. */
export type HoursState = ReturnType<typeof useHours>;
