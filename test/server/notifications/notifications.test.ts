import { Webhook } from 'standardwebhooks';
import { beforeAll, describe, expect, it } from 'vitest';
import { hour, minute, openDesk, until, type Answer, type Desk } from '#test/server/conversations/desk.ts';
import { openHookReceiver, openMailServer } from './receivers.ts';

type Mails = Awaited<ReturnType<typeof openMailServer>>;
type Hooks = Awaited<ReturnType<typeof openHookReceiver>>;

let desk: Desk;
let mail: Mails;
let receiver: Hooks;
let secret = '';
let customers = 0;

beforeAll(async () => {
  mail = await openMailServer();
  receiver = await openHookReceiver();
  const env = { SMTP_URL: mail.url, MAIL_FROM: 'Woordhouder <wacht@example.nl>', OUTBOUND_WEBHOOKS_PRIVATE: '1' };
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'), { env });
  const add = `mutation A($url: String!) {
    addOutboundWebhook(url: $url) { __typename ... on AddOutboundWebhookSuccess { secret webhook { id url enabled } } }
  }`;
  const added = await desk.does(add, { url: receiver.url }, desk.user('admin'));
  expect(added).toMatchObject({ __typename: 'AddOutboundWebhookSuccess', webhook: { url: receiver.url } });
  secret = String(added['secret']);
});

const steps = [
  { afterMinutes: 0, to: 'assignee', byEmail: true },
  { afterMinutes: 15, to: 'leads', byEmail: true },
];
const standard = { chain: steps, kinds: ['normMissed'], language: 'nl' };

function set(input: object): Promise<Answer> {
  const source = `mutation S($input: NotificationSettingsInput!) {
    setNotificationSettings(input: $input) {
      __typename
      ... on InvalidInput { field message { nl en } }
      ... on SetNotificationSettingsSuccess {
        settings { language mailConfigured chain { afterMinutes to byEmail people { name } } quietHours { from to } }
      }
    }
  }`;
  return desk.does(source, { input }, desk.user('marit'));
}

/** A customer of Sanne's whose norm is missed now; the clock stands a minute after the miss. */
async function miss(): Promise<{ conversationId: string; alertId: string; missedAt: Date }> {
  customers += 1;
  const asked = await desk.writes({
    customer: `3166200${String(customers).padStart(4, '0')}`,
    text: 'Waar blijft het?',
  });
  await desk.does('mutation C($id: ID!) { claimConversation(id: $id) { __typename } }', { id: asked.conversationId });
  desk.clock.advance(24 * hour + minute);
  await desk.world.modules.conversations.sweep(desk.clock.now());
  const found = await alertOf(asked.conversationId);
  if (!found) throw new Error('no miss was raised');
  return { conversationId: asked.conversationId, alertId: found._id, missedAt: found.at };
}

async function alertOf(conversationId: string) {
  const alerts = desk.database.db.collection<{ _id: string; at: Date; kind: string; toldUserIds: string[] }>('alerts');
  return (await alerts.find({ conversationId, kind: 'normMissed' }).toArray())[0];
}

async function runNotifier(): Promise<void> {
  await desk.world.modules.notifications.loop.settled();
}

const mailsTo = (address: string): string[] =>
  mail.mails.filter(({ to }) => to.includes(address)).map(({ source }) => source);
const headerOf = (source: string | undefined, name: string): string | undefined =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(source ?? '')?.[1]?.trim();

describe('a missed norm', () => {
  it('goes to the assignee, then to the leads, by mail over SMTP and to a signed webhook, each once', async () => {
    expect(await set(standard)).toMatchObject({
      __typename: 'SetNotificationSettingsSuccess',
      settings: { language: 'nl', mailConfigured: true, chain: steps.map((step) => ({ ...step, people: [] })) },
    });
    const { alertId, missedAt, conversationId } = await miss();
    await runNotifier();
    const [first] = mailsTo('sanne@demo.nl');
    expect(headerOf(first, 'Subject')).toContain('Kraaienhof');
    expect(headerOf(first, 'From')).toBe('Woordhouder <wacht@example.nl>');
    expect(first).not.toContain('Waar blijft het?');
    expect(mailsTo('marit@demo.nl')).toEqual([]);
    expect(receiver.hooks).toHaveLength(1);
    const [hook] = receiver.hooks;
    const payload = new Webhook(secret, {}).verify(hook?.body ?? '', fresh(hook?.headers, hook?.body));
    expect(payload).toMatchObject({
      type: 'alert.raised',
      timestamp: missedAt.toISOString(),
      data: { id: alertId, kind: 'normMissed', conversationId },
    });

    desk.clock.advance(15 * minute);
    await runNotifier();
    await runNotifier();
    expect(mailsTo('marit@demo.nl')).toHaveLength(1);
    expect(mailsTo('sanne@demo.nl')).toHaveLength(1);
    expect(receiver.hooks).toHaveLength(1);
    const told = await desk.does('query { alerts(first: 5) { nodes { id told { name } } } }', {});
    expect(JSON.stringify(told)).toContain('"told":[{"name":"Sanne de Vries"},{"name":"Marit Hoekstra"}]');
  });

  it('is told to nobody else once the customer is answered', async () => {
    const { conversationId } = await miss();
    await runNotifier();
    const before = mailsTo('marit@demo.nl').length;
    await desk.replies(conversationId, 'Sorry voor het wachten. Parkeren kan gratis achter het station.');
    await desk.world.settled();
    desk.clock.advance(15 * minute);
    await runNotifier();
    expect(mailsTo('marit@demo.nl')).toHaveLength(before);
  });

  it('is told once when a crash between planning and noting makes the step come back', async () => {
    const before = mailsTo('sanne@demo.nl').length;
    const { conversationId, alertId, missedAt } = await miss();
    await runNotifier();
    // What a killed process leaves behind: everything queued, the alert not yet noted.
    const undo = { $set: { nextStepAt: missedAt, stepsTaken: 0, toldUserIds: [] } };
    await desk.database.db.collection<{ _id: string }>('alerts').updateOne({ _id: alertId }, undo);
    await runNotifier();
    expect(mailsTo('sanne@demo.nl')).toHaveLength(before + 1);
    expect((await alertOf(conversationId))?.toldUserIds).toHaveLength(1);
  });

  it('goes back to the queue when its assignee leaves it lying', async () => {
    await set({ ...standard, reassignAfterMinutes: 30 });
    const { conversationId } = await miss();
    await runNotifier();
    expect((await desk.conversation(conversationId)).assigneeId).not.toBeNull();
    desk.clock.advance(30 * minute);
    await runNotifier();
    expect((await desk.conversation(conversationId)).assigneeId).toBeNull();
    // Taken again, it stays: it is given back once.
    await desk.does('mutation C($id: ID!) { claimConversation(id: $id) { __typename } }', { id: conversationId });
    desk.clock.advance(30 * minute);
    await runNotifier();
    expect((await desk.conversation(conversationId)).assigneeId).not.toBeNull();
    await set(standard);
  });
});

describe('a mail', () => {
  it('waits for the end of the quiet hours, and is left out when it was settled by then', async () => {
    await set({ ...standard, quietHours: { from: '00:00', to: '23:59' } });
    const settledCase = await miss();
    await runNotifier();
    const before = mailsTo('sanne@demo.nl').length;
    await desk.replies(
      settledCase.conversationId,
      'Excuses dat je moest wachten. De zaal is zaterdag vrij en kost 40 euro per uur.',
    );
    await desk.world.settled();
    const open = await miss();
    await runNotifier();
    expect(mailsTo('sanne@demo.nl')).toHaveLength(before);
    desk.clock.advance(24 * hour);
    await runNotifier();
    const news = mailsTo('sanne@demo.nl').slice(before);
    expect(news).toHaveLength(1);
    expect((await alertOf(open.conversationId))?.toldUserIds.length).toBeGreaterThan(0);
    await set(standard);
  });

  it('is tried again under the same Message-ID when the mail server refuses it', async () => {
    const before = mailsTo('sanne@demo.nl').length;
    mail.refuse('sanne@demo.nl');
    await miss();
    await runNotifier();
    expect(mailsTo('sanne@demo.nl')).toHaveLength(before);
    const pending = await desk.database.db.collection('notifications').find({ state: 'pending' }).toArray();
    expect(pending).toMatchObject([{ attempts: 1, lastError: expect.stringContaining('mailbox is full') as string }]);
    desk.clock.advance(6_000);
    await runNotifier();
    expect(headerOf(mailsTo('sanne@demo.nl').at(-1), 'Message-ID')).toBe(`<${String(pending[0]?._id)}@example.nl>`);
  });

  it('with the overview of the day goes once to each reader', async () => {
    const digest = { at: '08:00', weekdays: [0, 1, 2, 3, 4, 5, 6], userIds: [desk.user('marit').userId] };
    await set({ ...standard, digest });
    desk.clock.set(new Date('2026-06-01T05:59:00Z'));
    const { notifications } = desk.world.modules;
    const overviews = () => mailsTo('marit@demo.nl').filter((source) => source.includes('dagoverzicht'));
    await notifications.planDigests();
    await runNotifier();
    expect(overviews()).toEqual([]);
    desk.clock.set(new Date('2026-06-01T06:01:00Z'));
    await notifications.planDigests();
    await notifications.planDigests();
    await runNotifier();
    await notifications.planDigests();
    await runNotifier();
    expect(overviews()).toHaveLength(1);
  });
});

describe('an outbound webhook', () => {
  it('is tried again under the same id, and switched off by 410', async () => {
    receiver.hooks.length = 0;
    receiver.answers.push(302, 500, 410);
    await miss();
    await runNotifier();
    desk.clock.advance(6_000);
    await runNotifier();
    desk.clock.advance(2 * minute);
    await runNotifier();
    await until(() => receiver.hooks.length === 3);
    expect(new Set(receiver.hooks.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const list = await desk.world.execute(desk.user('marit'), '{ outboundWebhooks { enabled lastError } }', {});
    expect(list).toMatchObject({ outboundWebhooks: [{ enabled: false, lastError: 'HTTP 410' }] });
  });

  it('is refused by address and by name when it leads inside', async () => {
    const strict = await openDesk(new Date('2026-03-02T09:00:00Z'));
    const source = `mutation A($url: String!) {
      addOutboundWebhook(url: $url) { __typename ... on InvalidInput { field } }
    }`;
    for (const url of [receiver.url, 'https://127.0.0.1/', 'https://[::1]/', 'https://localhost/x', 'nonsense']) {
      const answer = await strict.does(source, { url }, strict.user('admin'));
      expect(answer).toMatchObject({ __typename: 'InvalidInput', field: 'url' });
    }
  });
});

describe('settings that do not fit', () => {
  it('are refused with words about the part at fault', async () => {
    const answer = await set({ ...standard, chain: [steps[1], steps[0]] });
    expect(answer).toMatchObject({ __typename: 'InvalidInput', field: 'chain' });
    const foreign = await set({ ...standard, chain: [{ ...steps[0], to: 'people', userIds: ['somebody'] }] });
    expect(foreign).toMatchObject({ __typename: 'InvalidInput', field: 'people' });
  });
});

/** The library checks the age of a message by the machine's clock; the test's clock stands elsewhere. */
function fresh(headers: Record<string, unknown> | undefined, body: string | undefined): Record<string, string> {
  const id = String(headers?.['webhook-id']);
  const seconds = Number(headers?.['webhook-timestamp']);
  const sentAt = new Date(seconds * 1000);
  expect(headers?.['webhook-signature']).toBe(new Webhook(secret).sign(id, sentAt, body ?? ''));
  const now = desk.clock.now();
  expect(Math.abs(sentAt.getTime() - now.getTime())).toBeLessThan(60_000);
  const present = new Date(performance.timeOrigin + performance.now());
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(present.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, present, body ?? ''),
  };
}
