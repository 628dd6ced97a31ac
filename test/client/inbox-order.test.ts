import { describe, expect, test } from 'vitest';
import { belongsInView, placeRow } from '#client/features/inbox/inbox-order.ts';
import { mergeBackward, mergeForward } from '#client/cache-policies.ts';
import { inboxRow } from './support/rows.ts';

const missed = inboxRow({ id: 'missed', risk: 'missed', riskAt: '2026-01-01T10:00:00.000Z' });
const soon = inboxRow({ id: 'soon', risk: 'dueSoon', riskAt: '2026-01-02T10:00:00.000Z' });
const waiting = inboxRow({ id: 'waiting', risk: 'waiting', riskAt: '2026-01-03T10:00:00.000Z' });
const calm = inboxRow({ id: 'calm', risk: 'calm', riskAt: null });
const rows = [missed, soon, waiting, calm];

function idsAfter(changed: typeof calm, belongs = true, hasMore = false): string[] {
  return placeRow(rows, changed, { view: 'open', belongs, hasMore }).map((row) => row.id);
}

describe('live changes in the list', () => {
  test('a new row goes where its risk puts it', () => {
    const earlier = inboxRow({ id: 'new', risk: 'dueSoon', riskAt: '2026-01-02T09:00:00.000Z' });
    expect(idsAfter(earlier)).toEqual(['missed', 'new', 'soon', 'waiting', 'calm']);
  });

  test('a row whose risk grew moves up and is there once', () => {
    expect(idsAfter({ ...waiting, risk: 'missed', riskAt: '2026-01-01T11:00:00.000Z' })).toEqual([
      'missed',
      'waiting',
      'soon',
      'calm',
    ]);
  });

  test('a row that no longer belongs goes away', () => {
    expect(idsAfter(soon, false)).toEqual(['missed', 'waiting', 'calm']);
  });

  test('a row behind the last loaded one waits for its page', () => {
    const last = inboxRow({ id: 'last', risk: 'calm', riskAt: null, lastMessageAt: '2020-01-01T00:00:00.000Z' });
    expect(idsAfter(last, true, true)).toEqual(['missed', 'soon', 'waiting', 'calm']);
    expect(idsAfter(last, true, false).at(-1)).toBe('last');
  });

  test('views and the channel filter decide who belongs', () => {
    const mine = inboxRow({ id: 'm', assignee: { id: 'u1', name: 'Sanne' } });
    expect(belongsInView(mine, 'mine', null, 'u1')).toBe(true);
    expect(belongsInView(mine, 'mine', null, 'u2')).toBe(false);
    expect(belongsInView(mine, 'unassigned', null, 'u1')).toBe(false);
    expect(belongsInView(mine, 'open', 'x', 'u1')).toBe(false);
    expect(belongsInView({ ...mine, state: 'closed' }, 'open', null, 'u1')).toBe(false);
    expect(belongsInView({ ...mine, state: 'closed' }, 'closed', null, 'u1')).toBe(true);
  });
});

describe('pages in the cache', () => {
  const refs = (...ids: string[]) => ids.map((id) => ({ __ref: id }));

  test('a next page is appended without doubles, a first page replaces', () => {
    const first = { nodes: refs('a', 'b'), pageInfo: 1 };
    expect(mergeForward(first, { nodes: refs('b', 'c'), pageInfo: 2 }, 'cursor').nodes).toEqual(refs('a', 'b', 'c'));
    expect(mergeForward(first, { nodes: refs('c'), pageInfo: 2 }, undefined).nodes).toEqual(refs('c'));
  });

  test('reading the newest messages again keeps the older ones that join up', () => {
    const known = { nodes: refs('1', '2', '3'), startCursor: 'old', hasPreviousPage: true };
    const newest = { nodes: refs('2', '3', '4'), startCursor: 'two', hasPreviousPage: true };
    expect(mergeBackward(known, newest, undefined)).toEqual({
      nodes: refs('1', '2', '3', '4'),
      startCursor: 'old',
      hasPreviousPage: true,
    });
  });

  test('newest messages that do not join up replace what is known, so that no gap is hidden', () => {
    const known = { nodes: refs('1'), startCursor: 'old', hasPreviousPage: false };
    const newest = { nodes: refs('8', '9'), startCursor: 'eight', hasPreviousPage: true };
    expect(mergeBackward(known, newest, undefined)).toEqual(newest);
  });
});
