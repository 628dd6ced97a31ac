/** What a key can do; the same names are the keys of the help texts. */
export const shortcutActions = [
  'next',
  'previous',
  'open',
  'reply',
  'template',
  'claim',
  'close',
  'logContact',
  'goInbox',
  'help',
] as const;

/** One of {@link shortcutActions}. */
export type ShortcutAction = (typeof shortcutActions)[number];

/** The keys to press one after another, as shown in the help. */
export const shortcutKeys: Record<ShortcutAction, readonly string[]> = {
  next: ['j'],
  previous: ['k'],
  open: ['Enter'],
  reply: ['r'],
  template: ['t'],
  claim: ['c'],
  close: ['e'],
  logContact: ['n'],
  goInbox: ['g', 'i'],
  help: ['?'],
};

/** The parts of a keyboard event that decide. `typing`: focus is in a field; `onControl`: focus is on a button or link. */
export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly typing: boolean;
  readonly onControl: boolean;
};

/** What a key press does, and the key that waits for a second one ('' when none). */
export type ShortcutOutcome = { readonly action: ShortcutAction | null; readonly pending: string };

/** Keys with a modifier, keys typed into a field, and Enter on a button or link belong to the browser. */
function isForOthers(press: KeyPress): boolean {
  if (press.typing || press.ctrlKey || press.metaKey || press.altKey) return true;
  return press.key === 'Enter' && press.onControl;
}

const nothing: ShortcutOutcome = { action: null, pending: '' };

/** Reads a key press after `pending` (the first key of a pair, or ''). Keys with a modifier and keys typed into a field do nothing. */
export function readShortcut(press: KeyPress, pending: string): ShortcutOutcome {
  if (isForOthers(press)) return nothing;
  const pressed = pending === '' ? [press.key] : [pending, press.key];
  const action = shortcutActions.find((each) => shortcutKeys[each].join(' ') === pressed.join(' '));
  if (action) return { action, pending: '' };
  const beginsPair =
    pending === '' &&
    shortcutActions.some((each) => shortcutKeys[each].length > 1 && shortcutKeys[each][0] === press.key);
  return beginsPair ? { action: null, pending: press.key } : nothing;
}

const typingTags = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
const controlRoles = new Set(['button', 'tab', 'menuitem', 'option']);

/** The deciding parts of a real keyboard event. */
export function keyPressOf(event: KeyboardEvent): KeyPress {
  const target = event.target instanceof HTMLElement ? event.target : null;
  const typing = target !== null && (typingTags.has(target.tagName) || target.isContentEditable);
  const role = target?.getAttribute('role') ?? '';
  const onControl =
    target !== null &&
    (target.tagName === 'BUTTON' || target.tagName === 'A' || target.tagName === 'SUMMARY' || controlRoles.has(role));
  const { key, ctrlKey, metaKey, altKey } = event;
  return { key, ctrlKey, metaKey, altKey, typing, onControl };
}
