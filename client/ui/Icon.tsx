import type { ReactNode } from 'react';

const shapes = {
  alert: <path d="M12 4 3.5 19h17L12 4zM12 10v4M12 16.6v.2" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 7.5V12l3 2" />
    </>
  ),
  advice: <path d="M9.5 17.5h5M10 20.5h4M9.5 17.5c0-2-3-3.2-3-7a5.5 5.5 0 0 1 11 0c0 3.8-3 5-3 7" />,
  hourglass: <path d="M7 4h10M7 20h10M8 4v3.5l4 4.5 4-4.5V4M8 20v-3.5l4-4.5 4 4.5V20" />,
  clip: <path d="M8 12.5 14.5 6a3 3 0 0 1 4.2 4.2l-8.4 8.4a5 5 0 0 1-7-7L11 4" />,
  chart: <path d="M4 20h16M7 20v-6M12 20V6M17 20v-9" />,
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  cross: <path d="M6 6l12 12M18 6 6 18" />,
  swap: <path d="M4 9h13l-3-3M20 15H7l3 3" />,
  minus: <path d="M6 12h12" />,
  calm: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M8.5 12.5 11 15l4.5-5.5" />
    </>
  ),
  bell: <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15L6 16.5zM10 20.5h4" />,
  lock: (
    <>
      <rect x="6" y="11" width="12" height="8.5" rx="1.5" />
      <path d="M8.5 11V8.5a3.5 3.5 0 0 1 7 0V11" />
    </>
  ),
  globe: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M4 12h16M12 4c3 3 3 13 0 16M12 4c-3 3-3 13 0 16" />
    </>
  ),
  phone: (
    <path d="M6 4.5h3l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4 1.5v3c0 1-.8 1.8-1.8 1.8C10.5 19.8 4.2 13.5 4.2 6.3 4.2 5.3 5 4.5 6 4.5z" />
  ),
  mail: (
    <>
      <rect x="3.5" y="6" width="17" height="12" rx="1.5" />
      <path d="m4 7.5 8 6 8-6" />
    </>
  ),
  door: <path d="M6 20V4.5h9V20M3.5 20h17M12 12v.5" />,
  letter: <path d="M6 3.5h8l4 4V20.5H6zM14 3.5v4h4M9 12h6M9 15.5h6" />,
  pen: <path d="M5 19l1-4L16 5l3 3L9 18l-4 1z" />,
  send: <path d="M4 12 20 4.5 15 20l-3.5-6.5L4 12zM11.5 13.5 20 4.5" />,
  person: (
    <>
      <circle cx="12" cy="8.5" r="3.8" />
      <path d="M4.5 20c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5" />
    </>
  ),
  robot: (
    <>
      <rect x="5" y="8.5" width="14" height="10" rx="2.5" />
      <path d="M12 8.5V5M9.5 13v.5M14.5 13v.5M9.5 16h5" />
    </>
  ),
  outside: <path d="M13.5 5H19v5.5M19 5l-8 8M16 14v5H5V8h5" />,
  question: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M9.7 9.8a2.4 2.4 0 1 1 3.3 2.3c-.7.3-1 .8-1 1.6M12 16.3v.2" />
    </>
  ),
  back: <path d="M14.5 5.5 8 12l6.5 6.5" />,
  gear: (
    <>
      <circle cx="12" cy="12" r="3" />
      <path d="M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3M6 6l2.1 2.1M15.9 15.9 18 18M6 18l2.1-2.1M15.9 8.1 18 6" />
    </>
  ),
  flag: <path d="M6 20.5V4.5h11l-2.5 4 2.5 4H6" />,
  play: <path d="M8 5.5v13l10-6.5z" />,
  exit: <path d="M14 4.5H6v15h8M11 12h9M17 9l3 3-3 3" />,
  plus: <path d="M12 5v14M5 12h14" />,
  spark: <path d="M12 3.5l1.8 5.2 5.2 1.8-5.2 1.8L12 17.5l-1.8-5.2L5 10.5l5.2-1.8z" />,
  file: <path d="M6 3.5h8l4 4V20.5H6zM14 3.5v4h4" />,
  pin: (
    <>
      <path d="M12 20.5c4-4.5 6-7.5 6-10.5a6 6 0 0 0-12 0c0 3 2 6 6 10.5z" />
      <circle cx="12" cy="10" r="2" />
    </>
  ),
  inbox: <path d="M4 13.5 6.5 5h11l2.5 8.5V19H4zM4 13.5h5l1 2h4l1-2h5" />,
  dots: <path d="M6 12v.1M12 12v.1M18 12v.1" strokeWidth="3" />,
  messenger: (
    <path d="M12 4c-4.7 0-8.3 3.3-8.3 7.6 0 2.3 1 4.3 2.7 5.7v3.2l2.9-1.6c.9.2 1.8.4 2.7.4 4.7 0 8.3-3.3 8.3-7.7S16.7 4 12 4zM7.5 13.5l3-3.2 2.7 2 3.3-2" />
  ),
  whatsapp: (
    <path d="M4 20l1.2-4A8 8 0 1 1 8.3 19zM9 8.5c-.5 2.8 3 6.7 6.3 6.7l1-1.7-2-1.2-1 .9c-1.2-.5-2-1.3-2.5-2.5l.9-1-1.1-2z" />
  ),
  x: <path d="M5 4.5h3.5L19 19.5h-3.5zM18 4.5 5.5 19.5" />,
} satisfies Record<string, ReactNode>;

/** The names of the drawings. */
export type IconName = keyof typeof shapes;

/** A small line drawing in the colour of the text. Decorative unless `label` gives it a name. */
export function Icon({
  name,
  label,
  size = 16,
}: {
  readonly name: IconName;
  readonly label?: string;
  readonly size?: number;
}) {
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className="icon" viewBox="0 0 24 24" width={size} height={size} focusable="false" {...naming}>
      {label === undefined ? null : <title>{label}</title>}
      {shapes[name]}
    </svg>
  );
}

/** The drawing of a channel by its short name; a speech bubble for channels without their own. */
export function channelIcon(channelName: string): IconName {
  return channelName === 'whatsapp' || channelName === 'x' || channelName === 'messenger' ? channelName : 'mail';
}
