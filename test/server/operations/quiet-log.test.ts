import { beforeAll, expect, it } from 'vitest';
import { demoAccounts, demoPassword, demoSecrets, demoUsers, demoVerifyToken } from '#server/demo/demo-accounts.ts';
import { createLog } from '#server/log.ts';
import { draftCodes } from '#shared/replies/draft-check.ts';
import { createTestApp, type TestApp } from '#test/support/test-app.ts';

const question = 'Zeepaardje: waar blijft mijn kaartje?\nIk wacht al drie weken,\ngroet van Wilhelmina.';
const reply = 'Goudvis: we sturen het vandaag nog op, beloofd.';
const customer = { id: '31600000088', name: 'Wilhelmina Kwetsbaar', handle: '31600000088' };
const other = { id: '31600000089', name: 'Hendrikus Kwetsbaar', handle: '31600000089' };
const wrongPassword = 'verkeerd-wachtwoord-kolibrie';
const stranger = 'onbekende.kolibrie@example.nl';

const lines: string[] = [];
const signatures: string[] = [];
const cookies: string[] = [];
let test: TestApp;

beforeAll(async () => {
  const log = createLog({ level: 'trace', destination: { write: (line: string) => lines.push(line) } });
  test = await createTestApp(new Date('2026-03-02T09:00:00.000Z'), { log });
});

type Posted = { errors?: { extensions: { code: string } }[]; data?: Record<string, { __typename: string }> | null };

async function post(query: string, variables: Record<string, unknown>): Promise<Posted> {
  const cookie = cookies.at(-1);
  const response = await fetch(`${test.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie === undefined ? {} : { cookie }) },
    body: JSON.stringify({ query, variables }),
  });
  const set = response.headers.get('set-cookie');
  if (set !== null) cookies.push(set.split(';')[0] ?? '');
  return (await response.json()) as Posted;
}

const signInMutation = `mutation SignIn($email: String!, $password: String!) {
  signIn(email: $email, password: $password) { __typename }
}`;
const replyMutation = 'mutation R($input: SendReplyInput!) { sendReply(input: $input) { __typename } }';

async function signsIn(email: string, password: string): Promise<string | undefined> {
  return (await post(signInMutation, { email, password })).data?.['signIn']?.__typename;
}

async function webhooksComeIn(): Promise<void> {
  const { simulator, clock, world } = test;
  for (const account of [demoAccounts.whatsapp, demoAccounts.messenger, demoAccounts.x]) {
    const at = clock.now();
    expect(
      (await simulator.customerWrites({ account, customer, text: `${question} ${account.channel}`, at })).status,
    ).toBe(200);
  }
  const body = JSON.stringify({ object: 'page', entry: [{ id: '1', time: 1, messaging: [{ message: question }] }] });
  const signature = `sha256=${'ab12'.repeat(16)}`;
  signatures.push(signature);
  const headers = { 'x-hub-signature-256': signature };
  const refused = await fetch(`${test.origin}/webhooks/messenger?token=kolibrie`, { method: 'POST', body, headers });
  expect(refused.status).toBe(401);
  const guess = `hub.mode=subscribe&hub.verify_token=${wrongPassword}&hub.challenge=1`;
  expect((await fetch(`${test.origin}/webhooks/messenger?${guess}`)).status).toBe(403);
  await world.settled();
}

async function agentAnswers(): Promise<void> {
  const { simulator, world, database } = test;
  const conversations = await database.db.collection('conversations').find().toArray();
  expect(conversations).toHaveLength(3);
  for (const account of [demoAccounts.whatsapp, demoAccounts.messenger, demoAccounts.x]) {
    simulator.failNext(account.externalId, { kind: 'serverError' });
  }
  for (const [index, { _id }] of conversations.entries()) {
    const clientId = `2f7d0e1e-58c1-4f43-9f7c-0a6a3c5b7e1${String(index)}`;
    const input = {
      clientId,
      conversationId: String(_id),
      text: `${reply} ${String(index)}`,
      acceptedFindings: [...draftCodes],
      overrideReason: 'Zo afgesproken met de teamleider.',
    };
    expect((await post(replyMutation, { input })).data?.['sendReply']?.__typename).toBe('SendReplySuccess');
  }
  await world.settled();
}

/** The database refuses the message and repeats its text in the error. */
async function storingFails(): Promise<void> {
  const { simulator, clock, database } = test;
  await database.db.collection('messages').dropIndexes();
  await database.db.collection('messages').createIndex({ text: 1 }, { unique: true }, {});
  const text = `${question} nog eens`;
  for (const who of [customer, other]) {
    await simulator.customerWrites({ account: demoAccounts.whatsapp, customer: who, text, at: clock.now() });
  }
  await expect.poll(() => lines.join('').includes('a delivery could not be taken in'), { timeout: 10_000 }).toBe(true);
}

it('tells what happened in a whole story with failures, and nothing that people wrote, are called or keep secret', async () => {
  const [agent] = demoUsers;
  expect(await signsIn(agent.email, wrongPassword)).not.toBe('SignInSuccess');
  expect(await signsIn(stranger, wrongPassword)).not.toBe('SignInSuccess');
  expect(await signsIn(agent.email, demoPassword)).toBe('SignInSuccess');
  await webhooksComeIn();
  await agentAnswers();
  const broken = await post(`query Kapot { nietBestaand(tekst: ${JSON.stringify(reply)}) }`, {});
  expect(broken.errors).toHaveLength(1);
  await storingFails();

  const logged = lines.join('');
  for (const told of ['sign-in', 'webhook signature refused', 'sending failed', 'a delivery could not be taken in']) {
    expect(logged).toContain(told);
  }
  const session = cookies.at(-1)?.split('=')[1] ?? '';
  expect(session.length).toBeGreaterThan(20);
  const secrets = [
    ...['Zeepaardje', 'kaartje', 'drie weken', 'Wilhelmina', 'Goudvis', 'vandaag nog', 'kolibrie'],
    ...[customer.name, other.name, customer.id, other.id, 'Kwetsbaar', stranger],
    ...demoUsers.flatMap(({ email, name }) => [email, name]),
    ...[demoPassword, wrongPassword, session, 'wh_session', demoVerifyToken, ...signatures],
    ...Object.values(demoSecrets),
    ...Object.values(demoAccounts).map(({ accessToken }) => accessToken),
  ];
  for (const secret of secrets) expect(logged, `the log holds "${secret}"`).not.toContain(secret);
  for (const line of logged.trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow();
});
