import { graphql } from '#client/gql/index.ts';

/** The course of signs over a period. */
export const CueTrendDocument = graphql(`
  query CueTrendPage($input: CueTrendInput!, $step: CueStep!) {
    cueTrend(input: $input) {
      ... on InvalidInput {
        message {
          nl
          en
        }
      }
      ... on CueTrend {
        from
        to
        previousFrom
        total {
          ...CueTrendPage_sum
        }
        previous {
          ...CueTrendPage_sum
        }
        steps(step: $step) {
          key
          sum {
            ...CueTrendPage_sum
          }
        }
        causes {
          ...CueTrendPage_cause
        }
        channels {
          channel {
            name
            label
          }
          sum {
            ...CueTrendPage_sum
          }
        }
      }
    }
    channelAccounts {
      id
      channel {
        name
        label
      }
    }
  }
  fragment CueTrendPage_rate on RateFigures {
    n
    hits
    rate
    low
    high
  }
  fragment CueTrendPage_sum on CueSum {
    received
    dissatisfied {
      ...CueTrendPage_rate
    }
    counts {
      code
      label {
        nl
        en
      }
      count
    }
  }
  fragment CueTrendPage_cause on CueCause {
    code
    label {
      nl
      en
    }
    share {
      ...CueTrendPage_rate
    }
    previous {
      ...CueTrendPage_rate
    }
    change
    certain
  }
`);

/** The messages behind a figure. */
export const CueMessagesDocument = graphql(`
  query CueMessagesDialog($input: CueTrendInput!, $code: String!) {
    cueMessages(input: $input, code: $code) {
      ... on InvalidInput {
        message {
          nl
          en
        }
      }
      ... on CueMessages {
        looked
        complete
        messages {
          message {
            id
            conversationId
            sentAt
            text
            visibility
            channel {
              name
              label
            }
          }
          contact {
            id
            displayName
          }
        }
      }
    }
  }
`);
