import { graphql } from '#client/gql/index.ts';

/** Sets the unread count to 0. */
export const MarkReadDocument = graphql(`
  mutation ConversationPage_markRead($id: ID!) {
    markConversationRead(id: $id)
  }
`);

/** Claims, for the viewer. */
export const ClaimDocument = graphql(`
  mutation ConversationActions_claim($id: ID!) {
    claimConversation(id: $id) {
      ...ConversationActions_result
    }
  }
  fragment ConversationActions_result on AssignConversationResult {
    ... on AssignConversationSuccess {
      conversation {
        id
        ...ConversationHeader_conversation
      }
    }
    ... on AlreadyClaimed {
      message {
        nl
        en
      }
      assignee {
        id
        name
      }
    }
    ... on NotFound {
      message {
        nl
        en
      }
    }
  }
`);

/** Hands over to a colleague, or releases. */
export const AssignDocument = graphql(`
  mutation ConversationActions_assign($id: ID!, $userId: ID) {
    assignConversation(id: $id, userId: $userId) {
      ...ConversationActions_result
    }
  }
`);

/** Opens again. */
export const ReopenDocument = graphql(`
  mutation ConversationActions_reopen($id: ID!) {
    reopenConversation(id: $id) {
      ...ConversationActions_result
    }
  }
`);

/** Closes; with a customer waiting only for a reason. */
export const CloseDocument = graphql(`
  mutation ConversationActions_close($id: ID!, $reason: String) {
    closeConversation(id: $id, reason: $reason) {
      __typename
      ... on CloseConversationSuccess {
        conversation {
          id
          ...ConversationHeader_conversation
        }
      }
      ... on CustomerWaiting {
        message {
          nl
          en
        }
        since
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

/** Colleagues to hand over to. */
export const ColleaguesDocument = graphql(`
  query ConversationActions_users {
    users {
      id
      name
      role
    }
  }
`);

/** Corrects who wrote a message. */
export const CorrectAuthorDocument = graphql(`
  mutation AuthorLine_correct($messageId: ID!, $authorKind: AuthorKind!) {
    correctAuthorKind(messageId: $messageId, authorKind: $authorKind) {
      ...ConversationActions_result
    }
  }
`);

/** Sends a failed or unknown message again. */
export const ResendDocument = graphql(`
  mutation DeliveryLine_resend($messageId: ID!) {
    resendMessage(messageId: $messageId) {
      ...DeliveryLine_result
    }
  }
  fragment DeliveryLine_result on SettleDeliveryResult {
    __typename
    ... on SettleDeliverySuccess {
      message {
        id
        delivery {
          state
          at
          problem {
            nl
            en
          }
        }
      }
    }
    ... on NotSettleable {
      message {
        nl
        en
      }
    }
    ... on NotFound {
      message {
        nl
        en
      }
    }
  }
`);

/** Says that an unknown message did go out. */
export const MarkSentDocument = graphql(`
  mutation DeliveryLine_markSent($messageId: ID!) {
    markMessageSent(messageId: $messageId) {
      ...DeliveryLine_result
    }
  }
`);
