import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLError, parse, type ExecutionResult } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createExecutor } from '#server/graphql/compiled-execution.ts';
import type { GraphQLContext } from '#server/graphql/context.ts';

const typeDefs = `
  type Query { row(size: Int!): Row! rows: [Row!]! broken: String bare: String }
  type Row { id: ID! size: Int! hidden: String! }
  type Mutation { add(by: Int!): Int! }
  type Subscription { changed: Row! }
`;
const resolvers = {
  Query: {
    row: (_source: unknown, { size }: { size: number }) => Promise.resolve({ id: 'r', size, hidden: null }),
    rows: () => [{ id: 'a', size: 1 }, Promise.resolve({ id: 'b', size: 2 })],
    broken: () => {
      throw new GraphQLError('nothing there', { extensions: { code: 'NOT_FOUND' } });
    },
    bare: () => Promise.reject(new Error('inside')),
  },
  // Mutations of one request run one after the other, each on what the former left.
  Mutation: {
    add: (total: { sum: number }, { by }: { by: number }) => Promise.resolve((total.sum = total.sum * 10 + by)),
  },
};
const schema = makeExecutableSchema({ typeDefs, resolvers });
const source = `
  query One($size: Int!, $skip: Boolean = false) {
    row(size: $size) { id size @skip(if: $skip) }
    rows { ...Part }
    broken
    bare
  }
  query Two { rows { id } }
  mutation Add { a: add(by: 1) b: add(by: 2) }
  subscription Changed { changed { id size } }
  query Nulls { row(size: 1) { hidden } }
  fragment Part on Row { __typename id size }
`;
const context = {} as GraphQLContext;

/** The same operation, often enough to be compiled; the first run is graphql's own. */
async function runs(operationName: string, variables: Record<string, unknown> = {}): Promise<ExecutionResult[]> {
  const execute = createExecutor(schema);
  const document = parse(source);
  const results: ExecutionResult[] = [];
  for (let run = 0; run < 6; run += 1) {
    results.push(
      await execute({
        document,
        operationName,
        variables,
        context,
        rootValue: { sum: 0, changed: { id: 'c', size: 3 } },
      }),
    );
  }
  return results;
}

const shown = (result: ExecutionResult | undefined): unknown => ({
  data: JSON.parse(JSON.stringify(result?.data ?? null)) as unknown,
  errors: (result?.errors ?? [])
    .map(({ message, path, extensions }) => ({
      message,
      path,
      extensions,
    }))
    .sort((a, b) => (a.message < b.message ? -1 : 1)),
});

describe('a query that comes back often', () => {
  it.each([
    ['One', { size: 4 }],
    ['One', { size: 4, skip: true }],
    ['One', { size: 'four' }],
    ['Two', {}],
    ['Add', {}],
    ['Changed', {}],
    ['Nulls', {}],
  ])('is answered as the first time: %s %j', async (name, variables) => {
    const [first, ...later] = (await runs(name, variables)).map(shown);
    for (const result of later) expect(result).toEqual(first);
  });

  it('gives errors that can be added to, as the log of failures does', async () => {
    for (const { errors } of await runs('One', { size: 1 })) {
      for (const error of errors ?? []) error.extensions['requestId'] = 'r1';
      expect(errors?.map(({ extensions }) => extensions['requestId'])).toEqual(['r1', 'r1']);
    }
  });
});
