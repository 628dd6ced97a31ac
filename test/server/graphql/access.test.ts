import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessTable, applyAccess } from '#server/graphql/access.ts';
import type { Access } from '#server/graphql/access.ts';
import { createSchema } from '#server/graphql/schema.ts';
import { agentsResolvers } from '#server/modules/agents/resolvers.ts';
import { startServer } from '#test/server/http/server-under-test.ts';
import type { ServerUnderTest } from '#test/server/http/server-under-test.ts';
import { smallestOperation } from './operations.ts';

const roles = ['agent', 'lead', 'admin', 'marketing'] as const;
const table: Readonly<Record<string, Access>> = accessTable;
const overHttp = Object.keys(table).filter((operation) => !operation.startsWith('Subscription.'));

describe('roles', () => {
  let server: ServerUnderTest;
  const cookies = new Map<string, string>();

  beforeAll(async () => {
    server = await startServer();
    for (const role of roles) cookies.set(role, await server.cookieOf(role));
  });

  describe.each(overHttp)('%s', (operation) => {
    const access = table[operation] ?? [];
    const query = smallestOperation(operation);

    it('without a session', async () => {
      const { errors } = await server.post(query);
      if (access === 'public') expect(codesOf(errors)).not.toContain('UNAUTHENTICATED');
      else expect(codesOf(errors)).toEqual(['UNAUTHENTICATED']);
    });

    it.each(roles)('as %s', async (role) => {
      // Signing out would end the session that the other operations still need.
      const cookie = operation === 'Mutation.signOut' ? await server.cookieOf(role) : cookies.get(role);
      const { errors } = await server.post(query, { cookie: cookie ?? '' });
      if (access === 'public' || access.includes(role)) {
        expect(codesOf(errors).filter((code) => code !== 'BAD_USER_INPUT')).toEqual([]);
      } else expect(codesOf(errors)).toEqual(['FORBIDDEN']);
    });
  });

  it('let marketing change nothing but its own session and what it has seen', () => {
    const allowed = overHttp.filter((name) => name.startsWith('Mutation.') && table[name]?.includes('marketing'));
    expect(allowed).toEqual(['Mutation.signOut', 'Mutation.markAlertsSeen']);
  });

  it('keep accounts to administrators and norms to leads', () => {
    expect(table['Mutation.addChannelAccount']).toEqual(['admin']);
    expect(table['Mutation.setAutoReply']).toEqual(['lead', 'admin']);
    expect(table['Mutation.setReplyNorm']).toEqual(['lead', 'admin']);
  });

  it('are looked up afresh: an ended session is no viewer', async () => {
    const cookie = await server.cookieOf('admin');
    const viewer = await server.agents.viewerOfToken(cookie.slice('wh_session='.length));
    await server.agents.endSessionsOf(viewer?.userId ?? '');
    expect(codesOf((await server.post('{ users { id } }', { cookie })).errors)).toEqual(['UNAUTHENTICATED']);
  });

  it('stop at the brand: colleagues of another brand do not show', async () => {
    const other = await server.agents.createBrand({ name: 'Kade 9', timeZone: 'Europe/Amsterdam' });
    const cookie = await server.cookieOf('admin', other);
    const { data } = await server.post('{ viewer { brand { id } } users { name } }', { cookie });
    expect(data).toMatchObject({ viewer: { brand: { id: other.id } } });
    expect(data?.['users']).toHaveLength(1);
  });
});

describe('the table', () => {
  const schema = () =>
    new GraphQLSchema({
      query: new GraphQLObjectType({
        name: 'Query',
        fields: { known: { type: GraphQLString }, fresh: { type: GraphQLString } },
      }),
    });

  it('stops the start when a field is missing', () => {
    expect(() => {
      applyAccess(schema(), { 'Query.known': 'public' });
    }).toThrow('Query.fresh');
  });

  it('stops the start when it names a field that is gone', () => {
    const names = { 'Query.known': 'public', 'Query.fresh': 'public', 'Query.gone': 'public' } as const;
    expect(() => {
      applyAccess(schema(), names);
    }).toThrow('Query.gone');
  });

  it('is complete only with a resolver for every field', () => {
    expect(() => createSchema({ resolvers: [agentsResolvers] })).toThrow('Query.conversations');
  });
});

function codesOf(errors: readonly { extensions: { code: string } }[]): string[] {
  return errors.map((error) => error.extensions.code);
}
