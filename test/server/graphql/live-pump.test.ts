import { describe, expect, it } from 'vitest';
import { createLiveBus, type LiveBus } from '#server/graphql/live-bus.ts';
import { pumpFrames } from '#server/graphql/live-pump.ts';

const brand = 'brand-1';

/** A pump whose frames are made only when it is let. */
function slowPump(bus: LiveBus, topic: 'conversationChanged' | 'alertRaised') {
  const source = bus.subscribe(brand, topic);
  const batches: unknown[][] = [];
  const frames: string[] = [];
  const gates: (() => void)[] = [];
  const framesOf = async (payloads: readonly unknown[]): Promise<string[]> => {
    batches.push([...payloads]);
    await new Promise<void>((resolve) => gates.push(resolve));
    return payloads.map((payload) => JSON.stringify(payload));
  };
  const done = pumpFrames(source, framesOf, (frame) => frames.push(frame));
  return {
    batches,
    frames,
    done,
    end: () => source.return(),
    /** Lets the frames under way be made; comes back when the next ones are wanted or nothing is left. */
    letOn: async (): Promise<void> => {
      gates.shift()?.();
      await turn();
    },
  };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const changed = (bus: LiveBus, ...ids: string[]): void => {
  for (const conversationId of ids) bus.publish(brand, 'conversationChanged', { conversationId });
};

describe('events that wait while frames are made', () => {
  it('are executed together, of each conversation one, in the order they first came', async () => {
    const bus = createLiveBus();
    const pump = slowPump(bus, 'conversationChanged');
    changed(bus, 'a');
    await turn();
    changed(bus, 'b', 'a', 'b', 'c', 'b', 'a');
    await turn();
    expect(pump.frames).toEqual([]);
    await pump.letOn();
    // The change of `a` during its own execution may be missing from that frame, so it is told again.
    expect(pump.batches).toEqual([
      [{ conversationId: 'a' }],
      [{ conversationId: 'b' }, { conversationId: 'a' }, { conversationId: 'c' }],
    ]);
    await pump.letOn();
    expect(pump.frames.map((frame) => (JSON.parse(frame) as { conversationId: string }).conversationId)).toEqual([
      ...['a', 'b', 'a', 'c'],
    ]);
    expect(pump.batches).toHaveLength(2);
  });

  it('never stand for each other when they are alerts', async () => {
    const bus = createLiveBus();
    const pump = slowPump(bus, 'alertRaised');
    const ids = ['1', '2', '2', '3', '1'];
    for (const alertId of ids) bus.publish(brand, 'alertRaised', { alertId });
    await turn();
    while (pump.frames.length < ids.length) await pump.letOn();
    expect(pump.frames).toEqual(ids.map((alertId) => JSON.stringify({ alertId })));
  });

  it('are all sent before it ends, when the source ends', async () => {
    const bus = createLiveBus();
    const pump = slowPump(bus, 'conversationChanged');
    changed(bus, 'a');
    await turn();
    changed(bus, 'b');
    await turn();
    await pump.end();
    await pump.letOn();
    await pump.letOn();
    await pump.done;
    expect(pump.frames).toHaveLength(2);
  });
});

describe('a group that is slow', () => {
  it('holds back no other', async () => {
    const bus = createLiveBus();
    const slow = slowPump(bus, 'conversationChanged');
    const quick = slowPump(bus, 'conversationChanged');
    changed(bus, 'a', 'b');
    await turn();
    while (quick.frames.length < 2) await quick.letOn();
    expect(slow.frames).toEqual([]);
  });

  it('is told when far too much waits, instead of holding it all', async () => {
    const bus = createLiveBus(10);
    const pump = slowPump(bus, 'alertRaised');
    const failure = expect(pump.done).rejects.toThrow('too many unread events');
    for (let round = 0; round < 1_100; round += 1) {
      bus.publish(brand, 'alertRaised', { alertId: String(round) });
      await Promise.resolve();
    }
    for (let left = 0; left < 60; left += 1) await pump.letOn();
    await failure;
  });
});

describe('a failure of making frames', () => {
  it('ends the stream and passes on', async () => {
    const bus = createLiveBus();
    const source = bus.subscribe(brand, 'conversationChanged');
    const done = pumpFrames(
      source,
      () => Promise.reject(new Error('broken')),
      () => undefined,
    );
    changed(bus, 'a');
    await expect(done).rejects.toThrow('broken');
    expect(await source.next()).toEqual({ value: undefined, done: true });
  });
});
