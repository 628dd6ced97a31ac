import { useQuery, useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import type { PromiseBoardQuery } from '#client/gql/graphql.ts';
import { useNow } from '#client/lib/present.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { PromiseBoardChangedDocument, PromiseBoardDocument } from './board-documents.ts';

export type BoardPromise = PromiseBoardQuery['promiseBoard']['open'][number];

/** The board's columns at an instant. */
export type BoardColumns = Readonly<Record<'missed' | 'atRisk' | 'open' | 'kept', readonly BoardPromise[]>>;

const soonMs = 60 * 60_000;
/** Reading again at most once per this time, however many conversations change. */
const rereadMs = 1_000;

/** Divides the board at `now`: what has come due since it was read is missed at once. */
export function columnsOf(board: PromiseBoardQuery['promiseBoard'], now: Date): BoardColumns {
  const leftMs = ({ promise }: BoardPromise): number => Date.parse(promise.dueAt) - now.getTime();
  return {
    missed: [...board.open.filter((each) => leftMs(each) <= 0).reverse(), ...board.missed],
    atRisk: board.open.filter((each) => leftMs(each) > 0 && leftMs(each) <= soonMs),
    open: board.open.filter((each) => leftMs(each) > soonMs),
    kept: board.kept,
  };
}

/** The board, read again shortly after conversations change. */
export function useBoard(): {
  readonly columns: BoardColumns | null;
  readonly failed: boolean;
  readonly retry: () => void;
} {
  const { data, error, refetch } = useQuery(PromiseBoardDocument);
  const now = useNow(10_000);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  const reread = readingAgain(refetch);
  useSubscription(PromiseBoardChangedDocument, {
    ignoreResults: true,
    onData: () => {
      timer.current ??= setTimeout(() => {
        timer.current = null;
        reread();
      }, rereadMs);
    },
  });
  return {
    columns: data ? columnsOf(data.promiseBoard, now) : null,
    failed: error !== undefined && !data,
    retry: reread,
  };
}
