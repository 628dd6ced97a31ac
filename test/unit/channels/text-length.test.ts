import { describe, expect, it } from 'vitest';
import { countUtf16, countXWeighted, xPostLimit } from '#shared/text-length.ts';

describe('countXWeighted', () => {
  it.each([
    ['', 0],
    ['Wij bellen u morgen.', 20],
    ['caf\u0065\u0301', 4],
    ['één', 3],
    ['日本', 4],
    ['“citaat”', 8],
    ['…', 2],
    ['😀', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['👍🏽', 2],
    ['🇳🇱', 2],
    ['1️⃣', 2],
    ['❤️', 2],
    ['1 # *', 5],
    ['a😀b', 4],
    ['https://voorbeeld.nl/een/heel/lange/weg/naar/het/antwoord?met=een&vraag=erbij', 23],
    ['kort http://a.nl', 5 + 23],
    ['zie voorbeeld.nl/regels.', 4 + 23 + 1],
    ['(https://a.nl/b)', 1 + 23 + 1],
    ['mail naar hulp@voorbeeld.nl', 27],
    ['3.5 uur', 7],
    ['om 17.00 uur', 12],
  ])('%s counts %i', (text, length) => {
    expect(countXWeighted(text)).toBe(length);
  });

  it('lets through 280 letters and not one more', () => {
    expect(countXWeighted('a'.repeat(280))).toBe(xPostLimit);
    expect(countXWeighted('漢'.repeat(140))).toBe(xPostLimit);
    expect(countXWeighted('漢'.repeat(141))).toBeGreaterThan(xPostLimit);
  });

  it('counts a lone half of a character without failing', () => {
    expect(countXWeighted('\ud83d')).toBe(2);
  });

  it('stays quick on long and odd text', () => {
    expect(countXWeighted('a.'.repeat(20_000))).toBe(40_000);
    expect(countXWeighted('😀'.repeat(5000))).toBe(10_000);
  });
});

describe('countUtf16', () => {
  it('counts what the platforms of Meta are held to', () => {
    expect(countUtf16('a😀')).toBe(3);
  });
});
