import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { createPortal } from 'react-dom';

type Trigger = {
  readonly ref: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly panelId: string;
  readonly toggle: () => void;
};

type PopoverProps = {
  readonly label: string;
  readonly trigger: (trigger: Trigger) => ReactNode;
  readonly children: (close: () => void) => ReactNode;
};

const gap = 6;
const edge = 8;

/** Where the panel fits: below the trigger, above it when there is no room, always inside the window. */
function placeOf(trigger: DOMRect, panel: DOMRect): { left: number; top: number } {
  const left = Math.max(edge, Math.min(trigger.left, globalThis.innerWidth - panel.width - edge));
  const below = trigger.bottom + gap;
  const fitsBelow = below + panel.height + edge <= globalThis.innerHeight;
  return { left, top: fitsBelow ? below : Math.max(edge, trigger.top - gap - panel.height) };
}

/** A small panel beside its trigger, without blocking the page. Escape, a click elsewhere or leaving it with Tab closes it. */
export function Popover({ label, trigger, children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  const triggerRef = useRef<HTMLElement | null>(null);
  const panelRef = useRef<HTMLDivElement>(null);
  const panelId = useId();

  useLayoutEffect(() => {
    const trigger = triggerRef.current;
    const panel = panelRef.current;
    if (!open || !trigger || !panel) return;
    setPlace(placeOf(trigger.getBoundingClientRect(), panel.getBoundingClientRect()));
    panel.focus({ preventScroll: true });
    return () => {
      // The focus was in the panel that is going away; whoever clicked elsewhere keeps the focus there.
      const focused = document.activeElement;
      if (focused === null || focused === document.body || panel.contains(focused)) trigger.focus();
    };
  }, [open]);

  useEffect(() => {
    if (!open) return;
    const isInside = (target: EventTarget | null): boolean =>
      target instanceof Node &&
      (panelRef.current?.contains(target) === true || triggerRef.current?.contains(target) === true);
    const onPointer = (event: Event): void => {
      if (!isInside(event.target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
    };
    const onScroll = (event: Event): void => {
      if (!isInside(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('focusin', onPointer);
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('scroll', onScroll, true);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('focusin', onPointer);
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('scroll', onScroll, true);
    };
  }, [open]);

  const close = (): void => {
    setOpen(false);
  };
  const toggle = (): void => {
    setOpen((before) => !before);
  };
  return (
    <>
      {trigger({ ref: triggerRef, open, panelId, toggle })}
      {open
        ? createPortal(
            <div
              ref={panelRef}
              id={panelId}
              className="popover"
              role="dialog"
              aria-label={label}
              tabIndex={-1}
              style={place}
            >
              {children(close)}
            </div>,
            document.body,
          )
        : null}
    </>
  );
}
