import { describe, expect, test } from 'vitest';
import { readShortcut, shortcutActions, shortcutKeys } from '#client/lib/shortcuts.ts';
import type { KeyPress } from '#client/lib/shortcuts.ts';

const plain: KeyPress = { key: '', ctrlKey: false, metaKey: false, altKey: false, typing: false, onControl: false };

describe('readShortcut', () => {
  test.each(shortcutActions.map((action) => [action, shortcutKeys[action]] as const))(
    '%s listens to %j',
    (action, keys) => {
      let pending = '';
      let read = null;
      for (const key of keys) {
        const outcome = readShortcut({ ...plain, key }, pending);
        pending = outcome.pending;
        read = outcome.action;
      }
      expect(read).toBe(action);
      expect(pending).toBe('');
    },
  );

  test('no two actions share their keys', () => {
    const all = shortcutActions.map((action) => shortcutKeys[action].join(' '));
    expect(new Set(all).size).toBe(all.length);
  });

  test.each(['r', 'c', 'e', 'j', '?', 'Enter'])('%s does nothing while typing in a field', (key) => {
    expect(readShortcut({ ...plain, key, typing: true }, '')).toEqual({ action: null, pending: '' });
  });

  test.each(['ctrlKey', 'metaKey', 'altKey'] as const)('a key with %s belongs to the browser', (modifier) => {
    expect(readShortcut({ ...plain, key: 'c', [modifier]: true }, '').action).toBeNull();
  });

  test('Enter on a button or link is left to it', () => {
    expect(readShortcut({ ...plain, key: 'Enter', onControl: true }, '').action).toBeNull();
    expect(readShortcut({ ...plain, key: 'Enter' }, '').action).toBe('open');
  });

  test('the second key of a pair alone, or after another key, does nothing', () => {
    expect(readShortcut({ ...plain, key: 'i' }, '').action).toBeNull();
    expect(readShortcut({ ...plain, key: 'j' }, 'g')).toEqual({ action: null, pending: '' });
  });
});
