import { useSyncExternalStore } from 'react';

let offsetMs = 0;
let secondAt = readPresent();
let timer: ReturnType<typeof setInterval> | null = null;
const listeners = new Set<() => void>();

function readPresent(): number {
  return Math.floor(performance.timeOrigin + performance.now() + offsetMs);
}

function tick(): void {
  secondAt = readPresent();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

/** Sets the page's clock by the server's, because countdowns on a wrong computer clock would lie. `serverAt` is ISO 8601. */
export function setServerPresent(serverAt: string): void {
  const serverMs = Date.parse(serverAt);
  if (Number.isNaN(serverMs)) return;
  offsetMs += serverMs - readPresent();
  tick();
}

/** The present instant by the server's clock. For event handlers; components use {@link useNow}. */
export function presentAt(): Date {
  return new Date(readPresent());
}

/** The present instant by the server's clock; the component renders again every `everyMs` (default one second). */
export function useNow(everyMs = 1000): Date {
  const step = useSyncExternalStore(subscribe, () => Math.floor(secondAt / everyMs) * everyMs);
  return new Date(everyMs <= 1000 ? step : Math.max(step, secondAt));
}
