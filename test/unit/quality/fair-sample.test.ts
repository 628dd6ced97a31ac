import { describe, expect, it } from 'vitest';
import type { AgentReply } from '#server/modules/conversations/index.ts';
import { fairSample } from '#server/modules/quality-reviews/fair-sample.ts';

const sentAt = new Date('2026-03-02T09:00:00Z');
const reply = (writer: string | null, number: number, change: Partial<AgentReply> = {}): AgentReply => ({
  _id: `${writer ?? 'none'}-${String(number)}`,
  ...{ authorUserId: writer, sentAt, text: 'Goedemorgen, het pad is open.' },
  delivery: { state: 'sent', at: sentAt, problem: null },
  ...change,
});
const many = (writer: string, count: number): AgentReply[] =>
  Array.from({ length: count }, (_, number) => reply(writer, number));

const draw = { seed: 'b1 2026-03-01 2026-03-31', perWriter: 4, round: 1, writerIds: null, reviewerId: 'lead' };
const ids = (replies: readonly AgentReply[]): string[] => replies.map(({ _id }) => _id);

describe('a fair sample', () => {
  const replies = [...many('busy', 400), ...many('quiet', 6)];

  it('takes equally many of everybody, writers in turn, whatever the order the replies come in', () => {
    const { drawn, reviewable, left } = fairSample(replies, draw);
    expect(
      drawn
        .map(({ authorUserId }) => authorUserId)
        .slice(0, 2)
        .sort(),
    ).toEqual(['busy', 'quiet']);
    expect(drawn.filter(({ authorUserId }) => authorUserId === 'busy')).toHaveLength(4);
    expect({ reviewable, left }).toEqual({ reviewable: 406, left: 398 });
    expect(ids(fairSample([...replies].reverse(), draw).drawn)).toEqual(ids(drawn));
  });

  it('is another one in another period and in the next round, and rounds never overlap', () => {
    const first = ids(fairSample(replies, draw).drawn);
    expect(ids(fairSample(replies, { ...draw, seed: 'b1 2026-04-01 2026-04-30' }).drawn)).not.toEqual(first);
    const rounds = [1, 2, 3].flatMap((round) => ids(fairSample(replies, { ...draw, round }).drawn));
    expect(new Set(rounds).size).toBe(rounds.length);
    // The quiet writer has six replies: four, two, none.
    expect(rounds.filter((id) => id.startsWith('quiet'))).toHaveLength(6);
  });

  it('gives every reply about the same chance', () => {
    const counts = new Map<string, number>();
    for (let period = 0; period < 400; period++) {
      for (const id of ids(fairSample(many('busy', 20), { ...draw, seed: `b1 ${String(period)}` }).drawn)) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
    expect(counts.size).toBe(20);
    // 80 are expected of each; seeds are fixed, so this never comes out otherwise.
    expect(Math.min(...counts.values())).toBeGreaterThan(50);
    expect(Math.max(...counts.values())).toBeLessThan(115);
  });

  it('leaves out the reviewer, other teams, what never left, what was deleted and what has no words', () => {
    const problem = { kind: 'rejected', code: '1', detail: '' };
    const wrong = [
      reply('lead', 1),
      reply(null, 2),
      reply('busy', 900, { text: '  ' }),
      reply('busy', 901, { deletedAt: sentAt }),
      reply('busy', 902, { delivery: { state: 'failed', at: sentAt, problem } }),
      reply('busy', 903, { history: true }),
    ];
    expect(fairSample(wrong, draw).drawn).toEqual([]);
    const own = fairSample(replies, { ...draw, writerIds: ['quiet'] }).drawn;
    expect(new Set(own.map(({ authorUserId }) => authorUserId))).toEqual(new Set(['quiet']));
  });
});
