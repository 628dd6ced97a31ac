import { demoIdeas } from './demo-ideas.data.ts';
import type { DemoWorld } from './demo-world.ts';

const lead = 'marit@demo.nl';

const ideaMutation = /* GraphQL */ `
  mutation StoryIdea($input: OfferIdeaInput!) {
    setOfferIdea(input: $input) {
      __typename
    }
  }
`;

/** Lets the lead write down what can be offered for wishes that come back. */
export async function storeIdeas({ users, execute }: Pick<DemoWorld, 'users' | 'execute'>): Promise<void> {
  const viewer = users.get(lead);
  if (!viewer) throw new Error(`the demo has no user ${lead}`);
  for (const { wish, offers } of demoIdeas)
    await execute(viewer, ideaMutation, { input: { wish, offers: [...offers] } });
}
