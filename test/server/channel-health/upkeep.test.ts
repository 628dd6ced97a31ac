import { beforeAll, describe, expect, it } from 'vitest';
import type { SimulatedChannel } from '#server/channels/simulator/index.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { day, existing, hour, minute, openDesk, type Desk } from '#test/server/conversations/desk.ts';

const start = new Date('2026-03-02T09:00:00Z');
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(start);
});

const careQuery = /* GraphQL */ `
  query Care {
    channelAccounts {
      channel {
        name
      }
      care {
        lastWebhookAt
        eventsLastDay
        silentSince
        platformLag {
          count
          longestMs
        }
        ownLag {
          count
        }
        subscription {
          status
          missing
          checkedAt
        }
        canSubscribe
        lastFault {
          code
          message {
            en
          }
        }
        missedNote {
          en
        }
        missedReads {
          stream
          underWay
          readUntil
          items
          reason
        }
        notices {
          name
          text
        }
      }
    }
  }
`;

type Care = {
  readonly lastWebhookAt: string | null;
  readonly eventsLastDay: number;
  readonly silentSince: string | null;
  readonly platformLag: { count: number; longestMs: number | null };
  readonly subscription: { status: string; missing: string[]; checkedAt: string | null };
  readonly lastFault: { code: string } | null;
  readonly missedReads: readonly { stream: string; underWay: boolean; items: number | null; reason: string | null }[];
  readonly notices: readonly { name: string; text: string }[];
};

async function careOf(channel: SimulatedChannel): Promise<Care> {
  const data = await desk.world.execute(desk.user('marit'), careQuery, {});
  const accounts = data['channelAccounts'] as { channel: { name: string }; care: Care }[];
  return existing(accounts.find((account) => account.channel.name === channel)).care;
}

const acts = (field: string, channel: SimulatedChannel) =>
  desk.does(
    `mutation Act($id: ID!) { ${field}(accountId: $id) { __typename } }`,
    { id: desk.world.accounts[channel]._id },
    desk.user('marit'),
  );

/** Rounds of upkeep, each as late as the platforms' limits ask for, until nothing is being read. */
async function keepsUp(rounds = 8): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await desk.app.modules.health.keepUp();
    desk.clock.advance(70_000);
  }
  await desk.world.settled();
}

const troubles = async () =>
  (await desk.app.modules.alerts.unsettled(desk.world.brandId, 20))
    .filter(({ kind }) => kind === 'channelTrouble')
    .map(({ detail }) => detail);

/** A customer says something; the platform's webhook gets lost. */
function lost(channel: SimulatedChannel, text: string, options: { public?: boolean; at?: Date } = {}): string {
  const { externalId } = desk.simulator.customerMessage({
    account: demoAccounts[channel],
    customer: { id: '31677777777', name: 'Noor', handle: 'noor' },
    text,
    at: options.at ?? desk.clock.now(),
    public: options.public ?? false,
  });
  return externalId;
}

const state = async (externalIds: readonly string[]) => {
  const messages = await desk.database.db
    .collection('messages')
    .find({ externalId: { $in: [...externalIds] } })
    .sort({ sentAt: 1 })
    .toArray();
  return messages.map(({ text, sentAt, direction, visibility }) => ({
    text: text as string,
    sentAt: (sentAt as Date).toISOString(),
    direction: direction as string,
    visibility: visibility as string,
  }));
};

describe('the subscription of an account', () => {
  it('is asked for on every channel, and an account whose platform has dropped us is in trouble', async () => {
    await keepsUp(1);
    for (const channel of ['messenger', 'whatsapp', 'x'] as const) {
      expect((await careOf(channel)).subscription).toMatchObject({ status: 'subscribed', missing: [] });
    }
    desk.simulator.unsubscribe(demoAccounts.messenger.externalId);
    desk.clock.advance(16 * minute);
    await keepsUp(1);
    expect((await careOf('messenger')).subscription.status).toBe('lost');
    expect(await troubles()).toEqual([`${demoAccounts.messenger.name}: subscription`]);
    // Lost once is told once.
    desk.clock.advance(16 * minute);
    await keepsUp(1);
    expect(await troubles()).toHaveLength(1);
  });

  it('is taken again by one click, which settles the alert and reads what was missed', async () => {
    const missed = lost('messenger', 'Is er nog plek op zaterdag?');
    expect(await acts('resubscribeChannel', 'messenger')).toEqual({ __typename: 'ChannelCareSuccess' });
    expect((await careOf('messenger')).subscription.status).toBe('subscribed');
    expect(await troubles()).toEqual([]);
    await keepsUp(3);
    expect(await state([missed])).toMatchObject([{ text: 'Is er nog plek op zaterdag?', direction: 'in' }]);
  });

  it('that cannot be asked about shows the platform’s code, and the last answer stays', async () => {
    // One for each of X's two APIs that may have the subscription.
    for (let api = 0; api < 2; api += 1) {
      desk.simulator.failNextRead(demoAccounts.x.externalId, { kind: 'refused', status: 403, code: 453 });
    }
    await acts('checkChannel', 'x');
    const care = await careOf('x');
    expect(care.subscription.status).toBe('subscribed');
    expect(care.lastFault).toMatchObject({ code: '453' });
  });

  it('may be one of X’s Activity API, of which single event types can be missing', async () => {
    desk.simulator.setActivity(demoAccounts.x.externalId, ['post.mention.create', 'dm.received']);
    await acts('checkChannel', 'x');
    const { subscription } = await careOf('x');
    expect(subscription.status).toBe('partly');
    expect(subscription.missing).toContain('post.reply.create');
    expect(subscription.missing).not.toContain('dm.received');
    expect(await acts('resubscribeChannel', 'x')).toEqual({ __typename: 'ChannelCareSuccess' });
    expect((await careOf('x')).subscription).toMatchObject({ status: 'subscribed', missing: [] });
  });

  it('is looked after by leads and admins only', async () => {
    await expect(desk.world.execute(desk.user('sanne'), careQuery, {})).rejects.toThrow('FORBIDDEN');
  });
});

describe('messages whose webhook got lost', () => {
  it.each(['x', 'messenger'] as const)('on %s are read afterwards, as if they had come', async (channel) => {
    const isX = channel === 'x';
    const seen = await desk.writes({ channel, customer: '31688888881', text: 'Deze kwam aan & <is> er' });
    const ids = [
      lost(channel, 'Kan ik mijn kaartje ruilen? & <graag>'),
      lost(channel, isX ? 'En @DeKraaienhof, mag de hond mee?' : 'En mag de hond mee?', { public: isX }),
    ];
    const before = await desk.database.db.collection('messages').countDocuments();
    expect(await acts('fetchMissedMessages', channel)).toEqual({ __typename: 'ChannelCareSuccess' });
    await keepsUp();
    expect(await desk.database.db.collection('messages').countDocuments({ externalId: seen.externalId })).toBe(1);
    expect(await desk.database.db.collection('messages').countDocuments()).toBeGreaterThanOrEqual(before + 2);
    expect((await state(ids)).map(({ text, direction }) => [text, direction])).toEqual(
      expect.arrayContaining([['Kan ik mijn kaartje ruilen? & <graag>', 'in']]),
    );
    const read = await desk.database.db.collection('deliveries').countDocuments({ source: 'read', channel });
    expect(read).toBeGreaterThan(0);
    expect((await careOf(channel)).missedReads.every(({ underWay }) => !underWay)).toBe(true);
  });

  it('give one message when the webhook comes after all, over several pages and however often they are read', async () => {
    const at = desk.clock.now();
    const written = Array.from({ length: 25 }, (_, index) => ({
      account: demoAccounts.x,
      customer: { id: '31699999999', name: 'Mo', handle: 'mo' },
      text: `@DeKraaienhof vraag ${String(index)}?`,
      at: new Date(at.getTime() + index * 1_000),
      public: true,
    })).map((input) => desk.simulator.customerMessage(input));
    desk.clock.advance(minute);
    await acts('fetchMissedMessages', 'x');
    await keepsUp();
    const ids = written.map(({ externalId }) => externalId);
    const byReading = await state(ids);
    expect(byReading).toHaveLength(25);
    for (const { body } of written) expect(await desk.simulator.platformSends('x', body)).toBe(200);
    await acts('fetchMissedMessages', 'x');
    await keepsUp();
    expect(await state(ids)).toEqual(byReading);
  });

  it('are read by themselves on X every quarter of an hour, and no sooner', async () => {
    await keepsUp();
    const mention = lost('x', 'Hallo @DeKraaienhof, zijn jullie er?', { public: true });
    await keepsUp(14);
    expect(await state([mention])).toHaveLength(1);
    const reads = desk.simulator.readCount();
    await desk.app.modules.health.keepUp();
    await desk.app.modules.health.keepUp();
    // Only subscriptions may have been asked for meanwhile, once each.
    expect(desk.simulator.readCount() - reads).toBeLessThanOrEqual(3);
  });

  it('are read after an outage of all servers, and the platform’s limits are kept', async () => {
    await keepsUp();
    const missed = lost('messenger', 'Bellen jullie nog?');
    const dm = lost('x', 'Een vraag per bericht');
    desk.clock.advance(3 * hour);
    desk.simulator.failNextRead(demoAccounts.messenger.externalId, { kind: 'rateLimited', retryAfterSeconds: 600 });
    // The first read that is not about the subscription may be the one refused; either way nothing is lost.
    await keepsUp(3);
    await keepsUp(12);
    expect(await state([missed, dm])).toHaveLength(2);
    const { missedReads } = await careOf('messenger');
    expect(missedReads).toMatchObject([{ stream: 'conversations', underWay: false, reason: 'outage' }]);
  });

  it('on WhatsApp cannot be read, and the panel says so', async () => {
    expect(await acts('fetchMissedMessages', 'whatsapp')).toEqual({ __typename: 'ChannelCareSuccess' });
    const care = await careOf('whatsapp');
    expect(care.missedReads).toEqual([]);
    expect(JSON.stringify(care)).toContain('seven days');
  });
});

describe('what the panel shows', () => {
  it('the delay of the platform and our own, apart, and only of webhooks', async () => {
    const before = await careOf('whatsapp');
    await desk.writes({ channel: 'whatsapp', at: new Date(desk.clock.now().getTime() - 2 * hour) });
    const care = await careOf('whatsapp');
    expect(care.eventsLastDay).toBe(before.eventsLastDay + 1);
    expect(care.platformLag).toMatchObject({ count: before.platformLag.count + 1, longestMs: 2 * hour });
    expect(care.lastWebhookAt).toBe(desk.clock.now().toISOString());
  });

  it('what the platform told about the account: policy and the quality of a number', async () => {
    const pageId = demoAccounts.messenger.externalId;
    const at = desk.clock.now().getTime();
    const policy = {
      recipient: { id: pageId },
      timestamp: at,
      'policy-enforcement': { action: 'block', reason: 'spam' },
    };
    await desk.post('messenger', { object: 'page', entry: [{ id: pageId, time: at, messaging: [policy] }] });
    const value = { display_phone_number: '31201234567', event: 'FLAGGED', current_limit: 'TIER_1K' };
    const changes = [{ field: 'phone_number_quality_update', value }];
    const entry = [{ id: demoAccounts.whatsapp.businessAccountId, changes }];
    await desk.post('whatsapp', { object: 'whatsapp_business_account', entry });
    await desk.world.settled();
    expect((await careOf('messenger')).notices).toEqual([{ name: 'policy_enforcement', text: 'block: spam' }]);
    expect((await careOf('whatsapp')).notices).toEqual([
      { name: 'phone_number_quality_update', text: '31201234567: FLAGGED: TIER_1K' },
    ]);
  });
});

describe('silence', () => {
  it('longer than usual for the hour of the week is told once, read after, and settled by the next webhook', async () => {
    const { accounts } = desk.world;
    // Four weeks of one WhatsApp message every ten minutes in working hours, as counters; nobody counts messages for it.
    const hours = desk.database.db.collection<{ _id: string }>('channelHours');
    const now = desk.clock.now().getTime();
    const dayStart = Math.floor(now / day) * day;
    const counts = Array.from({ length: 28 * 24 }, (_, index) => new Date(dayStart - (index + 1) * hour))
      .filter((at) => at.getUTCHours() >= 8 && at.getUTCHours() < 17)
      .map((hourAt) => ({
        _id: `${accounts.whatsapp._id}:learned:${hourAt.toISOString()}`,
        ...{ brandId: desk.world.brandId, accountId: accounts.whatsapp._id, hourAt, events: 6 },
        ...{ timed: 0, platformLagMs: 0, longestPlatformLagMs: 0, taken: 0, ownLagMs: 0, longestOwnLagMs: 0 },
      }));
    await hours.insertMany(counts);
    const lastAt = new Date(dayStart + day + 9 * hour);
    desk.clock.set(lastAt);
    await desk.writes({ channel: 'whatsapp' });
    desk.clock.advance(30 * minute);
    await keepsUp(1);
    expect((await careOf('whatsapp')).silentSince).toBeNull();
    desk.clock.set(new Date(lastAt.getTime() + 65 * minute));
    await keepsUp(1);
    const silentSince = existing((await careOf('whatsapp')).silentSince);
    // Six messages would have come within the hour.
    expect(new Date(silentSince).getTime() - lastAt.getTime()).toBeGreaterThan(50 * minute);
    expect(new Date(silentSince).getTime() - lastAt.getTime()).toBeLessThanOrEqual(65 * minute);
    await desk.writes({ channel: 'whatsapp' });
    await keepsUp(2);
    expect((await careOf('whatsapp')).silentSince).toBeNull();
  });
});
