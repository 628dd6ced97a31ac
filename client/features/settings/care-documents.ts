import { graphql } from '#client/gql/index.ts';

/** How well an account is connected. */
export const ChannelCareDocument = graphql(`
  query ChannelCare_accounts {
    channelAccounts {
      ...ChannelCare_account
    }
  }
  fragment ChannelCare_account on ChannelAccount {
    id
    care {
      usualUntil
      learnedDays
      silentSince
      eventsLastDay
      platformLag {
        ...ChannelCare_lag
      }
      ownLag {
        ...ChannelCare_lag
      }
      subscription {
        status
        missing
        checkedAt
      }
      canSubscribe
      lastFault {
        message {
          nl
          en
        }
        code
        at
      }
      missedNote {
        nl
        en
      }
      missedReads {
        stream
        underWay
        readUntil
        items
        reason
      }
      notices {
        name
        text
        receivedAt
      }
    }
  }
  fragment ChannelCare_lag on ChannelLag {
    count
    meanMs
    longestMs
  }
`);

/** Asks the platform at once. */
export const CheckChannelDocument = graphql(`
  mutation ChannelCare_check($accountId: ID!) {
    checkChannel(accountId: $accountId) {
      ... on ChannelCareSuccess {
        account {
          ...ChannelCare_account
        }
      }
      ... on NotFound {
        message {
          nl
          en
        }
      }
    }
  }
`);

/** Subscribes again. */
export const ResubscribeDocument = graphql(`
  mutation ChannelCare_resubscribe($accountId: ID!) {
    resubscribeChannel(accountId: $accountId) {
      ... on ChannelCareSuccess {
        account {
          ...ChannelCare_account
        }
      }
      ... on NotFound {
        message {
          nl
          en
        }
      }
    }
  }
`);

/** Reads the last day afterwards. */
export const FetchMissedDocument = graphql(`
  mutation ChannelCare_fetch($accountId: ID!) {
    fetchMissedMessages(accountId: $accountId) {
      ... on ChannelCareSuccess {
        account {
          ...ChannelCare_account
        }
      }
      ... on NotFound {
        message {
          nl
          en
        }
      }
    }
  }
`);

/** Deliveries that could not be taken in. */
export const DeadLettersDocument = graphql(`
  query DeadLetters_page($state: DeadLetterState, $after: String) {
    deadLetters(state: $state, first: 20, after: $after) {
      nodes {
        ...DeadLetters_letter
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
  fragment DeadLetters_letter on DeadLetter {
    id
    channel {
      name
      label
    }
    account {
      id
      name
    }
    error
    tries
    receivedAt
    failedAt
    state
    steps {
      action
      at
      reason
      by {
        id
        name
      }
    }
  }
`);

/** The raw body of one. */
export const DeadLetterBodyDocument = graphql(`
  query DeadLetters_body($id: ID!) {
    deadLetterBody(id: $id) {
      text
      bytes
      cut
    }
  }
`);

/** Lets one be taken in once more. */
export const ReplayDeadLetterDocument = graphql(`
  mutation DeadLetters_replay($id: ID!) {
    replayDeadLetter(id: $id) {
      ... on DeadLetterSuccess {
        letter {
          ...DeadLetters_letter
        }
      }
      ... on NotFound {
        message {
          nl
          en
        }
      }
    }
  }
`);

/** The same for all open ones. */
export const ReplayAllDocument = graphql(`
  mutation DeadLetters_replayAll {
    replayAllDeadLetters
  }
`);

/** Gives one up. */
export const DiscardDeadLetterDocument = graphql(`
  mutation DeadLetters_discard($id: ID!, $reason: String!) {
    discardDeadLetter(id: $id, reason: $reason) {
      ... on DeadLetterSuccess {
        letter {
          ...DeadLetters_letter
        }
      }
      ... on NotFound {
        message {
          nl
          en
        }
      }
      ... on InvalidInput {
        message {
          nl
          en
        }
        field
      }
    }
  }
`);
