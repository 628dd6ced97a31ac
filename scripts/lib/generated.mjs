import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkout, hashOf, isStamped, stamp } from './checkout.mjs';
import { Obstacle, say } from './report.mjs';
import { runTool } from './run.mjs';

const outputs = ['client/gql/graphql.ts', 'server/graphql/generated/resolver-types.ts', 'shared/schema.graphql'];

/** Generates the GraphQL types when the SDL, the documents of the client or the generator's settings changed. */
export async function ensureGenerated() {
  if (outputs.every((file) => existsSync(path.join(checkout, file))) && isStamped('generated', sourcesHash())) return;
  say('Generating GraphQL types …');
  await generate();
}

/** Generates the GraphQL types, changed or not. */
export async function generate() {
  const code = await runTool('@graphql-codegen/cli', 'graphql-codegen', ['--config', 'codegen.ts', '--silent']);
  if (code !== 0) {
    throw new Obstacle(
      'The GraphQL types cannot be generated.',
      'mend the schema (server/**/*.graphql) or the operation in client/ named above; `npm run codegen` shows all messages.',
    );
  }
  stamp('generated', sourcesHash());
}

/** The hash leaves out what is generated, or it would never match. */
function sourcesHash() {
  return hashOf([
    'codegen.ts',
    'server/graphql/base.graphql',
    'server/graphql/mappers.ts',
    'server/modules',
    ...clientSources,
  ]);
}

const clientSources = [
  'client/main.tsx',
  'client/apollo.ts',
  'client/routes.tsx',
  'client/features',
  'client/ui',
  'client/lib',
];
