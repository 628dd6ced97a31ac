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

/** One question of a customer with all its contact moments, over all channels. Instants are UTC. */
export type Matter = {
  /** Contact moments so far, and those before the first answer (0 while there is none). */
  moments: number;
  before: number;
  firstContactAt: Date | null;
  answeredAt: Date | null;
  /** The event that answered first. */
  answerId: string | null;
};
type Walk = {
  matter: Matter;
  readonly matters: Matter[];
  lastActivityAt: Date | null;
  lastMessageAt: Date | null;
  numbers: Map<string, number>;
};

function beginMatter(matters: Matter[]): Matter {
  const matter: Matter = { moments: 0, before: 0, firstContactAt: null, answeredAt: null, answerId: null };
  matters.push(matter);
  return matter;
}

/** Counts the contact moments of a customer's latest matter and numbers the moments within each matter. */
export function contactJourney(events: readonly JourneyEvent[]): ContactJourney {
  const walk = walkThrough(events);
  const { matter } = walk;
  return {
    momentsBeforeAnswer: matter.answeredAt ? matter.before : matter.moments,
    firstContactAt: matter.firstContactAt,
    answeredAt: matter.answeredAt,
    firstTimeFix: matter.answeredAt ? matter.before === 1 : null,
    momentNumbers: walk.numbers,
  };
}

/** Every matter of a customer, oldest first. */
export function contactMatters(events: readonly JourneyEvent[]): readonly Readonly<Matter>[] {
  return walkThrough(events).matters.filter((matter) => matter.moments > 0);
}

function walkThrough(events: readonly JourneyEvent[]): Walk {
  const matters: Matter[] = [];
  const matter = beginMatter(matters);
  const walk: Walk = { matter, matters, lastActivityAt: null, lastMessageAt: null, numbers: new Map() };
  for (const event of [...events].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    if (event.kind !== 'answer') takeContact(walk, event);
    if (event.kind !== 'contact') takeAnswer(walk.matter, event);
    walk.lastActivityAt = event.at;
  }
  return walk;
}

function takeContact(walk: Walk, event: JourneyEvent): void {
  const quietMs = walk.lastActivityAt ? event.at.getTime() - walk.lastActivityAt.getTime() : 0;
  if (walk.matter.answeredAt && quietMs > newMatterMs) {
    walk.matter = beginMatter(walk.matters);
    walk.lastMessageAt = null;
  }
  if (beginsMoment(event, walk.lastMessageAt)) {
    walk.matter.moments += 1;
    walk.matter.firstContactAt ??= event.at;
    walk.numbers.set(event.id, walk.matter.moments);
  }
  if (event.channel === 'message') walk.lastMessageAt = event.at;
}

function takeAnswer(matter: Matter, { at, id }: JourneyEvent): void {
  if (matter.moments === 0 || matter.answeredAt) return;
  matter.answeredAt = at;
  matter.answerId = id;
  matter.before = matter.moments;
}

function beginsMoment(event: JourneyEvent, lastMessageAt: Date | null): boolean {
  if (event.channel === 'logged') return true;
  return !lastMessageAt || event.at.getTime() - lastMessageAt.getTime() > sameMomentMs;
}
