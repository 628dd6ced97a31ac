import { graphql } from '#client/gql/index.ts';

/** The sample of a period, with the teams to choose from. */
export const QualitySampleDocument = graphql(`
  query QualitySample($input: QualitySampleInput!) {
    teams {
      id
      name
    }
    qualitySample(input: $input) {
      __typename
      ... on QualitySample {
        reviewable
        left
        complete
        replies {
          messageId
          reviewed
          writer {
            id
            name
          }
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
      }
    }
  }
`);

/** A reply with what belongs beside it. */
export const ReviewCaseDocument = graphql(`
  query ReviewCase($messageId: ID!) {
    reviewCase(messageId: $messageId) {
      reply {
        id
        conversationId
        sentAt
        text
        channel {
          name
          label
        }
      }
      writer {
        id
        name
      }
      contact {
        id
        displayName
      }
      customerMessages {
        id
        sentAt
        text
      }
      tookMs
      normMs
      normLateMs
      promiseLateMs
      promise {
        id
        wording {
          start
          end
          text
        }
        dueAt
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
      reviews {
        id
        reviewerName
      }
      ownReview {
        id
        note
        scores {
          part
          score
        }
      }
    }
  }
`);

/** Keeps a review. */
export const ReviewReplyDocument = graphql(`
  mutation ReviewReply($input: ReviewReplyInput!) {
    reviewReply(input: $input) {
      __typename
      ... on ReplyReviewed {
        review {
          id
        }
      }
      ... on NotFound {
        message {
          nl
          en
        }
      }
      ... on InvalidInput {
        field
        message {
          nl
          en
        }
      }
    }
  }
`);

/** The course of scores. */
export const QualityTrendDocument = graphql(`
  query QualityTrend($input: QualityTrendInput!, $step: QualityStep!) {
    qualityTrend(input: $input) {
      __typename
      ... on QualityTrend {
        from
        to
        replies
        complete
        means {
          ...QualityMean_fields
        }
        steps(step: $step) {
          from
          replies
          means {
            ...QualityMean_fields
          }
        }
      }
    }
  }
  fragment QualityMean_fields on QualityMean {
    part
    mean
    count
  }
`);

/** Reviews of the viewer's own replies. */
export const OwnReviewsDocument = graphql(`
  query OwnReviews {
    ownReviews(first: 100) {
      id
      conversationId
      reviewerName
      note
      at
      repliedAt
      scores {
        part
        score
      }
      reply {
        id
        text
      }
    }
  }
`);
