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
    const put = (): void => {
      setPlace(placeOf(trigger.getBoundingClientRect(), panel.getBoundingClientRect()));
    };
    put();
    panel.focus({ preventScroll: true });
    // What is loaded later makes the panel larger, and scrolling moves its trigger.
    const observer = 'ResizeObserver' in globalThis ? new ResizeObserver(put) : null;
    observer?.observe(panel);
    document.addEventListener('scroll', put, true);
    return () => {
      observer?.disconnect();
      document.removeEventListener('scroll', put, true);
      // The focus was in the panel that is going away; whoever clicked elsewhere keeps the focus there.
      const focused = document.activeElement;
      if (focused === null || focused === document.body || panel.contains(focused)) trigger.focus();
    };
  }, [open]);

  useEffect(() => {
    if (!open) return;
    const onLeave = (event: Event): void => {
      const { target } = event;
      const inside =
        target instanceof Node && [panelRef, triggerRef].some((ref) => ref.current?.contains(target) === true);
      if (!inside) setOpen(false);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
    };
    document.addEventListener('pointerdown', onLeave);
    document.addEventListener('focusin', onLeave);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', onLeave);
      document.removeEventListener('focusin', onLeave);
      document.removeEventListener('keydown', onKey, true);
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
