import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '#shared/emotion/cues.ts';
import { checkDraft } from '#shared/replies/draft-check.ts';
import { suggestReplies } from '#shared/replies/suggested-replies.ts';
import type { ReplySuggestion, ReplySuggestionContext } from '#shared/replies/suggested-replies.ts';
import { waitInWords } from '#shared/replies/wait-in-words.ts';
import { developmentMessages } from '#test/unit/emotion/development-messages.data.ts';
import { readMessages } from '#test/unit/emotion/messages.ts';
import { contextFor } from './draft-context.ts';
import { festivalDutch } from './festival-drafts.ts';

const dayMs = 86_400_000;

const fillings: Record<string, string> = {
  antwoord: 'ik heb het voor je geregeld en je ziet het morgen',
  answer: 'I have arranged it for you and you will see it tomorrow',
  oorzaak: 'je mail kwam door een storing niet aan',
  cause: 'your mail did not reach us because of a fault',
  reden: 'het programma vaststaat',
  reason: 'the programme is fixed',
  'wat wel kan': 'een plek vooraan',
  'what is possible': 'a place in front',
  'dag en tijd': 'morgen om 17.00 uur',
  'day and time': 'tomorrow at 5 pm',
  onderwerp: 'je bestelling',
  subject: 'your order',
  'collega of team': 'het team in Zwolle',
  'colleague or team': 'the team in Leeds',
};

const filled = ({ text, openSlots }: ReplySuggestion): string =>
  openSlots.reduce((result, slot) => result.replace(`[${slot}]`, fillings[slot] ?? ''), text);

function suggestionContext(customer: string, over: Partial<ReplySuggestionContext> = {}): ReplySuggestionContext {
  return { ...contextFor(customer, over), agentName: 'Daan', deadlineText: null, ...over };
}

describe('suggestReplies', () => {
  const customers = [
    ...readMessages(developmentMessages).map(({ text }) => text),
    festivalDutch.disappointed,
    festivalDutch.request,
  ];

  it('always gives three different replies that raise no error once filled', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...customers),
        fc.record({
          promiseState: fc.constantFrom('none', 'open', 'missed'),
          late: fc.boolean(),
          waitedMs: fc.integer({ min: 0, max: 40 * dayMs }),
          customerName: fc.constantFrom(null, 'Marloes', 'Jan Smit'),
          contactMoments: fc.integer({ min: 0, max: 6 }),
        }),
        (customer, over) => {
          const context = suggestionContext(customer, over);
          const replies = suggestReplies(context);
          expect(new Set(replies.map(({ text }) => text)).size).toBe(3);
          for (const reply of replies) {
            expect(Object.keys(fillings)).toEqual(expect.arrayContaining(reply.openSlots));
            expect(reply.text).not.toMatch(/[{}]/);
            const errors = checkDraft(filled(reply), context).filter(({ level }) => level === 'error');
            expect(
              errors.map(({ code }) => code),
              filled(reply),
            ).toEqual([]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('apologises first, with the wait and the reason, when a promise was missed', () => {
    const over = {
      wish: analyse(festivalDutch.request).wish,
      promiseState: 'missed',
      waitedMs: 22 * dayMs,
      customerName: 'Marloes',
      delayReason: 'ziekte in het team.',
    } as const;
    const [answer] = suggestReplies(suggestionContext(festivalDutch.disappointed, over));

    expect(answer?.text).toMatch(
      /^Hoi Marloes,\nSorry: we beloofden je een antwoord .* 3 weken en moest het vaker vragen\. De oorzaak: ziekte in het team\./,
    );
    expect(answer?.text).toContain('verrassen met iets bijzonders');
    expect(answer?.openSlots).toEqual(['antwoord']);
  });

  it('gives other replies per promise state', () => {
    const texts = (['none', 'open', 'missed'] as const).map(
      (promiseState) => suggestReplies(suggestionContext('Waar blijft mijn bestelling?', { promiseState }))[0],
    );

    expect(new Set(texts.map((reply) => reply?.templateId)).size).toBe(3);
  });

  it('begins with sympathy and offers a person when there is grief', () => {
    const replies = suggestReplies(suggestionContext('Mijn vader is overleden en ik wil zijn abonnement stopzetten.'));

    expect(replies.map(({ templateId }) => templateId)).toEqual([
      'none.grief.answer',
      'none.grief.deadline',
      'none.grief.call',
    ]);
    expect(replies[0]?.text).toMatch(/^Hoi,\nWat een verdrietige situatie/);
  });

  it('thanks back without an apology', () => {
    const replies = suggestReplies(suggestionContext('Heel erg bedankt, wat een geweldige service!'));

    expect(replies.map(({ templateId }) => templateId)).toEqual([
      'none.thanks.thanks',
      'none.thanks.pass_on',
      'none.thanks.invite',
    ]);
  });

  it('follows the form of address of the customer', () => {
    const [formal] = suggestReplies(
      suggestionContext('Kunt u mij de factuur sturen? Uw site werkt niet.', { customerName: 'mevrouw Smit' }),
    );
    const [informal] = suggestReplies(suggestionContext('Kun je me de factuur sturen?', { customerName: 'Jan Smit' }));

    expect(formal?.text).toMatch(/^Goedendag mevrouw Smit,/);
    expect(formal?.text).not.toMatch(/\bje\b/);
    expect(informal?.text).toMatch(/^Hoi Jan,/);
  });

  it('fills the deadline it is given', () => {
    const replies = suggestReplies(
      suggestionContext('Waar blijft mijn pakket?', { deadlineText: 'uiterlijk morgen om 12.00 uur' }),
    );

    expect(replies.map(({ text }) => text).join('\n')).toContain(
      'Je krijgt uiterlijk morgen om 12.00 uur antwoord van mij.',
    );
  });

  it('shortens for a short channel', () => {
    const replies = suggestReplies(suggestionContext('Mijn app werkt niet, belachelijk!', { maxLength: 200 }));

    for (const { text } of replies) expect(text.length).toBeLessThanOrEqual(200);
  });
});

describe('waitInWords', () => {
  it.each([
    [10 * 60_000, null],
    [45 * 60_000, '45 minuten'],
    [90 * 60_000, '1 uur'],
    [47 * 3_600_000, '47 uur'],
    [3 * dayMs, '3 dagen'],
    [22 * dayMs, '3 weken'],
    [Number.NaN, null],
  ])('says %d ms as %s', (waitedMs, expected) => {
    expect(waitInWords(waitedMs, 'nl')).toBe(expected);
  });
});
