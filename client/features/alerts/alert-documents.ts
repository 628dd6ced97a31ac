import { graphql } from '#client/gql/index.ts';

/** The number on the bell. */
export const AlertBellDocument = graphql(`
  query AlertBell {
    unseenAlerts
  }
`);

/** The newest alerts. */
export const AlertListDocument = graphql(`
  query AlertList($after: String) {
    alerts(first: 20, after: $after) {
      nodes {
        ...AlertList_alert
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
  fragment AlertList_alert on Alert {
    id
    kind
    at
    dueAt
    conversation {
      id
      contact {
        id
        displayName
      }
    }
    message {
      nl
      en
    }
    seen
    settled
    told {
      id
    }
  }
`);

/** Alerts as they are raised. */
export const AlertRaisedDocument = graphql(`
  subscription AlertBell_raised {
    alertRaised {
      ...AlertList_alert
    }
  }
`);

/** Alerts whose escalation reached more people. */
export const AlertEscalatedDocument = graphql(`
  subscription AlertBell_escalated {
    alertEscalated {
      ...AlertList_alert
    }
  }
`);

/** Marks alerts as seen by the viewer. */
export const MarkAlertsSeenDocument = graphql(`
  mutation AlertList_markSeen($ids: [ID!]!) {
    markAlertsSeen(ids: $ids)
  }
`);

/** What was raised in a period, whom it reached and what became of it. */
export const AlertHistoryDocument = graphql(`
  query AlertHistory($input: AlertHistoryInput!, $after: String) {
    alertHistory(input: $input, first: 50, after: $after) {
      ... on InvalidInput {
        message {
          nl
          en
        }
      }
      ... on AlertConnection {
        nodes {
          ...AlertHistory_alert
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
  fragment AlertHistory_alert on Alert {
    id
    kind
    at
    dueAt
    raisedAt
    settledAt
    settledAs
    progress
    message {
      nl
      en
    }
    conversation {
      id
      contact {
        id
        displayName
      }
    }
    readings {
      at
      user {
        id
        name
      }
    }
    steps {
      at
      users {
        id
        name
      }
    }
  }
`);

/** The same of one conversation. */
export const ConversationAlertsDocument = graphql(`
  query ConversationAlerts($id: ID!) {
    conversation(id: $id) {
      id
      alerts {
        ...AlertHistory_alert
      }
    }
  }
`);

/** To whom alerts may have been told. */
export const AlertReadersDocument = graphql(`
  query AlertReaders {
    users {
      id
      name
      role
    }
  }
`);
