import { graphql } from '#client/gql/index.ts';

/** The channel accounts with their automatic replies, and the norms. */
export const SettingsPageDocument = graphql(`
  query SettingsPage {
    channelAccounts {
      ...AccountCard_account
    }
    replyNorms {
      ...NormRow_norm
    }
    replyNormHistory {
      ...NormRow_norm
    }
  }
  fragment AccountCard_account on ChannelAccount {
    id
    openingHours {
      ...Hours_fields
    }
    publicClaim {
      ...ClaimEditor_claim
    }
    publicClaims {
      ...ClaimEditor_claim
    }
    name
    externalId
    channel {
      name
      label
      maxPrivateLength
    }
    autoReply {
      enabled
      publicEnabled
      current {
        id
        text
        createdAt
      }
      versions {
        id
        text
        createdAt
      }
    }
    health {
      lastEventAt
      unknownEvents
      unknownKinds {
        kind
        count
      }
      trouble {
        nl
        en
      }
    }
  }
  fragment ClaimEditor_claim on PublicClaim {
    id
    text
    withinMs
    duringHours
    validFrom
  }
  fragment NormRow_norm on ReplyNorm {
    id
    channel {
      name
      label
    }
    visibility
    usualMs
    maxMs
    validFrom
  }
`);

/** Sets an automatic reply. */
export const SetAutoReplyDocument = graphql(`
  mutation AutoReplyEditor_set($input: SetAutoReplyInput!) {
    setAutoReply(input: $input) {
      ... on SetAutoReplySuccess {
        account {
          ...AccountCard_account
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

/** Sets a norm from now on. */
export const SetNormDocument = graphql(`
  mutation NormEditor_set($input: SetReplyNormInput!) {
    setReplyNorm(input: $input) {
      ... on SetReplyNormSuccess {
        norm {
          ...NormRow_norm
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

/** Adds a channel account. */
export const AddAccountDocument = graphql(`
  mutation AddAccountForm_add($input: AddChannelAccountInput!) {
    addChannelAccount(input: $input) {
      ... on AddChannelAccountSuccess {
        account {
          ...AccountCard_account
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

/** What accounts of each channel need; the list comes from the channels this installation is set up for. */
export const AddAccountChannelsDocument = graphql(`
  query AddAccountForm_channels {
    channels {
      name
      label
      accountIdLabel {
        nl
        en
      }
      accountFields {
        name
        label {
          nl
          en
        }
        hint {
          nl
          en
        }
        secret
      }
    }
  }
`);
