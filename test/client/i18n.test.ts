import { describe, expect, test } from 'vitest';
import { en } from '#client/lib/i18n/en.ts';
import { nl } from '#client/lib/i18n/nl.ts';
import { cueCodes } from '#shared/emotion/cue-model.ts';
import { cueStyleOf } from '#client/ui/cue-style.ts';

type Leaf = string | ((...args: never[]) => string);

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Every text by its path: "inbox.empty.open". */
function leavesOf(dictionary: unknown, path = ''): [string, Leaf][] {
  if (!isBranch(dictionary)) return [[path, dictionary as Leaf]];
  return Object.entries(dictionary).flatMap(([key, value]) => leavesOf(value, path === '' ? key : `${path}.${key}`));
}

/** Texts that are meant to be empty, and words that are the same in both languages. */
const mayBeEmpty = /^inbox\.lastBy\.(customer|system)$/u;
const mayBeEqual =
  /^(hours\.dayKinds\.open|common\.appName|inbox\.(title|open|lastBy\..*)|conversation\.(authors\.bot|attachmentKinds\..*)|composer\.sendHint|contact\.kinds\.email|composer\.levels\.hint|promise\.states\.open|board\.open|warnings\.subjects\.norm|report\.(p\d\d|steps\.week|writingKinds\.bot|promisers\.bot|groupings\.team|teamLabel))$/u;

describe('dictionaries', () => {
  const dutch = new Map(leavesOf(nl));
  const english = new Map(leavesOf(en));

  test('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
  });

  test('give every text the same form in both languages', () => {
    const forms = (leaves: Map<string, Leaf>) => [...leaves].map(([key, leaf]) => `${key} ${typeof leaf}`).sort();
    expect(forms(english)).toEqual(forms(dutch));
  });

  test('leave nothing empty or untranslated', () => {
    const empty = [...dutch, ...english].filter(([key, leaf]) => leaf === '' && !mayBeEmpty.test(key));
    const untranslated = [...dutch].filter(([key, leaf]) => leaf === english.get(key) && !mayBeEqual.test(key));
    expect(empty.map(([key]) => key)).toEqual([]);
    expect(untranslated.map(([key]) => key)).toEqual([]);
  });

  test('functions put their argument into the text in both languages', () => {
    for (const [key, leaf] of [...dutch, ...english]) {
      if (typeof leaf !== 'function' || leaf.length === 0) continue;
      const text = (leaf as (...args: unknown[]) => string)(...Array.from({ length: leaf.length }, () => 37));
      // Counting words need not repeat the number: it stands before them in large type.
      if (key !== 'contact.moments' && key !== 'composer.nextSlot') expect(text, key).toContain('37');
    }
  });

  test('every cue has an underline style that is not only a colour', () => {
    const styles = new Set(cueCodes.map(cueStyleOf));
    expect(styles).toEqual(new Set(['feeling', 'time', 'failure', 'threat', 'irony', 'positive']));
  });
});
