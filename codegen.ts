import type { CodegenConfig } from '@graphql-codegen/cli';
import { mappers } from './server/graphql/mappers.ts';

const sharedTypeOptions = { enumsAsTypes: true, useTypeImports: true };

const config: CodegenConfig = {
  schema: ['./server/graphql/base.graphql', './server/modules/*/schema.graphql'],
  ignoreNoDocuments: true,
  generates: {
    'shared/schema.graphql': {
      plugins: ['schema-ast'],
      config: { includeDirectives: true, sort: true },
    },
    'server/graphql/generated/resolver-types.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        ...sharedTypeOptions,
        scalars: { DateTime: 'Date', Milliseconds: 'number', ID: { input: 'string', output: 'string' } },
        strictScalars: true,
        contextType: '../context.ts#GraphQLContext',
        mappers,
        makeResolverTypeCallable: false,
        // Results may leave a nullable field out (`InputMaybe` of input stays as GraphQL delivers it: null or absent).
        avoidOptionals: { field: false, inputValue: false, object: false, defaultValue: false, resolvers: false },
      },
    },
    'client/gql/': {
      preset: 'client',
      documents: ['client/**/*.{ts,tsx}', '!client/gql/**'],
      presetConfig: { fragmentMasking: false },
      config: {
        ...sharedTypeOptions,
        scalars: { DateTime: 'string', Milliseconds: 'number', ID: { input: 'string', output: 'string' } },
        strictScalars: true,
      },
    },
  },
};

export default config;
