import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft, draftCodes } from '#shared/replies/draft-check.ts';
import { draftCases } from './draft-cases.data.ts';
import { contextFor } from './draft-context.ts';

describe('checkDraft', () => {
  it.each(draftCases)('on "$draft" finds $expected', ({ customer, draft, expected, context }) => {
    const found = checkDraft(draft, contextFor(customer, context)).map(({ code }) => code);

    expect([...found].sort()).toEqual([...expected].sort());
  });

  it('tries every code but the greeting in the table above', () => {
    const tried = new Set(draftCases.flatMap(({ expected }) => expected));

    expect(draftCodes.filter((code) => !tried.has(code))).toEqual(['no_next_step', 'no_greeting', 'no_empathy']);
    expect(draftCases.length).toBeGreaterThanOrEqual(40);
  });

  it('misses the name of the customer only as a hint', () => {
    const context = contextFor('Zijn jullie maandag open?', { customerName: 'Noor de Wit' });

    expect(checkDraft('Ja, tot 17.00 uur.', context)).toMatchObject([{ code: 'no_greeting', level: 'hint' }]);
    expect(checkDraft('Hoi Noor, ja, tot 17.00 uur.', context)).toEqual([]);
  });

  it('does not take our own fault for a reproach', () => {
    const context = contextFor('Ik wacht al twee weken op antwoord.');
    const draft =
      'Sorry, we hadden je eerder moeten bellen en dat had je van ons moeten horen. Ik bel je vandaag om 15.00 uur.';

    expect(checkDraft(draft, context)).toEqual([]);
  });

  it.each([
    ['a full quarter while we are open', '2016-08-12T11:37:00Z', 'vandaag om 13.45 uur'],
    ['closing time of the next working day after it', '2016-08-12T22:10:00Z', 'maandag om 17.00 uur'],
    ['closing time of the day that it begins', '2016-08-15T03:10:00Z', 'maandag om 17.00 uur'],
  ])('names a moment that the adviser and the calendar allow: %s', (_, honestAt, moment) => {
    const context = contextFor('Wanneer hoor ik iets?', { advice: { honestAt: new Date(honestAt), keptShare: 0.92 } });
    const [finding] = checkDraft('Je hoort binnen een half uur van ons.', context);

    expect(finding).toMatchObject({ code: 'promise_too_early', level: 'warn' });
    expect(finding?.suggestion?.nl).toContain(moment);
    expect(checkDraft(`Je hoort uiterlijk ${moment} van ons.`, context)).toEqual([]);
  });

  it('says nothing about an empty draft', () => {
    expect(checkDraft('  ', contextFor('Ik ben woedend!', { late: true }))).toEqual([]);
  });

  it('never throws and points inside the draft', () => {
    const customers = [...new Set(draftCases.map(({ customer }) => customer))];
    const pieces = fc.oneof(
      fc.constantFrom(...draftCases.map(({ draft }) => draft)),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    const drafts = fc.array(pieces, { maxLength: 4 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(drafts, fc.constantFrom(...customers), fc.boolean(), (draft, customer, late) => {
        const findings = checkDraft(draft, contextFor(customer, { late }));
        const codes = findings.map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
        for (const { start, end } of findings) {
          if (start === null || end === null) continue;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(draft.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
