import { graphql } from '#client/gql/index.ts';

/** The brand's words with their history. */
export const CueWordsDocument = graphql(`
  query CueWordsSection {
    cueWords {
      ...CueWordsSection_list
    }
  }
  fragment CueWordsSection_list on CueWordList {
    version
    words {
      id
      language
      code
      label {
        nl
        en
      }
      phrase
      addedByName
      addedAt
    }
    changes {
      version
      kind
      language
      label {
        nl
        en
      }
      phrase
      userName
      at
    }
  }
`);

/** What a change of words would do. */
export const CueWordEffectDocument = graphql(`
  query CueEffect($input: CueWordChangeInput!, $days: Int!) {
    cueWordEffect(input: $input, days: $days) {
      ... on InvalidInput {
        message {
          nl
          en
        }
        field
      }
      ... on NotFound {
        message {
          nl
          en
        }
      }
      ... on CueWordEffect {
        since
        looked
        otherwiseCount
        labelled {
          ...CueEffect_set
        }
        shipped {
          ...CueEffect_set
        }
        otherwise {
          message {
            id
            conversationId
            sentAt
            text
          }
          gained {
            code
            label {
              nl
              en
            }
          }
          lost {
            code
            label {
              nl
              en
            }
          }
        }
      }
    }
  }
  fragment CueEffect_accuracy on CueAccuracy {
    right
    wrong
    missed
    precision
    recall
  }
  fragment CueEffect_set on CueSetEffect {
    messages
    figures {
      code
      label {
        nl
        en
      }
      before {
        ...CueEffect_accuracy
      }
      after {
        ...CueEffect_accuracy
      }
    }
  }
`);

/** Adds a word. */
export const AddCueWordDocument = graphql(`
  mutation CueWordsSection_add($input: CueWordInput!) {
    addCueWord(input: $input) {
      ...CueWordsSection_result
    }
  }
  fragment CueWordsSection_result on CueWordsResult {
    ... on CueWordsSaved {
      list {
        ...CueWordsSection_list
      }
    }
    ... on InvalidInput {
      message {
        nl
        en
      }
      field
    }
    ... on NotFound {
      message {
        nl
        en
      }
    }
  }
`);

/** Takes a word away. */
export const RemoveCueWordDocument = graphql(`
  mutation CueWordsSection_remove($id: ID!) {
    removeCueWord(id: $id) {
      ...CueWordsSection_result
    }
  }
`);
