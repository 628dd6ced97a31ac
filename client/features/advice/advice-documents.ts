import { graphql } from '#client/gql/index.ts';

/** The channels of the brand with what they answer automatically. */
export const AdviceChannelsDocument = graphql(`
  query AdviceChannels {
    channelAccounts {
      id
      channel {
        name
        label
        maxPublicLength
      }
      autoReply {
        current {
          id
          text
        }
      }
    }
  }
`);

/** The advice of a channel for now and for every hour of the week. */
export const AdviceMapDocument = graphql(`
  query AdviceMap($channel: String!, $visibility: Visibility, $rate: Float!, $days: Int!) {
    promiseAdvice(channel: $channel, visibility: $visibility, rate: $rate, days: $days) {
      __typename
      ... on InvalidInput {
        message {
          nl
          en
        }
      }
      ... on PromiseAdviceGrid {
        samples
        kinds {
          visibility
          n
          withinMs
        }
        alike
        capped
        queue
        now {
          ...Advice_fields
        }
        cells {
          weekday
          hour
          open
          advice {
            ...Advice_fields
          }
        }
      }
    }
  }
  fragment Advice_fields on PromiseAdvice {
    wording {
      nl
      en
    }
    sentence {
      nl
      en
    }
    unit
    amount
    withinMs
    n
    level
    visibility
    keptShare
  }
`);
