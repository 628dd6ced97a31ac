import { graphql } from '#client/gql/index.ts';

/** A customer with everything that happened, over all channels. */
export const ContactColumnDocument = graphql(`
  query ContactColumn($id: ID!) {
    contact(id: $id) {
      ...ContactColumn_contact
    }
  }
  fragment ContactColumn_contact on Contact {
    id
    displayName
    identities {
      id
      displayName
      account {
        id
        name
        channel {
          name
          label
        }
      }
    }
    journey {
      momentsBeforeAnswer
      firstContactAt
      answeredAt
      firstTimeFix
    }
    mood {
      trend
      reason {
        nl
        en
      }
      conversations
    }
    timeline {
      ...TimelineLine_item
    }
  }
  fragment TimelineLine_item on TimelineItem {
    id
    at
    momentNumber
    moment {
      id
      kind
      fromCustomer
      attempts
      outcome
      summary
      loggedBy {
        id
        name
      }
    }
    message {
      id
      conversationId
      channel {
        name
      }
      direction
      authorKind
      visibility
      text
      content
      deletedAt
    }
    promise {
      id
      messageId
      madeAt
      wording {
        start
        end
        text
      }
      kind
      act
      understood {
        nl
        en
      }
      confidence
      dueAt
      state
      settledAt
      lateByMs
      onTopOfMissed
    }
  }
`);

/** Logs a contact outside the three channels; the answer brings the new timeline. */
export const LogContactDocument = graphql(`
  mutation LogContactDialog($input: LogContactMomentInput!) {
    logContactMoment(input: $input) {
      ... on LogContactMomentSuccess {
        contact {
          ...ContactColumn_contact
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
