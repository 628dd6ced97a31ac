/** What the festival test looks at, and the shapes it comes in. Instants are ISO texts. */
export const festivalQuery = /* GraphQL */ `
  query Festival {
    conversations(view: open, first: 10) {
      nodes {
        risk
        riskAt
        topCues {
          code
        }
        clock {
          state
          calendarMs
        }
        clocks {
          state
          startedAt
          stoppedAt
          stoppedBy
          calendarMs
          openHoursMs
          missed
        }
        promises {
          kind
          act
          madeAt
          madeBy
          dueAt
          state
          settledAt
          lateByMs
          onTopOfMissed
          wording {
            text
          }
        }
        messages {
          nodes {
            authorKind
            authorGuessed
            cues {
              code
              spans {
                text
              }
            }
            wish {
              text
            }
          }
        }
        suggestedReplies {
          templateId
        }
        draftBasis {
          late
          promiseState
          contactMoments
          wish
        }
        contact {
          journey {
            momentsBeforeAnswer
            firstContactAt
            answeredAt
            firstTimeFix
          }
          timeline {
            at
            momentNumber
            moment {
              kind
              attempts
            }
          }
        }
      }
    }
    alerts(first: 20) {
      nodes {
        kind
        at
        settled
      }
    }
  }
`;

/** One promise as the API tells it. */
export type PromiseView = {
  kind: string;
  act: string;
  madeAt: string;
  madeBy: string;
  dueAt: string;
  state: string;
  settledAt: string | null;
  lateByMs: number | null;
  onTopOfMissed: boolean;
  wording: { text: string };
};

/** One waiting turn as the API tells it. */
export type ClockView = {
  state: string;
  startedAt: string;
  stoppedAt: string | null;
  stoppedBy: string | null;
  calendarMs: number;
  openHoursMs: number;
  missed: boolean;
};

/** The conversation as the API tells it. */
export type FestivalView = {
  risk: string;
  riskAt: string | null;
  topCues: { code: string }[];
  clock: { state: string; calendarMs: number } | null;
  clocks: ClockView[];
  promises: PromiseView[];
  messages: {
    nodes: {
      authorKind: string;
      authorGuessed: boolean;
      cues: { code: string; spans: { text: string }[] }[];
      wish: { text: string } | null;
    }[];
  };
  suggestedReplies: { templateId: string }[];
  draftBasis: { late: boolean; promiseState: string; contactMoments: number; wish: string | null };
  contact: {
    journey: {
      momentsBeforeAnswer: number;
      firstContactAt: string | null;
      answeredAt: string | null;
      firstTimeFix: boolean | null;
    };
    timeline: { at: string; momentNumber: number | null; moment: { kind: string; attempts: number } | null }[];
  };
};

/** The whole answer. */
export type FestivalAnswer = {
  conversations: { nodes: FestivalView[] };
  alerts: { nodes: { kind: string; at: string; settled: boolean }[] };
};
