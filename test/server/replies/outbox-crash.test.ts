import { describe, expect, it } from 'vitest';
import type { App } from '#server/app.ts';
import type { SimulatedAccount } from '#server/channels/simulator/index.ts';
import { systemClock, type Clock } from '#server/clock.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { createSeededRandom } from '#server/demo/seeded-random.ts';
import type { MessageDoc } from '#server/modules/conversations/index.ts';
import { draftCodes } from '#shared/replies/draft-check.ts';
import { existing } from '#test/server/conversations/desk.ts';
import { killed, openServerFarm, type ServerFarm } from '#test/support/server-farm.ts';
import { createReplyLine, type HandedIn, type ReplyLine } from './reply-line.ts';
import { openStormyPlatforms, type StormyPlatforms } from './stormy-platforms.ts';

const replies = 1_000;
const customers = 200;
const agents = 12;
const strikes = 4;
const random = createSeededRandom(20_260_302);

/** Ahead of the servers before it by more than the time after which a silent sender counts as dead. */
const laterClock: Clock = { now: () => new Date(systemClock.now().getTime() + 2 * 60_000) };

type Talks = { readonly brandId: string; readonly conversationIds: readonly string[] };

/** Customers write on every channel, in private and in public. */
async function customersWrite(app: App, { simulator }: StormyPlatforms): Promise<Talks> {
  const places: readonly { account: SimulatedAccount; public: boolean }[] = [
    { account: demoAccounts.messenger, public: false },
    { account: demoAccounts.whatsapp, public: false },
    { account: demoAccounts.x, public: false },
    { account: demoAccounts.whatsapp, public: false },
    { account: demoAccounts.messenger, public: true },
    { account: demoAccounts.x, public: true },
  ];
  const written = [];
  for (let index = 0; index < customers; index += 1) {
    const place = existing(places[index % places.length]);
    const id = `316${String(index).padStart(8, '0')}`;
    const customer = { id, name: `Klant ${String(index)}`, handle: `klant${String(index)}` };
    const message = { ...place, customer, text: 'Waar kan ik parkeren?', at: systemClock.now() };
    const { externalId, status } = await simulator.customerWrites(message);
    expect(status).toBe(200);
    written.push({ address: `${place.account.channel}:${place.account.externalId}`, externalId });
  }
  await app.settled();
  const accounts = await app.modules.accounts.byAddresses([...new Set(written.map(({ address }) => address))]);
  const { brandId } = existing([...accounts.values()][0]);
  const keys = written.map(({ address, externalId }) => ({
    accountId: existing(accounts.get(address))._id,
    externalId,
  }));
  const stored = await app.modules.conversations.messages.byExternalIds(brandId, keys);
  expect(stored).toHaveLength(customers);
  return { brandId, conversationIds: stored.map(({ conversationId }) => conversationId) };
}

type Storm = { farm: ServerFarm; platforms: StormyPlatforms; line: ReplyLine; work: readonly HandedIn[] };

/** Hands everything in while the server is killed again and again; ids by text. Nobody lives in the end. */
async function handInThroughTheStorm({ farm, platforms, line, work }: Storm): Promise<Map<string, string>> {
  const connect = (origin: string | null): void => {
    line.connect(origin);
    platforms.deliverTo(origin);
  };
  const ids = new Map<string, string>();
  const redeliveries: Promise<void>[] = [];
  let { server, origin } = await farm.startServer();
  connect(origin);
  await line.signIn();
  const strike = async (): Promise<void> => {
    connect(null);
    await killed(server);
    ({ server, origin } = await farm.startServer());
    connect(origin);
    redeliveries.push(platforms.simulator.redeliver());
  };
  const share = Math.floor(work.length / strikes);
  const moments = Array.from({ length: strikes - 1 }, (_, index) => index * share + random.between(share / 2, share));
  let striking = Promise.resolve();
  let next = 0;
  const agent = async (): Promise<void> => {
    for (let reply = work[next++]; reply; reply = work[next++]) {
      ids.set(reply.text, await line.handIn(reply, [...draftCodes]));
      if (ids.size === moments[0]) {
        moments.shift();
        striking = striking.then(strike);
      }
    }
  };
  await Promise.all(Array.from({ length: agents }, agent));
  await striking;
  // The last blow falls while the rest goes out.
  connect(null);
  await killed(server);
  await Promise.all(redeliveries);
  return ids;
}

/** Everything that was on its way has arrived: echoes, statuses, calls. */
async function calm(app: App, { simulator }: StormyPlatforms): Promise<void> {
  do {
    await simulator.redeliver();
    await app.settled();
    await simulator.settled();
  } while (simulator.undelivered.length > 0);
  await app.settled();
}

const wentOut = ['sent', 'delivered', 'read'];

describe('replies while platforms misbehave and the server is killed', () => {
  it('are all stored once and taken at most once, and nobody has to guess what became of one', async () => {
    const platforms = await openStormyPlatforms();
    const farm = await openServerFarm(platforms.environment);
    let talks: Talks = { brandId: '', conversationIds: [] };
    await farm.makeBrand(async (app, origin) => {
      platforms.deliverTo(origin);
      talks = await customersWrite(app, platforms);
    });
    const { brandId, conversationIds } = talks;
    const work = Array.from({ length: replies }, (_, index): HandedIn => {
      const number = String(index).padStart(4, '0');
      const conversationId = existing(conversationIds[index % customers]);
      return { clientId: `client-${number}`, conversationId, text: `Parkeren kan op terrein P${number}.` };
    });
    platforms.planFaults(random, 2 * replies);
    const ids = await handInThroughTheStorm({ farm, platforms, line: createReplyLine(), work });

    await farm.withServerHere(async (app, origin) => {
      platforms.deliverTo(origin);
      await calm(app, platforms);
      const outgoing = async (): Promise<MessageDoc[]> => {
        const all = await app.modules.conversations.messages.ofConversations(brandId, [...conversationIds]);
        return all.filter(({ direction }) => direction === 'out');
      };
      const timesTaken = (): Map<string, number> => {
        const taken = new Map<string, number>();
        for (const { text } of platforms.simulator.sends) taken.set(text, (taken.get(text) ?? 0) + 1);
        return taken;
      };
      const stored = await outgoing();
      expect(new Map(stored.map(({ text, _id }) => [text, _id]))).toEqual(ids);
      expect(stored).toHaveLength(replies);
      const taken = timesTaken();
      expect([...taken].filter(([, times]) => times > 1)).toEqual([]);
      const misjudged = stored.filter(
        ({ text, delivery }) => !(taken.has(text) ? wentOut : ['unknown']).includes(delivery?.state ?? ''),
      );
      expect(misjudged).toEqual([]);

      // What never went out waits for a person, who sends it again.
      for (const { _id, text } of stored) if (!taken.has(text)) await app.modules.replies.resend(brandId, _id);
      await calm(app, platforms);
      expect([...timesTaken().values()]).toEqual(Array.from({ length: replies }, () => 1));
      const settled = await outgoing();
      expect(settled.filter(({ delivery }) => !wentOut.includes(delivery?.state ?? ''))).toEqual([]);
      expect(settled).toHaveLength(replies);
      expect(await app.outbox.counts()).toEqual({ queued: 0, sending: 0, unknown: 0, failed: 0 });
    }, laterClock);
    await platforms.simulator.close();
  }, 600_000);
});
