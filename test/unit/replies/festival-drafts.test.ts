import { describe, expect, it } from 'vitest';
import { analyse } from '#shared/emotion/cues.ts';
import { checkDraft } from '#shared/replies/draft-check.ts';
import type { DraftContext } from '#shared/replies/draft-check.ts';
import { contextFor } from './draft-context.ts';
import { festivalDutch, festivalEnglish } from './festival-drafts.ts';
import type { FestivalTexts } from './festival-drafts.ts';

const dayMs = 86_400_000;

function festivalContext({ request, disappointed, autoReply }: FestivalTexts): DraftContext {
  return contextFor(disappointed, {
    customerName: 'Marloes',
    wish: analyse(request).wish,
    waitedMs: 22 * dayMs,
    late: true,
    promiseState: 'missed',
    contactMoments: 6,
    maxLength: 2000,
    recentReplies: [autoReply],
  });
}

describe.each([
  ['Dutch', festivalDutch],
  ['English', festivalEnglish],
])('the festival case in %s', (_, texts) => {
  const context = festivalContext(texts);
  const codesOf = (draft: string): string[] => checkDraft(draft, context).map(({ code }) => code);

  it('stops the refusal in two lines', () => {
    expect(codesOf(texts.refusal)).toEqual(
      expect.arrayContaining(['late_no_apology', 'wish_ignored', 'superficial', 'org_centred']),
    );
  });

  it('stops the last word with its reproach and half-hearted excuse', () => {
    expect(codesOf(texts.lastWord)).toEqual(
      expect.arrayContaining(['late_no_apology', 'wish_ignored', 'defensive', 'conditional_apology', 'org_centred']),
    );
  });

  it('marks the reproach and the half excuse on their words', () => {
    const marked = checkDraft(texts.lastWord, context).map(({ code, start, end }) => [
      code,
      texts.lastWord.slice(start ?? 0, end ?? 0),
    ]);
    const words = Object.fromEntries(marked) as Record<string, string>;

    expect(words['defensive']).toMatch(/^(Je moet begrijpen|You must understand)$/);
    expect(words['conditional_apology']).toMatch(/^(excuses|apologies) .* (niet delen|not share)$/);
  });

  it('stops the second identical auto-reply as a vague promise', () => {
    expect(codesOf(texts.autoReply)).toEqual(expect.arrayContaining(['vague_promise', 'boilerplate']));
  });

  it('lets the good reply pass without any finding', () => {
    expect(checkDraft(texts.goodReply, context)).toEqual([]);
  });
});
