import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { GraphQLError, ValidationContext, ValidationRule } from 'graphql';
import type { GraphQLContext } from './context.ts';

/** Most tokens of a query. Kept by the parser itself: the armor's own token limit answers floods with status 500. */
export const mostTokens = 2_000;

/** The bounds on what one query may ask; a test holds all of the client's queries against them. */
export function queryLimits(): {
  plugins: ApolloServerPlugin<GraphQLContext>[];
  validationRules: ValidationRule[];
} {
  // Its own way of refusing would say BAD_USER_INPUT.
  const refusal = { enabled: true, onReject: [refuse], propagateOnRejection: false };
  const armor = new ApolloArmor({
    maxDepth: { ...refusal, n: 10, flattenFragments: true, ignoreIntrospection: false },
    maxAliases: { ...refusal, n: 15 },
    maxDirectives: { ...refusal, n: 20 },
    // A field costs 1, an object 2, and a page as many times its content as it has items; depth has its own limit.
    costLimit: {
      ...refusal,
      maxCost: 10_000,
      objectCost: 2,
      scalarCost: 1,
      depthCostFactor: 1,
      flattenFragments: true,
    },
    maxTokens: { enabled: false },
    blockFieldSuggestion: { enabled: true },
  });
  const { plugins, validationRules } = armor.protect();
  return { plugins, validationRules };
}

function refuse(context: ValidationContext | null, error: GraphQLError): void {
  error.extensions['code'] = 'QUERY_TOO_LARGE';
  context?.reportError(error);
}
