import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { buildSchema, graphql } from 'graphql';

/** A GraphQL request as it left the page. */
export type SentRequest = { readonly operationName: string; readonly variables: Readonly<Record<string, unknown>> };

const schemaFiles = [
  'server/graphql/base.graphql',
  ...readdirSync('server/modules').map((module) => `server/modules/${module}/schema.graphql`),
].filter((file) => existsSync(file));

/** The real schema, from the modules' SDL. */
export function readSchema() {
  const extended = schemaFiles.map((file) => readFileSync(file, 'utf8')).join('\n');
  return buildSchema(extended);
}

/**
 * A `fetch` that answers GraphQL requests from `root` by the real schema, so that a document that does not fit it fails the test.
 * Every request is kept in `sent`.
 */
export function createSchemaFetch(root: Readonly<Record<string, unknown>>) {
  const schema = readSchema();
  const sent: SentRequest[] = [];
  const fetch: typeof globalThis.fetch = async (_input, init) => {
    const body = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as SentRequest & { query: string };
    sent.push({ operationName: body.operationName, variables: body.variables });
    const result = await graphql({
      schema,
      source: body.query,
      rootValue: root,
      variableValues: body.variables,
      operationName: body.operationName,
    });
    return new Response(JSON.stringify(result), { headers: { 'content-type': 'application/json' } });
  };
  return { fetch, sent };
}
