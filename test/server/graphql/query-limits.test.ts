import { readdirSync, readFileSync } from 'node:fs';
import { buildASTSchema, Kind, parse, print, separateOperations, specifiedRules, validate } from 'graphql';
import type { DefinitionNode, DocumentNode } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { mostTokens, queryLimits } from '#server/graphql/query-limits.ts';
import { readTypeDefinitions } from '#server/graphql/schema.ts';
import { startServer } from '#test/server/http/server-under-test.ts';
import type { ServerUnderTest } from '#test/server/http/server-under-test.ts';

const nested = (levels: number) =>
  `{ conversation(id: "x") { messages { nodes { ${'replyTo { '.repeat(levels)}id${' }'.repeat(levels)} } } } }`;

describe('floods are refused before anything runs', () => {
  let server: ServerUnderTest;
  let cookie: string;

  beforeAll(async () => {
    server = await startServer();
    cookie = await server.cookieOf('agent');
  });

  it.each([
    ['depth', nested(8), 'QUERY_TOO_LARGE'],
    [
      'aliases',
      `{ ${Array.from({ length: 16 }, (_, index) => `a${String(index)}: ok`).join(' ')} }`,
      'QUERY_TOO_LARGE',
    ],
    ['directives', `{ ${'ok @include(if: true) '.repeat(21)} }`, 'QUERY_TOO_LARGE'],
    ['tokens', `{ ${'ok '.repeat(2_000)} }`, 'GRAPHQL_PARSE_FAILED'],
    [
      'cost',
      '{ conversations(first: 100) { nodes { messages(last: 100) { nodes { id text } } } } }',
      'QUERY_TOO_LARGE',
    ],
    [
      'fragment cycles',
      '{ users { ...A } } fragment A on User { ...B } fragment B on User { ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['introspection', '{ __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['not GraphQL', '{ ok', 'GRAPHQL_PARSE_FAILED'],
  ])('%s', async (_name, query, code) => {
    const { status, errors, data } = await server.post(query, { cookie });
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toBe(code);
    expect(data).toBeNull();
  });

  it('one level less is answered', async () => {
    const { status, errors } = await server.post(nested(6), { cookie });
    expect(status).toBe(200);
    expect(errors.map((error) => error.extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('the schema is not given away by suggestions', async () => {
    const { errors } = await server.post('{ userz { id } }', { cookie });
    expect(errors[0]?.message).not.toMatch(/did you mean/i);
  });
});

it('introspection is there for developers', async () => {
  const server = await startServer({ production: false });
  const { data } = await server.post('{ __schema { queryType { name } } }');
  expect(data).toEqual({ __schema: { queryType: { name: 'Query' } } });
});

describe("the client's own operations pass", () => {
  const schema = buildASTSchema(parse(readTypeDefinitions().join('\n')));
  const rules = [...specifiedRules, ...queryLimits().validationRules];

  it.each(Object.entries(clientOperations()))('%s', (_name, document) => {
    expect(() => parse(print(document), { maxTokens: mostTokens })).not.toThrow();
    expect(validate(schema, document, rules).map((error) => error.message)).toEqual([]);
  });
});

/** Every operation of the client with the fragments it uses, by name. */
function clientOperations(): Record<string, DocumentNode> {
  const root = new URL('../../../client/', import.meta.url);
  const definitions = new Map<string, DefinitionNode>();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file) || file.startsWith('gql/')) continue;
    const source = readFileSync(new URL(file, root), 'utf8');
    for (const [, text = ''] of source.matchAll(/graphql\(`([^`]*)`\)/g)) {
      for (const definition of parse(text).definitions) definitions.set(print(definition), definition);
    }
  }
  return separateOperations({ kind: Kind.DOCUMENT, definitions: [...definitions.values()] });
}
