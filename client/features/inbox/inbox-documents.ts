import { graphql } from '#client/gql/index.ts';

/** One page of the list. */
export const InboxPageDocument = graphql(`
  query InboxPage($view: InboxView!, $channel: ID, $after: String) {
    conversations(view: $view, channel: $channel, first: 30, after: $after) {
      nodes {
        id
        ...InboxRow_conversation
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
  fragment InboxRow_conversation on Conversation {
    id
    account {
      id
      name
      channel {
        name
        label
      }
    }
    contact {
      id
      displayName
    }
    visibility
    state
    assignee {
      id
      name
    }
    risk
    riskAt
    preview
    lastAuthorKind
    lastMessageAt
    unread
    topCues {
      code
      label {
        nl
        en
      }
    }
    promise {
      id
      state
      dueAt
      settledAt
      lateByMs
      wording {
        start
        end
        text
      }
    }
    clock {
      id
      state
      startedAt
      dueAt
    }
  }
`);

/** How many customers wait, by risk, and the channels to filter by. */
export const InboxCountsDocument = graphql(`
  query InboxCounts {
    inboxCounts {
      missed
      dueSoon
      waiting
    }
  }
`);

/** The channels there are accounts of. */
export const InboxChannelsDocument = graphql(`
  query InboxChannels {
    channelAccounts {
      id
      channel {
        name
        label
      }
    }
  }
`);

/** Conversations as they change or arrive. */
export const InboxChangedDocument = graphql(`
  subscription InboxPage_conversationChanged {
    conversationChanged {
      conversation {
        id
        ...InboxRow_conversation
      }
    }
  }
`);
