import { graphql } from '#client/gql/index.ts';

/** What the reply box needs to know about its conversation. */
export const ComposerDocument = graphql(`
  query Composer($id: ID!) {
    conversation(id: $id) {
      id
      state
      visibility
      account {
        id
        channel {
          name
          label
        }
      }
      replyWindow {
        open
        closesAt
        reason {
          nl
          en
        }
        maxLength
      }
      mediaOptions {
        rules {
          kind
          mimeTypes
          maxBytes
        }
        limits {
          nl
          en
        }
      }
      privateReply {
        open
        closesAt
        reason {
          nl
          en
        }
        maxLength
        media {
          rules {
            kind
            mimeTypes
            maxBytes
          }
          limits {
            nl
            en
          }
        }
      }
      draftBasis {
        language
        customerTexts
        cues {
          code
          label {
            nl
            en
          }
          score
          spans {
            start
            end
            text
          }
          why {
            nl
            en
          }
        }
        wish
        wishKeywords
        waitedMs
        late
        promiseState
        contactMoments
        vagueMaxMs
        hours {
          ...Hours_fields
        }
        recentReplies
        customerName
        repliesToCustomer
        allowedHosts
        advice {
          honestAt
          keptShare
        }
      }
      suggestedReplies {
        templateId
        title {
          nl
          en
        }
        text
        why {
          nl
          en
        }
        openSlots
      }
    }
  }
`);

/** Sends a reply; every refusal is an answer of its own. */
export const SendReplyDocument = graphql(`
  mutation Composer_sendReply($input: SendReplyInput!) {
    sendReply(input: $input) {
      __typename
      ... on SendReplySuccess {
        message {
          id
          text
        }
      }
      ... on DraftStopped {
        message {
          nl
          en
        }
        findings {
          code
          level
          start
          end
          message {
            nl
            en
          }
          suggestion {
            nl
            en
          }
        }
      }
      ... on ReplyNotAllowed {
        message {
          nl
          en
        }
      }
      ... on CustomerWroteMeanwhile {
        message {
          nl
          en
        }
        newMessages {
          id
          text
          sentAt
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

/** Messages approved beforehand, for when the reply window has closed. */
export const TemplatesDocument = graphql(`
  query TemplatePicker($conversationId: ID!, $fresh: Boolean!) {
    platformTemplates(conversationId: $conversationId, fresh: $fresh) {
      fetchedAt
      problem {
        nl
        en
      }
      templates {
        id
        name
        language
        category
        status
        header
        body
        footer
        headerVariables
        bodyVariables
        obstacle {
          nl
          en
        }
      }
    }
  }
`);

/** What the brand can offer for wishes that come back; the same for every conversation. */
export const OfferIdeasDocument = graphql(`
  query ComposerIdeas {
    offerIdeas {
      id
      wish
      offers
    }
  }
`);

/** What the picker of reply templates offers; asked for when it is opened. */
export const ReplyTemplatePickerDocument = graphql(`
  query ReplyTemplatePicker($id: ID!) {
    conversation(id: $id) {
      id
      templateChoices {
        templateId
        title {
          nl
          en
        }
        text
        why {
          nl
          en
        }
        openSlots
      }
    }
  }
`);

/** A language model's draft; asked for apart, because it may take seconds or never come. */
export const ModelSuggestionDocument = graphql(`
  query ModelSuggestion($id: ID!) {
    conversation(id: $id) {
      id
      modelSuggestion {
        templateId
        title {
          nl
          en
        }
        text
        why {
          nl
          en
        }
        openSlots
      }
    }
  }
`);
