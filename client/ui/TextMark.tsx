import type { ReactNode } from 'react';
import { Popover } from './Popover.tsx';

type TextMarkProps = {
  readonly className: string;
  readonly label: string;
  readonly text: string;
  readonly testId: string;
  readonly children: ReactNode;
};

/** Marked words inside a text that open an explanation. A span, because a button would not break across lines. */
export function TextMark({ className, label, text, testId, children }: TextMarkProps) {
  return (
    <Popover
      label={label}
      trigger={({ ref, open, panelId, toggle }) => (
        <span
          ref={ref}
          className={className}
          data-testid={testId}
          role="button"
          tabIndex={0}
          title={label}
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-controls={open ? panelId : undefined}
          onClick={toggle}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            toggle();
          }}
        >
          {text}
        </span>
      )}
    >
      {() => children}
    </Popover>
  );
}
