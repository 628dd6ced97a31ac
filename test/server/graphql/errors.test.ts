import { readFileSync } from 'node:fs';
import { GraphQLError } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { clientError, errorTexts } from '#server/graphql/error-codes.ts';
import { closeCodes } from '#server/http/live-sockets.ts';
import { startServer } from '#test/server/http/server-under-test.ts';
import type { ServerUnderTest } from '#test/server/http/server-under-test.ts';

const document = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');

describe('docs/errors.md', () => {
  it('lists exactly the codes that clients can get', () => {
    const listed = [...document.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map((match) => match[1]);
    expect(listed.sort()).toEqual(Object.keys(errorTexts).sort());
  });

  it('lists our close codes', () => {
    const listed = [...document.matchAll(/^\| (\d{4}) +\|/gm)].map((match) => Number(match[1]));
    expect(listed).toEqual(expect.arrayContaining(Object.values(closeCodes)));
  });
});

describe('errors of resolvers', () => {
  let server: ServerUnderTest;
  let cookie: string;
  let thrown: Error = new Error('nothing');

  beforeAll(async () => {
    server = await startServer({
      resolvers: [
        {
          Query: {
            inboxCounts: () => {
              throw thrown;
            },
            users: () => null as never,
          },
        },
      ],
    });
    cookie = await server.cookieOf('agent');
  });

  it('are told in both languages when they are meant for the client', async () => {
    thrown = clientError('INVALID_CURSOR');
    const { status, errors } = await server.post('{ inboxCounts { missed } }', { cookie });
    expect(status).toBe(200);
    expect(errors[0]?.extensions).toEqual({ code: 'INVALID_CURSOR', message: errorTexts.INVALID_CURSOR });
  });

  it.each([
    ['an unexpected error', new Error('connect ECONNREFUSED 10.1.2.3:27017 hunter2')],
    [
      'an error with a code of its own',
      new GraphQLError('hunter2', { extensions: { code: 'SECRET_CODE', inner: 'hunter2' } }),
    ],
  ])('tell nothing of %s but a number that stands in the log', async (_name, error) => {
    thrown = error;
    const { status, errors } = await server.post('{ inboxCounts { missed } }', { cookie });
    expect(status).toBe(200);
    expect(JSON.stringify(errors)).not.toMatch(/hunter2|ECONNREFUSED|SECRET_CODE|stack/);
    const { code, requestId } = errors[0]?.extensions ?? {};
    expect(code).toBe('INTERNAL');
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    const line = server
      .logged()
      .split('\n')
      .find((text) => text.includes(requestId ?? '-'));
    expect(line).toContain('hunter2');
  });

  it('hide a resolver that breaks the schema', async () => {
    const { errors } = await server.post('{ users { id } }', { cookie });
    expect(errors[0]?.message).toBe(errorTexts.INTERNAL.en);
  });

  it('of variables name the fault to the sender', async () => {
    const { status, errors } = await server.post('query ($id: ID!) { conversation(id: $id) { id } }', {
      cookie,
      variables: { id: { $gt: '' } },
    });
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
