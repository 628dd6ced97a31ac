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
