/** Hands a reply in; asks for what any test wants to know of the answer. */
export const replyMutation = /* GraphQL */ `
  mutation Reply($input: SendReplyInput!) {
    sendReply(input: $input) {
      __typename
      ... on SendReplySuccess {
        message {
          id
          conversationId
        }
      }
      ... on DraftStopped {
        findings {
          code
          level
        }
      }
      ... on ReplyNotAllowed {
        text: message {
          nl
          en
        }
      }
      ... on InvalidInput {
        field
        text: message {
          nl
          en
        }
      }
      ... on CustomerWroteMeanwhile {
        newMessages {
          text
        }
      }
    }
  }
`;
