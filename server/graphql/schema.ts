import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { applyAccess } from './access.ts';
import { baseResolvers } from './base-resolvers.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import { dateTimeScalar, millisecondsScalar } from './scalars.ts';

/** The whole SDL: base.graphql and every module's schema.graphql, modules by name. */
export function readTypeDefinitions(): string[] {
  const modules = new URL('../modules/', import.meta.url);
  const names = readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const texts = [readFileSync(new URL('base.graphql', import.meta.url), 'utf8')];
  for (const name of names) {
    const folder = new URL(`${name}/`, modules);
    if (readdirSync(folder).includes('schema.graphql')) {
      texts.push(readFileSync(new URL('schema.graphql', folder), 'utf8'));
    }
  }
  return texts;
}

/**
 * The executable schema from the modules' resolvers (the base ones are added here), with the access table applied.
 * Throws when a resolver fits no field, or when a root field has no resolver or no place in the access table.
 */
export function createSchema({ resolvers }: { resolvers: readonly Resolvers[] }): GraphQLSchema {
  const schema = makeExecutableSchema({
    typeDefs: readTypeDefinitions(),
    resolvers: [{ DateTime: dateTimeScalar, Milliseconds: millisecondsScalar }, baseResolvers, ...resolvers],
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
  requireRootResolvers(schema);
  applyAccess(schema);
  return schema;
}

function requireRootResolvers(schema: GraphQLSchema): void {
  const missing: string[] = [];
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const resolver = type === schema.getSubscriptionType() ? field.subscribe : field.resolve;
      if (resolver === undefined) missing.push(`${type?.name ?? ''}.${field.name}`);
    }
  }
  if (missing.length > 0) throw new Error(`no resolver for ${missing.join(', ')}`);
}
