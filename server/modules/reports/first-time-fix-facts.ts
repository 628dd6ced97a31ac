import { journeyEventsOf, type ContactMomentDoc } from '#server/modules/contacts/index.ts';
import { journeyMessageOf, type WordlessMessage } from '#server/modules/conversations/index.ts';
import { contactMatters } from '#shared/journey/contact-journey.ts';
import { placeAt, writerGroups } from './report-place.ts';
import type { ReportFact } from './report-days.ts';

/**
 * Contact moments before the first answer, over all channels and logged contacts. A matter counts on the day of its answer, where it was
 * answered; one answered by telephone counts nowhere: reports are of the three channels.
 */
export function firstTimeFixFacts(
  messages: readonly WordlessMessage[],
  moments: readonly ContactMomentDoc[],
  timeZone: string,
): ReportFact[] {
  const byId = new Map(messages.map((message) => [message._id, message]));
  return contactMatters(journeyEventsOf(messages.map(journeyMessageOf), moments)).flatMap((matter): ReportFact[] => {
    const answer = byId.get(matter.answerId ?? '');
    if (!answer || !matter.answeredAt) return [];
    return [
      {
        place: placeAt(matter.answeredAt, answer, timeZone),
        groups: writerGroups(answer, answer.authorKind),
        n: matter.before === 1 ? ['matters', 'fixedFirstTime'] : ['matters'],
        v: { moments: matter.before },
      },
    ];
  });
}
