import { coalescingKeyOf } from './live-bus.ts';

/** Makes the frames of several events at once; one text for each, in their order. */
export type FramesOf = (payloads: readonly unknown[]) => Promise<readonly string[]>;

const mostTogether = 25;
/** With more than this waiting, reading stops: the source then holds the rest and says when it is too much. */
const mostWaiting = 1_000;

/**
 * Reads `source` to its end and hands every frame to `send`, in the order of the events. Events that came while frames were
 * made are executed together, and of those that a newer state overtakes (see `coalescingKeyOf`) only one. Returns when the
 * source ended and everything was sent; throws what reading or making frames threw.
 */
export async function pumpFrames(
  source: AsyncIterable<unknown>,
  framesOf: FramesOf,
  send: (frame: string) => void,
): Promise<void> {
  const waiting = createWaitingEvents();
  const reading = read(source, waiting);
  // Its failure is thrown below; until then it must not count as unhandled.
  reading.catch(() => undefined);
  try {
    for (let batch = await waiting.take(); batch.length > 0; batch = await waiting.take()) {
      for (const frame of await framesOf(batch)) send(frame);
    }
  } catch (error) {
    waiting.end();
    await source[Symbol.asyncIterator]().return?.();
    throw error;
  }
  await reading;
}

async function read(source: AsyncIterable<unknown>, waiting: WaitingEvents): Promise<void> {
  try {
    for await (const payload of source) await waiting.add(payload);
  } finally {
    waiting.end();
  }
}

type WaitingEvents = {
  /** Adds an event; comes back when there is room for another. */
  add(payload: unknown): Promise<void>;
  /** The oldest that wait, at least one; none once it has ended and all are taken. */
  take(): Promise<unknown[]>;
  end(): void;
};

function createWaitingEvents(): WaitingEvents {
  const events = new Map<unknown, unknown>();
  let ended = false;
  let onEvent: (() => void) | null = null;
  let onRoom: (() => void) | null = null;
  return {
    add: async (payload) => {
      // The first one's place is kept: a frame shows the state of when it is made, which is newer than both.
      events.set(coalescingKeyOf(payload) ?? Symbol('event'), payload);
      onEvent?.();
      while (events.size >= mostWaiting && !ended) await new Promise<void>((resolve) => (onRoom = resolve));
    },
    take: async () => {
      while (events.size === 0 && !ended) await new Promise<void>((resolve) => (onEvent = resolve));
      const batch = [...events].slice(0, mostTogether);
      for (const [key] of batch) events.delete(key);
      onRoom?.();
      return batch.map(([, payload]) => payload);
    },
    end: () => {
      ended = true;
      onEvent?.();
      onRoom?.();
    },
  };
}
