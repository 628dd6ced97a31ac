import { randomUUID } from 'node:crypto';
import { parse } from 'graphql';
import type { PlatformSimulator } from '#server/channels/simulator/index.ts';
import type { MovableClock } from '#server/clock.ts';
import type { SessionViewer } from '#server/graphql/context.ts';
import type { ChannelAccountDoc } from '#server/modules/channel-accounts/index.ts';
import { demoAccounts, demoBrand, demoDetails, demoPassword, demoUsers } from './demo-accounts.ts';
import { demoStories } from './demo-stories.ts';
import type { DemoWorld, ExecuteAs, PlayedApp } from './demo-world.ts';
import { judgeSigns } from './judge-signs.ts';
import { reviewReplies } from './review-replies.ts';
import { passTimeUntil, replayStories, type ReplayProgress } from './replay-stories.ts';
import { storeIdeas } from './store-ideas.ts';
import { stepsInOrder, type StoryChannel } from './story.ts';

/** What seeding needs; `size` says how much ordinary traffic is played. */
export type SeedOptions = {
  readonly app: PlayedApp;
  readonly simulator: PlatformSimulator;
  readonly clock: MovableClock;
  /** The instant the demo is to look lived-in at: the stories end before it. */
  readonly now: Date;
  readonly size: 'full' | 'small';
  readonly progress: ReplayProgress;
};

/** Makes the demo brand with its people and accounts and lets its stories happen; see replay-stories.ts. */
export async function seedDemo(options: SeedOptions): Promise<void> {
  const { clock, now, size, progress } = options;
  const stories = demoStories(now, size);
  const steps = stepsInOrder(stories);
  const [first] = steps;
  clock.set(new Date((first?.at ?? now).getTime() - 60_000));
  const world = await createDemoWorld(options);
  await replayStories(world, steps, progress);
  await passTimeUntil(world, now);
  await judgeSigns(world);
  await storeIdeas(world);
  await reviewReplies(world);
  clock.release();
}

/** Makes brand, people and accounts, and what stories are played with. */
export async function createDemoWorld(options: Pick<SeedOptions, 'app' | 'simulator' | 'clock'>): Promise<DemoWorld> {
  const { app, simulator, clock } = options;
  const { agents } = app.modules;
  const brand = await agents.createBrand(demoBrand);
  await app.modules.publicStatus.setEnabled(brand.id, true);
  const users = new Map<string, SessionViewer>();
  for (const user of demoUsers) {
    const { id } = await agents.createUser({ ...user, brandId: brand.id, password: demoPassword });
    users.set(user.email, { userId: id, brandId: brand.id, role: user.role, sessionHash: '' });
  }
  const accounts = {
    messenger: await addAccount(app, brand.id, 'messenger'),
    whatsapp: await addAccount(app, brand.id, 'whatsapp'),
    x: await addAccount(app, brand.id, 'x'),
  };
  return {
    modules: app.modules,
    simulator,
    clock,
    brandId: brand.id,
    accounts,
    users,
    execute: executeIn(app),
    settled: async () => {
      await app.settled();
      await simulator.settled();
      await app.settled();
    },
  };
}

async function addAccount(app: PlayedApp, brandId: string, channel: StoryChannel): Promise<ChannelAccountDoc> {
  const { externalId, name, accessToken } = demoAccounts[channel];
  const credentials = { accessToken, ...demoDetails[channel] };
  const account = await app.modules.accounts.add({ brandId, channel, externalId, name, credentials });
  if ('fault' in account) throw new Error(`demo account ${channel}: ${account.fault}`);
  return account;
}

function executeIn(app: PlayedApp): ExecuteAs {
  return async (viewer, source, variables) => {
    const facts = { viewer, requestId: randomUUID(), remoteAddress: 'demo', cookie: null };
    const response = await app.apollo.executeOperation(
      { query: parse(source), variables: { ...variables } },
      { contextValue: app.contextOf(facts) },
    );
    if (response.body.kind !== 'single') throw new Error('an operation of the demo was answered in parts');
    const { data, errors } = response.body.singleResult;
    if (errors || !data) throw new Error(`an operation of the demo failed: ${JSON.stringify(errors)}`);
    return data;
  };
}
