import type { GraphQLContext } from './context.ts';
import { clientError } from './error-codes.ts';
import type { LivePayloads, LiveStream, LiveTopic } from './live-bus.ts';

/** A subscription resolver that listens to `topic` of the viewer's brand and makes each payload into a frame with `resolve`. */
export function liveField<T extends LiveTopic, R>(
  topic: T,
  resolve: (payload: LivePayloads[T], context: GraphQLContext) => R,
) {
  return {
    subscribe: (_source: unknown, _args: object, context: GraphQLContext): LiveStream<LivePayloads[T]> => {
      if (context.viewer === null) throw clientError('UNAUTHENTICATED');
      return context.live.subscribe(context.viewer.brandId, topic);
    },
    resolve: (payload: LivePayloads[T], _args: object, context: GraphQLContext): R => resolve(payload, context),
  };
}
