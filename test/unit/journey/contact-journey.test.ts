import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactJourney, type JourneyEvent } from '#shared/journey/contact-journey.ts';

const hour = 3_600_000;
const day = 24 * hour;
const at = (hours: number): Date => new Date(Date.UTC(2026, 2, 2) + hours * hour);
let serial = 0;

function event(hours: number, kind: JourneyEvent['kind'], channel: JourneyEvent['channel'] = 'message'): JourneyEvent {
  serial += 1;
  return { id: `e${String(serial)}`, at: at(hours), kind, channel };
}

describe('a contact journey', () => {
  it('is empty without contact, also when we wrote first', () => {
    const none = { momentsBeforeAnswer: 0, firstContactAt: null, answeredAt: null, firstTimeFix: null };
    expect(contactJourney([])).toMatchObject(none);
    expect(contactJourney([event(0, 'answer')])).toMatchObject(none);
  });

  it('is a first-time fix when the first moment was answered', () => {
    const journey = contactJourney([event(0, 'contact'), event(1, 'contact'), event(2, 'answer')]);
    expect(journey).toMatchObject({
      momentsBeforeAnswer: 1,
      firstContactAt: at(0),
      answeredAt: at(2),
      firstTimeFix: true,
    });
  });

  it('counts messages in a burst once, and each call or mail of its own', () => {
    const events = [
      event(0, 'contact', 'logged'),
      event(1, 'contact', 'logged'),
      event(2, 'contact'),
      event(5, 'contact'),
      event(9.5, 'contact'),
      event(30, 'contact'),
    ];
    expect(contactJourney(events)).toMatchObject({ momentsBeforeAnswer: 5, answeredAt: null, firstTimeFix: null });
  });

  it('takes an answered call as contact and answer at once', () => {
    const journey = contactJourney([event(0, 'both', 'logged'), event(24, 'contact')]);
    expect(journey).toMatchObject({ momentsBeforeAnswer: 1, answeredAt: at(0), firstTimeFix: true });
  });

  it('begins a new matter after two quiet weeks, but only once the old one was answered', () => {
    const weeks = (15 * day) / hour;
    const answered = [event(0, 'contact'), event(1, 'answer'), event(1 + weeks, 'contact')];
    expect(contactJourney(answered)).toMatchObject({
      momentsBeforeAnswer: 1,
      firstContactAt: at(1 + weeks),
      answeredAt: null,
    });
    const unanswered = [event(0, 'contact'), event(weeks, 'contact'), event(weeks + 1, 'answer')];
    expect(contactJourney(unanswered)).toMatchObject({
      momentsBeforeAnswer: 2,
      firstContactAt: at(0),
      firstTimeFix: false,
    });
  });

  it('does not depend on the order in which its events are known', () => {
    const kinds = fc.constantFrom<JourneyEvent['kind']>('contact', 'answer', 'both');
    const channels = fc.constantFrom<JourneyEvent['channel']>('message', 'logged');
    const events = fc
      .uniqueArray(fc.record({ hours: fc.integer({ min: 0, max: 2_000 }), kind: kinds, channel: channels }), {
        selector: ({ hours }) => hours,
        maxLength: 15,
      })
      .map((drafts) => drafts.map(({ hours, kind, channel }) => event(hours, kind, channel)));
    fc.assert(
      fc.property(events, fc.func(fc.integer()), (list, rank) => {
        const mixed = [...list].sort((a, b) => rank(a.id) - rank(b.id));
        const journey = contactJourney(list);
        expect(contactJourney(mixed)).toEqual(journey);
        expect(journey.momentsBeforeAnswer).toBeLessThanOrEqual(list.filter(({ kind }) => kind !== 'answer').length);
        if (journey.firstContactAt && journey.answeredAt) {
          expect(journey.answeredAt.getTime()).toBeGreaterThanOrEqual(journey.firstContactAt.getTime());
        }
      }),
    );
  });
});
