import { phraseKey } from '#shared/emotion/brand-words.ts';
import { draftCodes } from '#shared/replies/draft-check.ts';
import { demoAccounts } from './demo-accounts.ts';
import type { DemoWorld } from './demo-world.ts';
import { elsewhereReplyBody } from './elsewhere-reply.ts';
import type { StoryPlace, StoryStep } from './story.ts';

/** Tells how far the replay is; `done` of `total` steps. */
export type ReplayProgress = (done: number, total: number) => void;

type Place = { conversationId: string; lastExternalId: string };
type Replay = {
  readonly world: DemoWorld;
  /** Where each customer's talk is; in a public thread everybody has a conversation of their own. */
  readonly places: Map<string, Place>;
  /** The first post of each public thread. */
  readonly roots: Map<string, string>;
};

/**
 * Lets stories happen: the clock is moved to each step, deadlines in between are swept at their own instant, customers
 * write through signed webhooks, agents work through the API. Everything the product concludes, it concludes itself.
 */
export async function replayStories(
  world: DemoWorld,
  steps: readonly StoryStep[],
  progress: ReplayProgress = () => undefined,
): Promise<void> {
  const replay: Replay = { world, places: new Map(), roots: new Map() };
  let done = 0;
  for (const step of steps) {
    await passTimeUntil(world, step.at);
    await play(replay, step);
    await world.settled();
    done += 1;
    progress(done, steps.length);
  }
}

/** Moves the clock to `at`, stopping at every deadline on the way as a running server would. */
export async function passTimeUntil(world: DemoWorld, at: Date): Promise<void> {
  const { clock, modules } = world;
  for (;;) {
    const [next] = await modules.conversations.store.dueForSweep(at, 1);
    if (!next?.nextWakeAt) break;
    if (next.nextWakeAt.getTime() > clock.now().getTime()) clock.set(next.nextWakeAt);
    await modules.conversations.sweep(clock.now());
  }
  clock.set(at);
}

async function play(replay: Replay, step: StoryStep): Promise<void> {
  switch (step.kind) {
    case 'customerWrites':
      return customerWrites(replay, step);
    case 'repliedElsewhere':
      return repliedElsewhere(replay, step);
    case 'agentReplies':
      return agentReplies(replay, step);
    case 'logsMoment':
      return logsMoment(replay, step);
    case 'claims':
      return change(replay, step, claimMutation, {});
    case 'closes':
      return change(replay, step, closeMutation, { reason: step.reason ?? null });
    case 'changesCueWord':
      return changesCueWord(replay.world, step);
    case 'setsAutoReply':
      return setsAutoReply(replay, step);
  }
}

const keyOf = ({ channel, customer, thread }: StoryPlace): string =>
  thread === undefined ? `${channel} ${customer.id}` : `${channel} ${customer.id} ${thread}`;

function placeOf(replay: Replay, place: StoryPlace): Place {
  const found = replay.places.get(keyOf(place));
  if (!found) throw new Error(`the story answers before anybody wrote: ${keyOf(place)}`);
  return found;
}

async function customerWrites(replay: Replay, step: StoryStep & { kind: 'customerWrites' }): Promise<void> {
  const { world } = replay;
  const root = step.thread === undefined ? null : (replay.roots.get(step.thread) ?? null);
  const { externalId, status } = await world.simulator.customerWrites({
    account: demoAccounts[step.channel],
    customer: step.customer,
    text: step.text,
    at: step.at,
    public: step.thread !== undefined,
    replyTo: root,
  });
  if (status !== 200) throw new Error(`the webhook was answered ${String(status)}`);
  await world.settled();
  const key = { accountId: world.accounts[step.channel]._id, externalId };
  const [message] = await world.modules.conversations.messages.byExternalIds(world.brandId, [key]);
  if (!message) throw new Error(`the message was not taken in: ${keyOf(step)}`);
  if (step.thread !== undefined && root === null) replay.roots.set(step.thread, externalId);
  replay.places.set(keyOf(step), { conversationId: message.conversationId, lastExternalId: externalId });
}

async function repliedElsewhere(replay: Replay, step: StoryStep & { kind: 'repliedElsewhere' }): Promise<void> {
  const { lastExternalId } = placeOf(replay, step);
  const status = await replay.world.simulator.platformSends(step.channel, elsewhereReplyBody(step, lastExternalId));
  if (status !== 200) throw new Error(`the echo was answered ${String(status)}`);
}

const replyMutation = /* GraphQL */ `
  mutation StoryReply($input: SendReplyInput!) {
    sendReply(input: $input) {
      __typename
    }
  }
`;
const claimMutation = /* GraphQL */ `
  mutation StoryClaim($id: ID!) {
    claimConversation(id: $id) {
      __typename
    }
  }
`;
const closeMutation = /* GraphQL */ `
  mutation StoryClose($id: ID!, $reason: String) {
    closeConversation(id: $id, reason: $reason) {
      __typename
    }
  }
`;
const momentMutation = /* GraphQL */ `
  mutation StoryMoment($input: LogContactMomentInput!) {
    logContactMoment(input: $input) {
      __typename
    }
  }
`;
const autoReplyMutation = /* GraphQL */ `
  mutation StoryAutoReply($input: SetAutoReplyInput!) {
    setAutoReply(input: $input) {
      __typename
    }
  }
`;

const addWordMutation = /* GraphQL */ `
  mutation StoryAddWord($input: CueWordInput!) {
    addCueWord(input: $input) {
      __typename
    }
  }
`;
const removeWordMutation = /* GraphQL */ `
  mutation StoryRemoveWord($id: ID!) {
    removeCueWord(id: $id) {
      __typename
    }
  }
`;

async function run(
  world: DemoWorld,
  by: string,
  source: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<void> {
  const viewer = world.users.get(by);
  if (!viewer) throw new Error(`the demo has no user ${by}`);
  const data = await world.execute(viewer, source, variables);
  for (const result of Object.values(data)) {
    const name = (result as { __typename?: string }).__typename ?? '';
    if (!/(?:Success|Saved)$/u.test(name)) throw new Error(`a step of the story was refused: ${name}`);
  }
}

/** Why people of the demo send a reply in spite of an error. */
const reasons = [
  'De klant aan de lijn gehad; dit is alleen de bevestiging.',
  'De klant vroeg om een kort antwoord.',
  'Zo afgesproken met Marit, de uitleg volgt per mail.',
  'De balie heeft het al met de klant besproken.',
] as const;

async function agentReplies(replay: Replay, step: StoryStep & { kind: 'agentReplies' }): Promise<void> {
  const { conversationId } = placeOf(replay, step);
  const clientId = `story-${String(step.at.getTime())}-${step.customer.id}`;
  // People in stories write badly at times; that is what the product is for.
  const overrideReason = reasons[Math.floor(step.at.getTime() / 60_000) % reasons.length] ?? null;
  const input = { clientId, conversationId, text: step.text, acceptedFindings: [...draftCodes], overrideReason };
  await run(replay.world, step.by, replyMutation, { input });
}

async function logsMoment(replay: Replay, step: StoryStep & { kind: 'logsMoment' }): Promise<void> {
  const { world } = replay;
  const { conversationId } = placeOf(replay, step);
  const [conversation] = await world.modules.conversations.store.byIds(world.brandId, [conversationId]);
  const input = {
    ...step.moment,
    at: step.moment.at.toISOString(),
    attempts: step.moment.attempts ?? 1,
    fromCustomer: true,
    contactId: conversation?.contactId,
  };
  await run(world, step.by, momentMutation, { input });
}

async function change(
  replay: Replay,
  step: StoryStep & { kind: 'claims' | 'closes' },
  source: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { conversationId } = placeOf(replay, step);
  await run(replay.world, step.by, source, { id: conversationId, ...variables });
}

async function setsAutoReply(replay: Replay, step: StoryStep & { kind: 'setsAutoReply' }): Promise<void> {
  const { world } = replay;
  const { text, enabled, publicEnabled = false } = step;
  const input = { accountId: world.accounts[step.channel]._id, text, enabled, publicEnabled };
  await run(world, 'admin@demo.nl', autoReplyMutation, { input });
}

async function changesCueWord(world: DemoWorld, step: StoryStep & { kind: 'changesCueWord' }): Promise<void> {
  const { language, code, phrase, by } = step;
  if (step.change === 'add') return run(world, by, addWordMutation, { input: { language, code, phrase } });
  const { words } = await world.modules.cueWords.list(world.brandId);
  const word = words.find((each) => each.code === code && phraseKey(each.phrase) === phraseKey(phrase));
  return run(world, by, removeWordMutation, { id: word?._id });
}
