import { contactJourney, type ContactJourney, type JourneyEvent } from '#shared/journey/contact-journey.ts';
import type { ContactMomentDoc } from './contacts.store.ts';

/** What a message means for the journey: `answers` = a substantive human reply that went out. */
export type JourneyMessage = {
  readonly id: string;
  readonly sentAt: Date;
  readonly fromCustomer: boolean;
  readonly answers: boolean;
};

/** Counts a customer's contact moments over messages and logged contacts. */
export function journeyOf(messages: readonly JourneyMessage[], moments: readonly ContactMomentDoc[]): ContactJourney {
  return contactJourney(journeyEventsOf(messages, moments));
}

/** What of messages and logged contacts counts in a journey, in no order. */
export function journeyEventsOf(
  messages: readonly JourneyMessage[],
  moments: readonly ContactMomentDoc[],
): JourneyEvent[] {
  const ofMessages = messages.flatMap((message): JourneyEvent[] => {
    if (message.fromCustomer) return [{ id: message.id, at: message.sentAt, kind: 'contact', channel: 'message' }];
    return message.answers ? [{ id: message.id, at: message.sentAt, kind: 'answer', channel: 'message' }] : [];
  });
  const ofMoments = moments.flatMap((moment): JourneyEvent[] => {
    const answered = moment.outcome === 'answered';
    const base = { id: moment._id, at: moment.at, channel: 'logged' as const };
    if (moment.fromCustomer) return [{ ...base, kind: answered ? 'both' : 'contact' }];
    // A call we made counts as an answer only when somebody picked up.
    return answered ? [{ ...base, kind: 'answer' }] : [];
  });
  return [...ofMessages, ...ofMoments];
}
