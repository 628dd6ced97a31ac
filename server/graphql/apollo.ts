import { ApolloServer } from '@apollo/server';
import type { ApolloServerOptionsWithGateway, ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '#server/log.ts';
import { createExecutor } from './compiled-execution.ts';
import type { GraphQLContext } from './context.ts';
import { formatError, shownCode } from './format-error.ts';
import { mostTokens, queryLimits } from './query-limits.ts';

/** Makes and starts the GraphQL server for POST /graphql. In production introspection is off. */
export async function createApollo(options: {
  schema: GraphQLSchema;
  log: Log;
  production: boolean;
}): Promise<ApolloServer<GraphQLContext>> {
  const limits = queryLimits();
  const apollo = new ApolloServer<GraphQLContext>({
    gateway: executedBy(options.schema),
    introspection: !options.production,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: options.production,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: mostTokens },
    validationRules: limits.validationRules,
    formatError,
    logger: options.log,
    plugins: [
      // The default cache-control plugin wraps every field and costs more than a third of the CPU.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ...limits.plugins,
      logUnexpected(options.log),
    ],
  });
  await apollo.start();
  return apollo;
}

function logUnexpected(log: Log): ApolloServerPlugin<GraphQLContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, contextValue, operationName }) => {
          for (const error of errors) {
            if (shownCode(error) !== 'INTERNAL') continue;
            const { requestId } = contextValue;
            // `formatError` is not told the context, so the number travels on the error.
            error.extensions['requestId'] = requestId;
            log.error(
              { requestId, operationName, path: error.path, err: error.originalError ?? error },
              'resolver failed',
            );
          }
          return Promise.resolve();
        },
      }),
  };
}

type Gateway = ApolloServerOptionsWithGateway<GraphQLContext>['gateway'];

/** Apollo hands execution to nobody but a "gateway"; ours is no other server, only another executor. */
function executedBy(schema: GraphQLSchema): Gateway {
  const execute = createExecutor(schema);
  return {
    load: () =>
      Promise.resolve({
        executor: async ({ document, request, operationName, context }) => {
          const variables = request.variables ?? {};
          const result = await execute({
            document,
            operationName: operationName ?? null,
            variables,
            context: context as GraphQLContext,
          });
          return { ...result };
        },
      }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}
