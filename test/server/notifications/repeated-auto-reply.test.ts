import { beforeAll, describe, expect, it } from 'vitest';
import { messengerEcho } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import type { StoredAlert } from '#server/modules/alerts/index.ts';
import { hour, minute, openDesk, until, type Desk } from '#test/server/conversations/desk.ts';
import { openHookReceiver, openMailServer } from './receivers.ts';

type Mails = Awaited<ReturnType<typeof openMailServer>>;
type Hooks = Awaited<ReturnType<typeof openHookReceiver>>;

let desk: Desk;
let mail: Mails;
let receiver: Hooks;
const customer = '31667000001';
const automatic = 'Bedankt voor je bericht! Je krijgt binnen 2 uur antwoord van ons.';

beforeAll(async () => {
  mail = await openMailServer();
  receiver = await openHookReceiver();
  const env = { SMTP_URL: mail.url, MAIL_FROM: 'Woordhouder <wacht@example.nl>', OUTBOUND_WEBHOOKS_PRIVATE: '1' };
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'), { env });
  const add = 'mutation A($url: String!) { addOutboundWebhook(url: $url) { __typename } }';
  await desk.does(add, { url: receiver.url }, desk.user('admin'));
  const chain = [
    { afterMinutes: 0, to: 'assignee', byEmail: true },
    { afterMinutes: 15, to: 'leads', byEmail: true },
  ];
  const source =
    'mutation S($input: NotificationSettingsInput!) { setNotificationSettings(input: $input) { __typename } }';
  const kinds = ['promiseMissed', 'repeatedAutoReply'];
  await desk.does(source, { input: { chain, kinds, language: 'nl' } }, desk.user('marit'));
});

/** The platform's instant reply, seconds after the customer's message. */
async function instantReply(mid: string): Promise<void> {
  desk.clock.advance(5_000);
  const { externalId: pageId } = demoAccounts.messenger;
  const echo = messengerEcho({ pageId, psid: customer, mid, text: automatic, at: desk.clock.now() });
  expect(await desk.post('messenger', echo)).toBe(200);
  await desk.world.settled();
}

async function alertsOf(conversationId: string): Promise<StoredAlert[]> {
  const stored = desk.database.db.collection<StoredAlert>('alerts');
  return (await stored.find({ conversationId }).toArray()).sort((a, b) => a.at.getTime() - b.at.getTime());
}

const notify = () => desk.world.modules.notifications.loop.settled();
const subjectsTo = (address: string): string[] =>
  mail.mails.filter(({ to }) => to.includes(address)).map(({ source }) => /^Subject: (.*)$/im.exec(source)?.[1] ?? '');

describe('the same automatic reply on top of a missed promise', () => {
  it('raises an alert of its own, told through the chain beside that of the miss, each once', async () => {
    const { conversationId } = await desk.writes({ customer, text: 'Kan ik mijn kaartje nog omruilen?' });
    await desk.does('mutation C($id: ID!) { claimConversation(id: $id) { __typename } }', { id: conversationId });
    await instantReply('m_instant_1');
    desk.clock.advance(3 * hour);
    await desk.world.modules.conversations.sweep(desk.clock.now());
    await notify();
    const [missed, ...others] = (await alertsOf(conversationId)).filter(({ settled }) => !settled);
    expect(missed?.kind).toBe('promiseMissed');
    expect(others).toEqual([]);

    await desk.writes({ customer, text: 'Hallo? Ik wacht nog steeds.' });
    await instantReply('m_instant_2');
    await desk.world.modules.conversations.sweep(desk.clock.now());
    await notify();
    const unsettled = (await alertsOf(conversationId)).filter(({ settled }) => !settled);
    expect(unsettled.map(({ kind }) => kind)).toEqual(['promiseMissed', 'repeatedAutoReply']);
    const repeated = unsettled[1];
    expect(repeated).toMatchObject({ detail: 'binnen 2 uur', toldUserIds: [desk.user('sanne').userId] });
    // Stamped with the second promise, whose deadline it carries; the first miss keeps its own.
    expect(repeated?.dueAt?.getTime()).toBe((repeated?.at.getTime() ?? 0) + 2 * hour);
    expect(repeated?._id).not.toBe(missed?._id);
    await until(() => receiver.hooks.length === 2);
    const kinds = receiver.hooks.map(({ body }) => (JSON.parse(body) as { data: { kind: string } }).data.kind);
    expect(kinds).toEqual(['promiseMissed', 'repeatedAutoReply']);
    expect(subjectsTo('sanne@demo.nl')).toHaveLength(2);

    // Nobody acts: the next step of this alert's own chain reaches the lead, a quarter of an hour after the second promise.
    const toLead = subjectsTo('marit@demo.nl').length;
    desk.clock.advance(16 * minute);
    await notify();
    await notify();
    expect(subjectsTo('marit@demo.nl').length).toBe(toLead + 1);
    const told = (await alertsOf(conversationId)).find(({ kind }) => kind === 'repeatedAutoReply');
    expect(told?.toldUserIds).toContain(desk.user('marit').userId);
  });

  it('is at rest once the customer is answered', async () => {
    const { conversationId } = await desk.writes({ customer, text: 'Hallo?' });
    await desk.replies(conversationId, 'Excuses dat je moest wachten. Je kaartje is omgeruild naar zondag.');
    await desk.world.settled();
    const sent = mail.mails.length;
    desk.clock.advance(hour);
    await notify();
    expect((await alertsOf(conversationId)).filter(({ settled, nextStepAt }) => !settled || nextStepAt)).toEqual([]);
    expect(mail.mails).toHaveLength(sent);
  });
});
