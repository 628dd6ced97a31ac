import { skipToken, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql } from '#client/gql/index.ts';
import type { PromiseSimulationQuery, Visibility } from '#client/gql/graphql.ts';

const PromiseSimulationDocument = graphql(`
  query PromiseSimulation($channel: String!, $text: String!, $visibility: Visibility, $rate: Float!, $days: Int!) {
    simulatePromise(channel: $channel, text: $text, visibility: $visibility, rate: $rate, days: $days) {
      __typename
      ... on InvalidInput {
        message {
          nl
          en
        }
      }
      ... on PromiseSimulation {
        n
        kept
        share
        low
        high
        notYetDue
        withoutPromise
        visibility
        capped
        misses {
          conversationId
          startedAt
          answeredAt
          lateByMs
        }
        contradictions {
          code
          words {
            nl
            en
          }
          remedy {
            kind
            wording {
              nl
              en
            }
            channel {
              name
              label
            }
          }
        }
      }
    }
  }
`);

/** How a text would have been kept, and what speaks against it now. */
export type PromiseSimulation = Extract<PromiseSimulationQuery['simulatePromise'], { __typename: 'PromiseSimulation' }>;

/** A text to simulate on a channel; rate 0..1. */
export type SimulationQuestion = {
  readonly channel: string;
  readonly text: string;
  /** Only this kind of message; without, private and public together. */
  readonly visibility?: Visibility | null;
  readonly rate?: number;
  readonly days?: number;
};

const settleMs = 500;

/** The value once it has been left alone for half a second, so that not every key asks the server. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, settleMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}

/** Simulates a text while it is typed; the last outcome stays until the next is there. Null while nothing is known. */
export function usePromiseSimulation({ channel, text, visibility, rate = 0.9, days = 30 }: SimulationQuestion) {
  const settled = useSettled(text).trim();
  const { data, previousData, loading, error } = useQuery(
    PromiseSimulationDocument,
    settled === ''
      ? skipToken
      : { variables: { channel, text: settled, visibility, rate, days }, fetchPolicy: 'network-only' as const },
  );
  const outcome = settled === '' ? undefined : (data ?? previousData)?.simulatePromise;
  return {
    simulation: outcome?.__typename === 'PromiseSimulation' ? outcome : null,
    refusal: outcome?.__typename === 'InvalidInput' ? outcome.message : null,
    loading: loading || settled !== text.trim(),
    failed: error !== undefined,
  };
}
