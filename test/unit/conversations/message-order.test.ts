import { describe, expect, it } from 'vitest';
import { inOrder } from '#server/modules/conversations/message-order.ts';

const second = new Date('2026-03-02T09:00:00Z');
const later = new Date('2026-03-02T09:00:01Z');
const message = (_id: string, direction: 'in' | 'out', arrival: number, sentAt = second) => ({
  _id,
  direction,
  arrival,
  sentAt,
});

describe('messages of a conversation', () => {
  it('stand by the platform time, and within one instant the question stands before its answer', () => {
    const arrived = [
      message('answer', 'out', 1),
      message('next', 'in', 2, later),
      message('question', 'in', 3),
      message('second question', 'in', 4),
    ];
    const ids = inOrder(arrived).map(({ _id }) => _id);
    expect(ids).toEqual(['question', 'second question', 'answer', 'next']);
  });
});
