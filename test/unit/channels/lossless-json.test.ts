import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLosslessJson } from '#server/channels/body/lossless-json.ts';

describe('parseLosslessJson', () => {
  it.each([
    ['{"a":12345678901234567890}', { a: '12345678901234567890' }],
    ['[-9007199254740993, 1]', ['-9007199254740993', 1]],
    ['{"a":123456789012345}', { a: 123456789012345 }],
    ['{"a":"say \\"12345678901234567890\\" \\\\"}', { a: 'say "12345678901234567890" \\' }],
    ['{"12345678901234567890":1.5e3}', { '12345678901234567890': 1500 }],
    ['12345678901234567890.25', Number('12345678901234567890.25')],
    ['{"\\u0061":1}', { a: 1 }],
  ])('reads %s', (text, value) => {
    expect(parseLosslessJson(text)).toEqual({ ok: true, value });
  });

  it.each([
    '',
    '{',
    '"open',
    '01234567890123456789',
    '{"a":1}x',
    '12345678901234567890abc',
    `${'['.repeat(65)}${']'.repeat(65)}`,
  ])('refuses %s', (text) => {
    expect(parseLosslessJson(text).ok).toBe(false);
  });

  it('reads whatever JSON.parse reads, save that long integers stay digits', () => {
    const id = fc.bigInt({ min: 10n ** 15n, max: 10n ** 25n });
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), id, fc.string(), (value, long, words) => {
        const text = `{"id":${long.toString()},"words":${JSON.stringify(words)},"value":${JSON.stringify(value)}}`;
        const parsed = parseLosslessJson(text).value as { id: unknown; words: unknown };
        expect(parsed.id).toBe(long.toString());
        expect(parsed.words).toBe(words);
      }),
    );
  });
});
