import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continueTurns, replayTurns, turnStateAt } from '#shared/turns/replay-turns.ts';
import { liveDeadlines, nextWakeAt, queueKeyOf, riskOf } from '#shared/turns/turn-risk.ts';
import type { AuthorKind, TurnExcuse, TurnMessage, TurnReading } from '#shared/turns/turn-types.ts';

const hour = 3_600_000;
const norm = { usualMs: hour, maxMs: 24 * hour };
const normAt = (): typeof norm => norm;
const at = (minutes: number): Date => new Date(Date.UTC(2026, 2, 2, 9) + minutes * 60_000);

function message(id: string, minutes: number, parts: Partial<TurnMessage>): TurnMessage {
  return {
    id,
    direction: 'in',
    authorKind: 'customer',
    authorFixed: false,
    sentAt: at(minutes),
    arrival: minutes,
    needsReply: true,
    substantive: false,
    automaticWording: false,
    fingerprint: '',
    wentOut: false,
    readings: [],
    ...parts,
  };
}

const customer = (id: string, minutes: number, needsReply = true): TurnMessage => message(id, minutes, { needsReply });
const out = (id: string, minutes: number, authorKind: AuthorKind, parts: Partial<TurnMessage> = {}): TurnMessage =>
  message(id, minutes, { direction: 'out', authorKind, wentOut: true, fingerprint: id, ...parts });
const promising = (minutes: number): Partial<TurnMessage> => ({ readings: [{ index: 0, dueAt: at(minutes) }] });

const outgoingKinds: readonly AuthorKind[] = ['agent', 'autoReply', 'bot', 'outsideAgent', 'outsideUnknown'];

type Drafted = { minutes: number; act: 'reply' | 'call'; doneAfter: number | null };
const promised = ({ minutes, act, doneAfter }: Drafted, after: number): TurnReading => ({
  index: 0,
  dueAt: at(minutes + after),
  act,
  doneAt: act === 'reply' || doneAfter === null ? null : at(minutes + doneAfter),
});

/** Messages of a conversation, each at an instant of its own or sharing one, with and without promises. */
const conversations = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 600 }),
      incoming: fc.boolean(),
      needsReply: fc.boolean(),
      kind: fc.constantFrom(...outgoingKinds),
      substantive: fc.boolean(),
      automaticWording: fc.boolean(),
      wentOut: fc.boolean(),
      words: fc.constantFrom('a', 'b', 'c'),
      promiseAfter: fc.option(fc.integer({ min: 1, max: 300 })),
      act: fc.constantFrom('reply' as const, 'call' as const),
      doneAfter: fc.option(fc.integer({ min: 0, max: 300 }), { freq: 2 }),
      chaser: fc.boolean(),
    }),
    { maxLength: 14 },
  )
  .map((drafts) =>
    drafts.map((draft, index) =>
      draft.incoming
        ? { ...customer(`m${String(index)}`, draft.minutes, draft.needsReply), arrival: index, chaser: draft.chaser }
        : out(`m${String(index)}`, draft.minutes, draft.kind, {
            arrival: index,
            substantive: draft.substantive,
            automaticWording: draft.automaticWording,
            wentOut: draft.wentOut,
            fingerprint: draft.words,
            readings: draft.promiseAfter === null ? [] : [promised(draft, draft.promiseAfter)],
          }),
    ),
  );
const excuseLists = fc
  .array(fc.integer({ min: 0, max: 600 }), { maxLength: 2 })
  .map((list): TurnExcuse[] => list.map((minutes) => ({ at: at(minutes), reason: `spam ${String(minutes)}` })));
const presents = fc.integer({ min: 0, max: 1_000 }).map(at);
const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((item, index) => ({ item, key: (Math.imul(index + 1, seed | 1) >>> 3) % 1_009 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

describe('replaying a conversation', () => {
  it('gives the same whatever the order in which its messages are handed over', () => {
    fc.assert(
      fc.property(conversations, excuseLists, presents, fc.integer(), (messages, excuses, now, seed) => {
        const one = replayTurns(messages, excuses, normAt, now);
        expect(replayTurns(shuffled(messages, seed), [...excuses].reverse(), normAt, now)).toEqual(one);
      }),
      { numRuns: 500 },
    );
  });

  it('goes on from any instant as if it had begun at the beginning', () => {
    fc.assert(
      fc.property(conversations, excuseLists, fc.tuple(presents, presents), (messages, excuses, [one, other]) => {
        const [until, now] = one.getTime() < other.getTime() ? [one, other] : [other, one];
        const all = { messages, excuses };
        const middle = at(Math.floor((until.getTime() - at(0).getTime()) / 120_000));
        const early = turnStateAt(null, all, normAt, middle);
        const unbroken = turnStateAt(null, all, normAt, until);
        // An act done later cannot be left behind.
        if (!early || !unbroken) return;
        const since = (from: Date): typeof all => ({
          messages: messages.filter(({ sentAt }) => sentAt >= from),
          excuses: excuses.filter((excuse) => excuse.at >= from),
        });
        const state = turnStateAt(early, since(middle), normAt, until);
        expect(unbroken).toEqual(state);
        const whole = continueTurns(null, all, normAt, now);
        const kept = structuredClone(state);
        const later = continueTurns(state, since(until), normAt, now);
        expect(state).toEqual(kept);
        const running = state?.running?.startMessageId;
        const unsettled = new Set(state?.unsettled.map(({ messageId, index }) => `${messageId} ${String(index)}`));
        expect(later.turns).toEqual(
          whole.turns.filter((turn) => turn.startedAt >= until || turn.startMessageId === running),
        );
        expect(later.promises).toEqual(
          whole.promises.filter(
            ({ messageId, index, madeAt }) => madeAt >= until || unsettled.has(`${messageId} ${String(index)}`),
          ),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('cannot leave behind what was taken back later', () => {
    const promise = out('p', 10, 'agent', { ...promising(60), retractedAt: at(40) });
    expect(turnStateAt(null, { messages: [customer('c', 0), promise], excuses: [] }, normAt, at(30))).toBeNull();
    expect(turnStateAt(null, { messages: [customer('c', 0), promise], excuses: [] }, normAt, at(50))).not.toBeNull();
  });

  it('does not look at the order of arrival where instants differ', () => {
    fc.assert(
      fc.property(conversations, presents, fc.integer(), (messages, now, seed) => {
        const apart = messages.map((each, index) => ({ ...each, sentAt: new Date(each.sentAt.getTime() + index) }));
        const arrivals = shuffled(
          apart.map(({ arrival }) => arrival),
          seed,
        );
        const rearranged = apart.map((each, index) => ({ ...each, arrival: arrivals[index] ?? 0 }));
        expect(replayTurns(rearranged, [], normAt, now)).toEqual(replayTurns(apart, [], normAt, now));
      }),
      { numRuns: 500 },
    );
  });

  it('never makes a missed promise unmissed by what is said later, or by time passing', () => {
    fc.assert(
      fc.property(conversations, excuseLists, presents, conversations, (allMessages, allExcuses, now, more) => {
        // Nothing is known of the future.
        const messages = allMessages.filter(({ sentAt, readings }) =>
          [sentAt, ...readings.flatMap(({ doneAt }) => doneAt ?? [])].every((each) => each.getTime() <= now.getTime()),
        );
        const excuses = allExcuses.filter((excuse) => excuse.at.getTime() <= now.getTime());
        const before = replayTurns(messages, excuses, normAt, now);
        const shift = now.getTime() - at(0).getTime() + 1;
        const later = more.map((each, index) => ({
          ...each,
          id: `later${String(index)}`,
          sentAt: new Date(each.sentAt.getTime() + shift),
        }));
        const laterExcuse = { at: new Date(now.getTime() + 1), reason: 'late' };
        const after = replayTurns([...messages, ...later], [...excuses, laterExcuse], normAt, at(5_000));
        for (const promise of before.promises.filter(({ state }) => state === 'missed')) {
          const same = after.promises.find(
            ({ messageId, index }) => messageId === promise.messageId && index === promise.index,
          );
          expect(same).toMatchObject({ state: 'missed', dueAt: promise.dueAt });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has at most one running turn, and every ended turn ends no sooner than it began', () => {
    fc.assert(
      fc.property(conversations, excuseLists, presents, (messages, excuses, now) => {
        const { turns, promises } = replayTurns(messages, excuses, normAt, now);
        expect(turns.filter(({ state }) => state === 'running').length).toBeLessThanOrEqual(1);
        for (const turn of turns) {
          if (turn.stoppedAt) expect(turn.stoppedAt.getTime()).toBeGreaterThanOrEqual(turn.startedAt.getTime());
          expect(turn.state === 'answered').toBe(turn.stopMessageId !== null);
        }
        for (const promise of promises) {
          if (promise.state === 'kept')
            expect(promise.settledAt?.getTime()).toBeLessThanOrEqual(promise.dueAt.getTime());
        }
      }),
    );
  });

  it('turns missed into kept when an echo comes late that was sent in time', () => {
    const asked = customer('q', 0);
    const promise = out('auto', 1, 'autoReply', promising(61));
    const missed = replayTurns([asked, promise], [], normAt, at(120));
    expect(missed.promises[0]).toMatchObject({ state: 'missed', settledAt: null });
    const echo = { ...out('echo', 61, 'outsideUnknown', { substantive: true }), arrival: 9_999 };
    const kept = replayTurns([asked, promise, echo], [], normAt, at(120));
    expect(kept.promises[0]).toMatchObject({ state: 'kept', settledAt: at(61) });
    expect(kept.turns[0]).toMatchObject({ state: 'answered', stoppedAt: at(61), stoppedBy: 'outsideUnknown' });
    const tooLate = { ...echo, sentAt: new Date(at(61).getTime() + 1) };
    expect(replayTurns([asked, promise, tooLate], [], normAt, at(120)).promises[0]).toMatchObject({
      state: 'missed',
      settledAt: tooLate.sentAt,
    });
  });
});

describe('who stops a clock', () => {
  const asked = customer('q', 0);
  const stateAfter = (...messages: TurnMessage[]) =>
    replayTurns([asked, ...messages], [], normAt, at(120)).turns[0]?.state;

  it.each([
    ['an agent', 'agent', 'answered'],
    ['an agent elsewhere', 'outsideAgent', 'answered'],
    ['somebody elsewhere', 'outsideUnknown', 'answered'],
    ['an automatic reply', 'autoReply', 'running'],
    ['a bot', 'bot', 'running'],
    ['a system notice', 'system', 'running'],
  ] as const)('%s', (_name, kind, state) => {
    expect(stateAfter(out('a', 10, kind, { substantive: true }))).toBe(state);
    expect(stateAfter(out('a', 10, kind, { substantive: false }))).toBe('running');
    expect(stateAfter(out('a', 10, kind, { substantive: true, wentOut: false }))).toBe('running');
  });

  it('nobody who answered before the question, and a question of the same second comes first', () => {
    expect(stateAfter(out('a', -1, 'agent', { substantive: true }))).toBe('running');
    expect(stateAfter({ ...out('a', 0, 'agent', { substantive: true }), arrival: -5 })).toBe('answered');
  });

  it('not an echo within a minute that reads like an instant reply, nor its twin later', () => {
    const instant = { automaticWording: true, substantive: true, fingerprint: 'same' };
    const first = out('a', 0.5, 'outsideUnknown', instant);
    expect(stateAfter(first)).toBe('running');
    expect(stateAfter(first, out('b', 90, 'outsideUnknown', instant))).toBe('running');
    expect(stateAfter(out('b', 90, 'outsideUnknown', instant))).toBe('answered');
    expect(stateAfter({ ...first, authorFixed: true })).toBe('answered');
  });
});

describe('promises on promises', () => {
  it("a person's new promise supersedes an open one; a machine's does not", () => {
    const asked = customer('q', 0);
    const first = out('first', 1, 'autoReply', promising(61));
    const second = (kind: AuthorKind) => out('second', 30, kind, promising(500));
    const states = (kind: AuthorKind) =>
      replayTurns([asked, first, second(kind)], [], normAt, at(120)).promises.map(({ state }) => state);
    expect(states('agent')).toEqual(['superseded', 'open']);
    expect(states('autoReply')).toEqual(['missed', 'open']);
  });

  it('a promise on top of a missed one says so', () => {
    const messages = [
      customer('q', 0),
      out('first', 1, 'autoReply', promising(61)),
      out('second', 100, 'agent', promising(500)),
    ];
    const { promises } = replayTurns(messages, [], normAt, at(120));
    expect(promises.map(({ state, onTopOfMissed }) => [state, onTopOfMissed])).toEqual([
      ['missed', false],
      ['open', true],
    ]);
  });
});

describe('the queue', () => {
  it('wakes for each warning and each miss, and never for the past', () => {
    fc.assert(
      fc.property(conversations, presents, (messages, now) => {
        const { turns, promises } = replayTurns(messages, [], normAt, now);
        const deadlines = liveDeadlines(turns, promises);
        const next = nextWakeAt(deadlines, now);
        if (next !== null) expect(next.getTime()).toBeGreaterThan(now.getTime());
        for (const { dueAt, warnAt } of deadlines) {
          expect(warnAt.getTime()).toBeLessThanOrEqual(dueAt.getTime());
          if (dueAt.getTime() >= now.getTime()) expect(next?.getTime()).toBeLessThanOrEqual(dueAt.getTime() + 1);
        }
      }),
    );
  });

  it('sorts by deadline, then calm ones newest first, also across its end', () => {
    const instants = fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2060, 0) }).map((ms) => new Date(ms));
    fc.assert(
      fc.property(instants, instants, fc.uuid(), fc.uuid(), (a, b, one, two) => {
        fc.pre(a.getTime() !== b.getTime());
        const earlier = a.getTime() < b.getTime();
        expect(queueKeyOf(one, a, b) < queueKeyOf(two, b, a)).toBe(earlier);
        expect(queueKeyOf(one, null, a) < queueKeyOf(two, null, b)).toBe(!earlier);
        expect(queueKeyOf(one, a, a)).toBeLessThan(queueKeyOf(two, null, b));
      }),
    );
  });

  it('calls a deadline missed only after it has passed', () => {
    const deadline = { dueAt: at(60), warnAt: at(48) };
    expect(riskOf(null, at(0))).toBe('calm');
    expect(riskOf(deadline, at(47))).toBe('waiting');
    expect(riskOf(deadline, at(48))).toBe('dueSoon');
    expect(riskOf(deadline, at(60))).toBe('dueSoon');
    expect(riskOf(deadline, new Date(at(60).getTime() + 1))).toBe('missed');
  });
});

describe('a message dated after our present', () => {
  it('makes nothing late that is not due yet', () => {
    const messages = [customer('q', 0), out('p', 1, 'autoReply', promising(60)), customer('ahead', 90)];
    expect(replayTurns(messages, [], normAt, at(30)).promises[0]?.state).toBe('open');
    expect(replayTurns(messages, [], normAt, at(61)).promises[0]?.state).toBe('missed');
  });
});
