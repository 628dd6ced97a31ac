import { graphql } from '#client/gql/index.ts';

/** Who is signed in. */
export const SessionGateDocument = graphql(`
  query SessionGate {
    viewer {
      ...SessionGate_viewer
    }
  }
  fragment SessionGate_viewer on Viewer {
    user {
      id
      name
      role
    }
    brand {
      id
      name
      timeZone
    }
    demo
  }
`);
