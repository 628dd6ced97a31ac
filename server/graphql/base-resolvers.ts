import type { GraphQLContext } from './context.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import { createQueue } from './live-bus.ts';
import type { LiveStream } from './live-bus.ts';

type Tick = { readonly serverTime: true };

const serverTimeEveryMs = 20_000;

/** Resolvers of base.graphql. */
export const baseResolvers: Resolvers = {
  Query: { ok: () => true },
  Mutation: { ping: () => true },
  Subscription: {
    serverTime: {
      subscribe: () => ticks(serverTimeEveryMs),
      resolve: (_tick: Tick, _args: object, context: GraphQLContext) => context.now,
    },
  },
};

/** A first tick at once and then one every `everyMs`, until the stream is returned. */
function ticks(everyMs: number): LiveStream<Tick> {
  const queue = createQueue<Tick>(1_000, 'serverTime', () => {
    clearInterval(timer);
  });
  const timer = setInterval(() => {
    queue.push({ serverTime: true });
  }, everyMs);
  timer.unref();
  queue.push({ serverTime: true });
  return queue.stream;
}
