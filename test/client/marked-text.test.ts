import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markText } from '#client/lib/marked-text.ts';

describe('markText', () => {
  test('cuts where marks overlap and names every mark that covers a piece', () => {
    const segments = markText('gebeld en gemaild', [
      { start: 0, end: 9, value: 'a' },
      { start: 7, end: 17, value: 'b' },
    ]);
    expect(segments.map(({ text, values }) => [text, values])).toEqual([
      ['gebeld ', ['a']],
      ['en', ['a', 'b']],
      [' gemaild', ['b']],
    ]);
  });

  test('leaves out marks that lie outside the text or have no length', () => {
    const segments = markText('kort', [
      { start: 9, end: 12, value: 'outside' },
      { start: 2, end: 2, value: 'empty' },
      { start: -3, end: 2, value: 'clamped' },
    ]);
    expect(segments.map(({ text, values }) => [text, values])).toEqual([
      ['ko', ['clamped']],
      ['rt', []],
    ]);
  });

  test('gives nothing for an empty text', () => {
    expect(markText('', [{ start: 0, end: 1, value: 'a' }])).toEqual([]);
  });

  test('whatever the marks, the pieces join to the text and each mark covers exactly its own stretch', () => {
    const mark = fc.tuple(fc.integer({ min: -2, max: 40 }), fc.integer({ min: -2, max: 40 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 36 }), fc.array(mark, { maxLength: 8 }), (text, pairs) => {
        const marks = pairs.map(([start, end], value) => ({ start, end, value }));
        const segments = markText(text, marks);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        for (const { start, end, value } of marks) {
          const covered = segments.filter((segment) => segment.values.includes(value));
          const from = Math.min(Math.max(0, start), text.length);
          const expected = text.slice(from, Math.max(from, Math.min(end, text.length)));
          expect(covered.map((segment) => segment.text).join('')).toBe(expected);
        }
      }),
    );
  });
});
