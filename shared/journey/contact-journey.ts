/** One thing in a customer's history that matters for counting contact moments. Instants are UTC. */
export type JourneyEvent = {
  readonly id: string;
  readonly at: Date;
  /** `contact`: the customer tried to reach us; `answer`: a substantive human answer; `both`: a call that was answered. */
  readonly kind: 'contact' | 'answer' | 'both';
  /** Messages shortly after one another are one moment; a logged call or mail always is one of its own. */
  readonly channel: 'message' | 'logged';
};

/** How many contact moments a matter took. */
export type ContactJourney = {
  /** Contact moments before the first answer, or all of them while there is none. */
  readonly momentsBeforeAnswer: number;
  readonly firstContactAt: Date | null;
  readonly answeredAt: Date | null;
  /** Null while nobody answered. */
  readonly firstTimeFix: boolean | null;
  /** Number of the moment that an event begins, by event id, over the whole history. */
  readonly momentNumbers: ReadonlyMap<string, number>;
};

/** Messages within this time of the customer's previous one belong to the same moment: people write in bursts. */
export const sameMomentMs = 4 * 3_600_000;
/** A contact this long after an answer is a new matter; sooner it still is about the old one. */
export const newMatterMs = 14 * 24 * 3_600_000;

type Matter = { moments: number; firstContactAt: Date | null; answeredAt: Date | null; before: number };

/** Counts the contact moments of a customer's latest matter and numbers the moments within each matter. */
export function contactJourney(events: readonly JourneyEvent[]): ContactJourney {
  const ordered = [...events].sort((a, b) => a.at.getTime() - b.at.getTime());
  const momentNumbers = new Map<string, number>();
  let matter: Matter = { moments: 0, firstContactAt: null, answeredAt: null, before: 0 };
  let lastActivityAt: Date | null = null;
  let lastMessageAt: Date | null = null;
  for (const event of ordered) {
    if (event.kind !== 'answer') {
      if (matter.answeredAt && lastActivityAt && event.at.getTime() - lastActivityAt.getTime() > newMatterMs) {
        matter = { moments: 0, firstContactAt: null, answeredAt: null, before: 0 };
        lastMessageAt = null;
      }
      if (beginsMoment(event, lastMessageAt)) {
        matter.moments += 1;
        matter.firstContactAt ??= event.at;
        momentNumbers.set(event.id, matter.moments);
      }
      if (event.channel === 'message') lastMessageAt = event.at;
    }
    if (event.kind !== 'contact' && matter.moments > 0 && !matter.answeredAt) {
      matter.answeredAt = event.at;
      matter.before = matter.moments;
    }
    lastActivityAt = event.at;
  }
  return {
    momentsBeforeAnswer: matter.answeredAt ? matter.before : matter.moments,
    firstContactAt: matter.firstContactAt,
    answeredAt: matter.answeredAt,
    firstTimeFix: matter.answeredAt ? matter.before === 1 : null,
    momentNumbers,
  };
}

function beginsMoment(event: JourneyEvent, lastMessageAt: Date | null): boolean {
  if (event.channel === 'logged') return true;
  return !lastMessageAt || event.at.getTime() - lastMessageAt.getTime() > sameMomentMs;
}
