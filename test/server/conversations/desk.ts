import { randomUUID } from 'node:crypto';
import type { MovableClock } from '#server/clock.ts';
import { encodeBody, postSigned, type Body } from '#server/channels/simulator/bodies.ts';
import { demoAccounts, demoSecrets } from '#server/demo/demo-accounts.ts';
import type { StoryChannel } from '#server/demo/story.ts';
import type { SessionViewer } from '#server/graphql/context.ts';
import type { ConversationDoc, MessageDoc } from '#server/modules/conversations/index.ts';
import { draftCodes } from '#shared/replies/draft-check.ts';
import { replyMutation } from '#test/support/reply-mutation.ts';
import { createTestApp, type TestApp, type TestAppWishes } from '#test/support/test-app.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** What a customer says on a channel; the clock's present unless `at` says otherwise. */
export type Saying = {
  readonly channel?: StoryChannel;
  /** Digits: the platform id of the customer. */
  readonly customer?: string;
  readonly text?: string;
  readonly at?: Date;
  readonly public?: boolean;
};

/** An answer of the API: the type's name and whatever was asked for. */
export type Answer = { readonly __typename: string } & Readonly<Record<string, unknown>>;

/** A test server with hands for customers and agents. */
export type Desk = TestApp & {
  readonly clock: MovableClock;
  /** A user of the demo brand by first name. */
  user(name: string): SessionViewer;
  /** Posts a signed body over HTTP and returns the status; nothing is waited for. */
  post(channel: StoryChannel, body: Body | Uint8Array): Promise<number>;
  /** A customer writes; comes back with the stored message. */
  writes(saying?: Saying): Promise<MessageDoc>;
  /** An agent replies, accepting what the draft check says; comes back with the answer, before it is sent. */
  replies(conversationId: string, text: string, options?: ReplyOptions): Promise<Answer>;
  /** Runs a mutation with one root field and gives that field's answer. */
  does(source: string, variables: Readonly<Record<string, unknown>>, viewer?: SessionViewer): Promise<Answer>;
  conversation(id: string): Promise<ConversationDoc>;
  /** The stored messages of a conversation by the platform's time. */
  messages(conversationId: string): Promise<MessageDoc[]>;
  message(id: string): Promise<MessageDoc>;
};

/** What may differ in a reply. */
export type ReplyOptions = {
  readonly clientId?: string;
  readonly acceptedFindings?: readonly string[];
  readonly overrideReason?: string | null;
  readonly templateId?: string;
  readonly lastSeenMessageId?: string;
  readonly mediaIds?: readonly string[];
  readonly template?: unknown;
  readonly privately?: boolean;
  readonly viewer?: SessionViewer;
};

/** Starts a server for a test file. */
export async function openDesk(startAt: Date, wishes: TestAppWishes = {}): Promise<Desk> {
  const test = await createTestApp(startAt, wishes);
  const { world, clock, simulator, origin } = test;
  const { messages, store } = world.modules.conversations;
  const user = (name: string): SessionViewer => existing(world.users.get(`${name}@demo.nl`));
  const does: Desk['does'] = async (source, variables, viewer = user('sanne')) => {
    const [answer] = Object.values(await world.execute(viewer, source, variables));
    return answer as Answer;
  };
  return {
    ...test,
    user,
    does,
    post: (channel, body) =>
      postSigned(
        `${origin}/webhooks/${channel}`,
        channel,
        body instanceof Uint8Array ? body : encodeBody(body),
        demoSecrets[channel],
      ),
    writes: async ({
      channel = 'messenger',
      customer = '31611111111',
      text = 'Waar kan ik parkeren?',
      ...rest
    } = {}) => {
      const { externalId, status } = await simulator.customerWrites({
        account: demoAccounts[channel],
        customer: { id: customer, name: `Klant ${customer.slice(-4)}`, handle: `klant${customer.slice(-4)}` },
        text,
        at: rest.at ?? clock.now(),
        public: rest.public ?? false,
      });
      if (status !== 200) throw new Error(`the webhook was answered ${String(status)}`);
      await world.settled();
      const key = { accountId: world.accounts[channel]._id, externalId };
      const [message] = await messages.byExternalIds(world.brandId, [key]);
      return existing(message);
    },
    replies: (conversationId, text, options = {}) => {
      const { viewer, clientId = randomUUID(), acceptedFindings = [...draftCodes], ...rest } = options;
      const overrideReason = 'Zo afgesproken met de teamleider.';
      const input = { clientId, conversationId, text, acceptedFindings, overrideReason, ...rest };
      return does(replyMutation, { input }, viewer);
    },
    conversation: async (id) => existing((await store.byIds(world.brandId, [id]))[0]),
    messages: async (conversationId) => {
      const found = await messages.ofConversations(world.brandId, [conversationId]);
      return found.sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime() || a.arrival - b.arrival);
    },
    message: async (id) => existing((await messages.byIds(world.brandId, [id]))[0]),
  };
}

/** The value, which must be there. */
export function existing<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the test expected this to exist');
  return value;
}

/** Id of the message that a reply became. */
export function sentId(answer: Answer): string {
  const message = answer['message'] as { id: string } | undefined;
  if (!message) throw new Error(`the reply was not taken: ${JSON.stringify(answer)}`);
  return message.id;
}

/** Comes back when `condition` holds; fails by the test's own time limit. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}
