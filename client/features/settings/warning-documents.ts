import { graphql } from '#client/gql/index.ts';

/** When people are warned of deadlines, and the channels that may have rules of their own. */
export const WarningRulesDocument = graphql(`
  query WarningRules {
    warningRules {
      ...WarningRules_rules
    }
    channelAccounts {
      id
      channel {
        name
        label
      }
    }
  }
  fragment WarningRules_rules on WarningRules {
    id
    channel {
      name
      label
    }
    visibility
    norm {
      kind
      amount
    }
    explicit {
      kind
      amount
    }
    vague {
      kind
      amount
    }
    validFrom
  }
`);

/** Sets when to warn, for deadlines set from now on. */
export const SetWarningRulesDocument = graphql(`
  mutation WarningRules_set($input: SetWarningRulesInput!) {
    setWarningRules(input: $input) {
      ... on SetWarningRulesSuccess {
        rules {
          ...WarningRules_rules
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
