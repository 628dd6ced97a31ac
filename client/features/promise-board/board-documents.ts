import { graphql } from '#client/gql/index.ts';

/** What is promised now and what became of it lately. */
export const PromiseBoardDocument = graphql(`
  query PromiseBoard {
    promiseBoard {
      missed {
        ...PromiseBoard_promise
      }
      open {
        ...PromiseBoard_promise
      }
      kept {
        ...PromiseBoard_promise
      }
    }
  }
  fragment PromiseBoard_promise on BoardPromise {
    promise {
      id
      state
      dueAt
      settledAt
      lateByMs
      wording {
        start
        end
        text
      }
      madeBy
    }
    conversation {
      id
      visibility
      account {
        id
        name
        channel {
          name
          label
        }
      }
      contact {
        id
        displayName
      }
      assignee {
        id
        name
      }
    }
  }
`);

/** Tells that something about a conversation changed: the board may be different. */
export const PromiseBoardChangedDocument = graphql(`
  subscription PromiseBoard_changed {
    conversationChanged {
      conversation {
        id
      }
    }
  }
`);
