import { vi } from 'vitest';
import type { Desk } from '#test/server/conversations/desk.ts';

/**
 * Lets nothing the platforms send through while `work` runs; it waits in the simulator for `redeliver`. Sending to the
 * platforms still works: the server took its own `fetch` when it started.
 */
export async function withoutWebhooks(desk: Desk, work: () => Promise<void>): Promise<void> {
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.reject(new Error('no line')));
  try {
    await work();
    await desk.app.settled();
    await desk.simulator.settled();
  } finally {
    spy.mockRestore();
  }
}
