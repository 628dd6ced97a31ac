import { graphql } from '#client/gql/index.ts';

/** The brand's templates, ideas and allowed link hosts. */
export const TemplatesSectionDocument = graphql(`
  query TemplatesSection {
    replyTemplates {
      id
      ...TemplateCard_template
    }
    offerIdeas {
      id
      wish
      offers
    }
    allowedLinkHosts
  }
  fragment TemplateCard_template on ReplyTemplate {
    id
    name
    language
    form
    visibility
    intent
    state
    approvedVersion
    versions {
      number
      body
      proposedBy
      proposedAt
      approvedBy
    }
    outcomes {
      used
      calmer
      angrier
      wroteAgain
    }
  }
`);

/** Proposes a template or a version. */
export const ProposeTemplateDocument = graphql(`
  mutation TemplateEditor_propose($input: ProposeTemplateInput!) {
    proposeTemplate(input: $input) {
      ...TemplateCard_result
    }
  }
  fragment TemplateCard_result on TemplateResult {
    ... on TemplateChanged {
      template {
        id
        ...TemplateCard_template
      }
    }
    ... on ChangedMeanwhile {
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
    ... on InvalidInput {
      message {
        nl
        en
      }
    }
  }
`);

/** Approves a version. */
export const ApproveTemplateDocument = graphql(`
  mutation TemplateCard_approve($id: ID!, $version: Int!) {
    approveTemplate(id: $id, version: $version) {
      ...TemplateCard_result
    }
  }
`);

/** Archives or takes back. */
export const ArchiveTemplateDocument = graphql(`
  mutation TemplateCard_archive($id: ID!, $archived: Boolean!) {
    archiveTemplate(id: $id, archived: $archived) {
      ...TemplateCard_result
    }
  }
`);

/** Stores an idea. */
export const SetOfferIdeaDocument = graphql(`
  mutation OfferIdeas_set($input: OfferIdeaInput!) {
    setOfferIdea(input: $input) {
      __typename
      ... on OfferIdeaStored {
        idea {
          id
          wish
          offers
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

/** Removes an idea. */
export const RemoveOfferIdeaDocument = graphql(`
  mutation OfferIdeas_remove($id: ID!) {
    removeOfferIdea(id: $id)
  }
`);

/** Sets the allowed hosts. */
export const SetAllowedHostsDocument = graphql(`
  mutation AllowedHosts_set($hosts: [String!]!) {
    setAllowedLinkHosts(hosts: $hosts) {
      ... on AllowedHostsSet {
        hosts
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
