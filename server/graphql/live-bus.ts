/** What is told on each topic: ids only, so that every group of viewers reads what it may see itself. */
export type LivePayloads = {
  conversationChanged: { readonly conversationId: string };
  alertRaised: { readonly alertId: string };
  /** An escalation reached more people. */
  alertEscalated: { readonly alertId: string };
};

/**
 * Under what key unread payloads may stand for each other: what is told of a conversation is its newest state, whichever change
 * is read. Null: every payload counts, as each alert does.
 */
export function coalescingKeyOf(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null || !('conversationId' in payload)) return null;
  return String(payload.conversationId);
}

/** What can be listened to. */
export type LiveTopic = keyof LivePayloads;

/** Carries changes within this process from the change streams to the groups of subscribers. */
export type LiveBus = {
  /** Tells everybody who listens to `topic` of `brandId`; never waits and never throws. */
  publish<T extends LiveTopic>(brandId: string, topic: T, payload: LivePayloads[T]): void;
  /**
   * Everything published from now on, in order, until `signal` aborts or the iterator is returned.
   * Throws `LiveQueueFullError` to a reader who stays too far behind.
   */
  subscribe<T extends LiveTopic>(brandId: string, topic: T, signal?: AbortSignal): LiveStream<LivePayloads[T]>;
};

/** A stream of payloads that frees its place on the bus when it is returned, even while a read waits. */
export type LiveStream<P> = {
  next(): Promise<IteratorResult<P, undefined>>;
  return(): Promise<IteratorResult<P, undefined>>;
  [Symbol.asyncIterator](): LiveStream<P>;
};

/** The reader did not keep up; it must start again with a fresh look at the data. */
class LiveQueueFullError extends Error {
  constructor(topic: string) {
    super(`too many unread events on ${topic}`);
    this.name = 'LiveQueueFullError';
  }
}

/** Makes a bus; at most `queueLimit` unread payloads are held per stream. */
export function createLiveBus(queueLimit = 5_000): LiveBus {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  return {
    publish: (brandId, topic, payload) => {
      for (const listener of listeners.get(`${topic} ${brandId}`) ?? []) listener(payload);
    },
    subscribe: <T extends LiveTopic>(brandId: string, topic: T, signal?: AbortSignal) => {
      const key = `${topic} ${brandId}`;
      const queue = createQueue<LivePayloads[T]>(queueLimit, topic, () => {
        const set = listeners.get(key);
        set?.delete(push);
        if (set?.size === 0) listeners.delete(key);
      });
      const push = (payload: unknown): void => {
        queue.push(payload as LivePayloads[T]);
      };
      const set = listeners.get(key) ?? new Set();
      set.add(push);
      listeners.set(key, set);
      signal?.addEventListener('abort', () => void queue.stream.return(), { once: true });
      if (signal?.aborted === true) void queue.stream.return();
      return queue.stream;
    },
  };
}

/** A bounded queue read as a stream. `onEnd` runs once, when the stream ends for whatever reason. */
export function createQueue<P>(
  limit: number,
  name: string,
  onEnd: () => void,
): { push(payload: P): void; stream: LiveStream<P> } {
  const waiting: P[] = [];
  let reader: Deferred<IteratorResult<P, undefined>> | null = null;
  let ended = false;
  let failure: Error | null = null;

  const end = (error: Error | null): void => {
    if (ended) return;
    ended = true;
    failure = error;
    waiting.length = 0;
    reader?.resolve({ value: undefined, done: true });
    reader = null;
    onEnd();
  };
  const next = (): Promise<IteratorResult<P, undefined>> => {
    if (failure !== null) {
      const error = failure;
      failure = null;
      return Promise.reject(error);
    }
    const first = waiting.shift();
    if (first !== undefined) return Promise.resolve({ value: first, done: false });
    if (ended) return Promise.resolve({ value: undefined, done: true });
    reader = withResolvers();
    return reader.promise;
  };
  const stream: LiveStream<P> = {
    next,
    return: () => {
      end(null);
      return Promise.resolve({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]: () => stream,
  };
  const push = (payload: P): void => {
    if (ended) return;
    if (reader !== null) {
      reader.resolve({ value: payload, done: false });
      reader = null;
    } else if (waiting.length >= limit) end(new LiveQueueFullError(name));
    else waiting.push(payload);
  };
  return { push, stream };
}

type Deferred<T> = { promise: Promise<T>; resolve(value: T): void };

// Node 20 has no Promise.withResolvers yet.
function withResolvers<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
