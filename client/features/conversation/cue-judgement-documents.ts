import { graphql } from '#client/gql/index.ts';

/** Judges a sign; the message comes back with all its labels. */
export const JudgeCueDocument = graphql(`
  mutation CueChips_judge($input: JudgeCueInput!) {
    judgeCue(input: $input) {
      ... on CueJudged {
        judged {
          id
          cueLabels {
            ...CueChips_label
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
        field
      }
    }
  }
`);
