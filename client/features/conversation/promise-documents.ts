import { graphql } from '#client/gql/index.ts';

/** Corrects a reading; without `meant` it is no promise. */
export const CorrectPromiseDocument = graphql(`
  mutation PromiseWork_correct($input: CorrectPromiseInput!) {
    correctPromise(input: $input) {
      ...PromiseWork_result
    }
  }
  fragment PromiseWork_result on ChangePromiseResult {
    ... on ChangePromiseSuccess {
      conversation {
        id
        ...ClockStrip_conversation
      }
      changed {
        ...MessageItem_message
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
`);

/** Says that what was promised was done. */
export const MarkDoneDocument = graphql(`
  mutation PromiseWork_done($promiseId: ID!, $at: DateTime) {
    markPromiseDone(promiseId: $promiseId, at: $at) {
      ...PromiseWork_result
    }
  }
`);

/** Adds a promise that was not read. */
export const AddPromiseDocument = graphql(`
  mutation AddPromiseDialog_add($input: AddPromiseInput!) {
    addPromise(input: $input) {
      ...PromiseWork_result
    }
  }
`);
