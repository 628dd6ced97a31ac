import type { ResponseClockDoc } from '#server/modules/clocks/index.ts';
import type { ContactMomentDoc } from '#server/modules/contacts/index.ts';
import { wentOut, type WordlessMessage } from '#server/modules/conversations/index.ts';
import type { ReplyPromiseDoc } from '#server/modules/promises/index.ts';
import { groupBy } from '#shared/group-by.ts';
import { newMatterMs } from '#shared/journey/contact-journey.ts';
import { openMsBetween, type OpeningHours } from '#shared/time/opening-hours.ts';
import { firstTimeFixFacts } from './first-time-fix-facts.ts';
import { promiseFact } from './promise-facts.ts';
import { hourGroup, placeAt, secondsOf, writerGroups } from './report-place.ts';
import type { PartKey, ReportFact } from './report-days.ts';
import type { CounterName } from './tally.ts';

/** Everything stored about one contact that reports count. */
export type ContactHistory = {
  readonly messages: readonly WordlessMessage[];
  readonly clocks: readonly ResponseClockDoc[];
  readonly promises: readonly ReplyPromiseDoc[];
  readonly moments: readonly ContactMomentDoc[];
};

/** What a brand's counting follows. */
export type ReportRules = {
  /** The zone in which days and hours are counted. */
  readonly timeZone: string;
  /** The opening hours of an account as they were known at an instant. */
  hoursOf(accountId: string, at: Date): OpeningHours;
  /** The team that worked an account at the end of a local day; null when none did. */
  teamOn(accountId: string, day: string): string | null;
};

const machines: readonly string[] = ['autoReply', 'bot'];

/**
 * What one contact adds to the reports, worked out from what is stored and from nothing else: no present, no order of arrival. What is
 * not decided yet (running turns, open promises) adds nothing; reports read those live.
 */
export function factsOfContact(history: ContactHistory, rules: ReportRules): ReportFact[] {
  const { timeZone } = rules;
  // By id first: what happened at the same instant must not depend on the order in which it was read.
  const messages = history.messages
    .filter((message) => message.history !== true)
    .sort((a, b) => (a._id < b._id ? -1 : 1));
  const byId = new Map(messages.map((message) => [message._id, message]));
  const byConversation = groupBy(messages, (message) => message.conversationId);
  const facts: ReportFact[] = [];
  for (const [conversationId, clocks] of groupBy(history.clocks, (clock) => clock.conversationId)) {
    const ordered = [...clocks].sort(
      (a, b) => a.startedAt.getTime() - b.startedAt.getTime() || (a._id < b._id ? -1 : 1),
    );
    const machineTimes = (byConversation.get(conversationId) ?? [])
      .filter((message) => machines.includes(message.authorKind) && wentOut(message.delivery))
      .map((message) => message.sentAt.getTime());
    facts.push(...turnFacts(ordered, { byId, machineTimes, rules }));
  }
  for (const promise of history.promises) {
    const fact = promiseFact(promise, byId.get(promise.messageId), { messages, moments: history.moments }, timeZone);
    if (fact) facts.push(fact);
  }
  facts.push(...messages.flatMap((message) => volumeFact(message, timeZone)));
  facts.push(...firstTimeFixFacts(messages, history.moments, timeZone));
  return facts;
}

type TurnBasis = {
  readonly byId: ReadonlyMap<string, WordlessMessage>;
  readonly machineTimes: readonly number[];
  readonly rules: ReportRules;
};

/** The turns of one conversation, in order: each with its reply time, and each matter with its resolution. */
function turnFacts(clocks: readonly ResponseClockDoc[], basis: TurnBasis): ReportFact[] {
  const facts: ReportFact[] = [];
  let matter: ResponseClockDoc[] = [];
  const endMatter = (): void => {
    const fact = resolutionFact(matter, basis);
    if (fact) facts.push(fact);
    matter = [];
  };
  for (const clock of clocks) {
    const last = matter.at(-1);
    const quietSince = last?.stoppedAt ?? null;
    if (quietSince && clock.startedAt.getTime() - quietSince.getTime() > newMatterMs) endMatter();
    if (clock.state !== 'running') facts.push(turnFact(clock, basis, matter.length === 0));
    if (clock.state !== 'notNeeded') matter.push(clock);
  }
  endMatter();
  return facts;
}

function turnFact(clock: ResponseClockDoc, basis: TurnBasis, first: boolean): ReportFact {
  const { timeZone } = basis.rules;
  const place = placeAt(clock.startedAt, clock, timeZone);
  const hour = hourGroup(clock.startedAt, timeZone);
  if (clock.state !== 'answered' || !clock.stoppedAt) {
    return { place, groups: [hour], n: [clock.state === 'excused' ? 'excused' : 'notNeeded'], v: {} };
  }
  const [start, stop] = [basis.byId.get(clock._id), basis.byId.get(clock.stopMessageId ?? '')];
  const [reply, replyOpen] = [secondsOf(clock.calendarMs ?? 0), secondsOf(clock.openHoursMs ?? 0)];
  return {
    place,
    groups: [hour, ...writerGroups(stop, clock.stoppedBy ?? 'outsideUnknown')],
    n: answerCounts(clock, { stoppedAt: clock.stoppedAt, start, stop, machineTimes: basis.machineTimes }),
    v: {
      ...{ reply, replyOpen },
      ...(first ? { first: reply, firstOpen: replyOpen } : {}),
      ...claimLateness(clock),
      ...delaysOf(start, stop),
    },
  };
}

type Answer = {
  readonly stoppedAt: Date;
  readonly start: WordlessMessage | undefined;
  readonly stop: WordlessMessage | undefined;
  readonly machineTimes: readonly number[];
};

function answerCounts(clock: ResponseClockDoc, { stoppedAt, start, stop, machineTimes }: Answer): CounterName[] {
  const [from, until] = [clock.startedAt.getTime(), stoppedAt.getTime()];
  const n: CounterName[] = ['answered'];
  if ((clock.calendarMs ?? 0) <= clock.usualMs) n.push('inUsual');
  if (until <= clock.dueAt.getTime()) n.push('inNorm');
  if (clock.claim) n.push(until <= clock.claim.dueAt.getTime() ? 'claimKept' : 'claimKeptLate');
  if (machineTimes.some((at) => at >= from && at < until)) n.push('machineMeanwhile');
  if (start?.platformTime === false || stop?.platformTime === false) n.push('ownClock');
  return n;
}

/** How late an answer was by what the page claims. */
function claimLateness({ claim, stoppedAt }: ResponseClockDoc): ReportFact['v'] {
  const late = claim && stoppedAt ? stoppedAt.getTime() - claim.dueAt.getTime() : 0;
  return late > 0 ? { claimLate: secondsOf(late) } : {};
}

/** How long the platform took to tell us, how long people took, and how long sending took. */
function delaysOf(start: WordlessMessage | undefined, stop: WordlessMessage | undefined): ReportFact['v'] {
  if (!start || !stop) return {};
  const platformDelay = Math.max(0, start.receivedAt.getTime() - start.sentAt.getTime());
  // Our own reply was received when it was written; one written elsewhere tells only when it was sent.
  const own = stop.authorUserId !== null;
  const writtenAt = own ? stop.receivedAt : stop.sentAt;
  const peopleDelay = secondsOf(writtenAt.getTime() - start.receivedAt.getTime());
  const sendDelay = Math.max(0, stop.sentAt.getTime() - stop.receivedAt.getTime());
  return { platformDelay, peopleDelay, ...(own ? { sendDelay } : {}) };
}

/** From the first question of a matter to the answer that ended its last turn; null while somebody still waits or nobody answered. */
function resolutionFact(matter: readonly ResponseClockDoc[], { byId, rules }: TurnBasis): ReportFact | null {
  const [first] = matter;
  const answered = matter.filter((clock) => clock.state === 'answered');
  const last = answered.at(-1);
  if (!first || !last?.stoppedAt || matter.some((clock) => clock.state === 'running')) return null;
  const stop = byId.get(last.stopMessageId ?? '');
  const hours = rules.hoursOf(first.accountId, last.stoppedAt);
  return {
    place: placeAt(first.startedAt, first, rules.timeZone),
    groups: writerGroups(stop, last.stoppedBy ?? 'outsideUnknown'),
    n: ['resolved'],
    v: {
      resolution: secondsOf(last.stoppedAt.getTime() - first.startedAt.getTime()),
      resolutionOpen: secondsOf(openMsBetween(hours, first.startedAt, last.stoppedAt)),
      turns: answered.length,
    },
  };
}

function volumeFact(message: WordlessMessage, timeZone: string): ReportFact[] {
  const place = placeAt(message.sentAt, message, timeZone);
  const hour = hourGroup(message.sentAt, timeZone);
  if (message.direction === 'in') {
    const signs = message.cues.map(({ code }): PartKey => `cue:${code}`);
    return [{ place, groups: [hour, ...signs], n: ['received', ...contentmentOf(message)], v: {} }];
  }
  if (!wentOut(message.delivery)) return [];
  const n: CounterName = machines.includes(message.authorKind) ? 'sentByMachines' : 'sentByPeople';
  return [{ place, groups: writerGroups(message, message.authorKind), n: [n], v: {} }];
}

/** Whether the customer is content: nobody knows of a message that is gone or was taken in before it was kept. */
function contentmentOf({ dissatisfied, deletedAt }: WordlessMessage): CounterName[] {
  if (dissatisfied === undefined || deletedAt) return [];
  return dissatisfied ? ['judged', 'dissatisfied'] : ['judged'];
}
