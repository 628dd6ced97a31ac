import { createContext, useContext, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { keyPressOf, readShortcut } from './shortcuts.ts';
import type { ShortcutAction } from './shortcuts.ts';

type Registry = {
  readonly add: (action: ShortcutAction, handler: () => void) => () => void;
  readonly latest: (action: ShortcutAction) => (() => void) | undefined;
};

function createRegistry(): Registry {
  const handlers = new Map<ShortcutAction, (() => void)[]>();
  return {
    add: (action, handler) => {
      handlers.set(action, [...(handlers.get(action) ?? []), handler]);
      return () => {
        const others = (handlers.get(action) ?? []).filter((known) => known !== handler);
        handlers.set(action, others);
      };
    },
    latest: (action) => handlers.get(action)?.at(-1),
  };
}

const ShortcutContext = createContext<Registry>(createRegistry());

/** How long the first key of a pair waits for the second. */
const pairMs = 1200;

/** Listens for the keyboard shortcuts of the page; the latest registered handler of an action gets it. None fire while a dialog is open. */
export function ShortcutProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(createRegistry);

  useEffect(() => {
    let pending = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const outcome = readShortcut(keyPressOf(event), pending);
      pending = outcome.pending;
      clearTimeout(timer);
      if (pending !== '') timer = setTimeout(() => (pending = ''), pairMs);
      const handler = outcome.action === null ? undefined : registry.latest(outcome.action);
      if (!handler) return;
      event.preventDefault();
      handler();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [registry]);

  return <ShortcutContext value={registry}>{children}</ShortcutContext>;
}

/** Runs `handler` when the action's keys are pressed, for as long as the component is on screen. */
export function useShortcut(action: ShortcutAction, handler: () => void): void {
  const registry = useContext(ShortcutContext);
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(
    () =>
      registry.add(action, () => {
        latest.current();
      }),
    [action, registry],
  );
}
