import { describe, expect, it } from 'vitest';
import { replayTurns } from '#shared/turns/replay-turns.ts';
import type { TurnMessage, TurnReading } from '#shared/turns/turn-types.ts';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 2, 2, 9) + minutes * 60_000);
const normAt = () => ({ usualMs: 3_600_000, maxMs: 86_400_000 });

function message(id: string, minutes: number, parts: Partial<TurnMessage>): TurnMessage {
  const nothing = { authorFixed: true, substantive: false, automaticWording: false, fingerprint: id, readings: [] };
  const sent = { id, sentAt: at(minutes), arrival: minutes };
  return { ...nothing, ...sent, direction: 'in', authorKind: 'customer', needsReply: true, wentOut: false, ...parts };
}

const asks = (id: string, minutes: number, chaser = false) => message(id, minutes, { chaser });
const promises = (id: string, minutes: number, due: number, more: Partial<TurnReading> = {}) =>
  message(id, minutes, {
    direction: 'out',
    authorKind: 'agent',
    wentOut: true,
    readings: [{ index: 0, dueAt: at(due), ...more }],
  });
const repeats = (id: string, minutes: number, due: number): TurnMessage => ({
  ...promises(id, minutes, due),
  authorKind: 'autoReply',
});
const answers = (id: string, minutes: number) =>
  message(id, minutes, { direction: 'out', authorKind: 'agent', wentOut: true, substantive: true });

const fates = (messages: readonly TurnMessage[], now: number) =>
  new Map(replayTurns(messages, [], normAt, at(now)).promises.map((promise) => [promise.messageId, promise]));

describe('a chain of promises', () => {
  it('keeps the first miss when a new promise comes', () => {
    const chain = [asks('q', 0), promises('p1', 1, 30), promises('p2', 40, 90), answers('a', 80)];
    const after = fates(chain, 200);
    expect(after.get('p1')).toMatchObject({ state: 'missed', settledAt: at(80) });
    expect(after.get('p2')).toMatchObject({ state: 'kept', onTopOfMissed: true });
  });

  it('lets a new promise stand for an open one', () => {
    const after = fates([asks('q', 0), promises('p1', 1, 60), promises('p2', 40, 90)], 50);
    expect([after.get('p1')?.state, after.get('p2')?.state]).toEqual(['superseded', 'open']);
  });
});

describe('chasers', () => {
  it('belong to the promise that is late longest', () => {
    const chain = [
      asks('q', 0),
      repeats('p1', 1, 30),
      asks('hallo', 40, true),
      repeats('p2', 41, 100),
      asks('??', 120, true),
    ];
    const after = fates(chain, 130);
    expect(after.get('p1')?.chasedBy).toEqual(['hallo', '??']);
    expect(after.get('p2')?.chasedBy).toEqual([]);
  });

  it('belong to the open promise while none is missed, and to none once answered', () => {
    const chain = [asks('q', 0), promises('p', 1, 60), asks('hallo', 5, true), answers('a', 10), asks('en', 20, true)];
    expect(fates(chain, 30).get('p')?.chasedBy).toEqual(['hallo']);
  });
});

describe('a promised call or act', () => {
  it.each(['call', 'action'] as const)('%s is not kept by words', (act) => {
    const after = fates([asks('q', 0), promises('p', 1, 60, { act }), answers('a', 30)], 70);
    expect(after.get('p')).toMatchObject({ state: 'missed', settledAt: null });
  });

  it('is kept by being done in time, and settled late by being done late', () => {
    const inTime = fates([asks('q', 0), promises('p', 1, 60, { act: 'call', doneAt: at(50) })], 200);
    const late = fates([asks('q', 0), promises('p', 1, 60, { act: 'call', doneAt: at(90) })], 200);
    expect(inTime.get('p')).toMatchObject({ state: 'kept', settledAt: at(50), settledByMessageId: null });
    expect(late.get('p')).toMatchObject({ state: 'missed', settledAt: at(90) });
  });

  it('is not taken away by a promise to answer', () => {
    const after = fates([asks('q', 0), promises('p', 1, 60, { act: 'call' }), promises('p2', 10, 50)], 20);
    expect([after.get('p')?.state, after.get('p2')?.state]).toEqual(['open', 'open']);
  });
});
