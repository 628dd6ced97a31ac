import { beforeAll, describe, expect, it } from 'vitest';
import { day, hour, openDesk, sentId, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const sampleQuery = /* GraphQL */ `
  query Sample($input: QualitySampleInput!) {
    qualitySample(input: $input) {
      __typename
      ... on InvalidInput {
        field
      }
      ... on QualitySample {
        reviewable
        left
        complete
        replies {
          messageId
          reviewed
          writer {
            name
          }
        }
      }
    }
  }
`;
const caseQuery = /* GraphQL */ `
  query Case($id: ID!) {
    reviewCase(messageId: $id) {
      writer {
        name
      }
      customerMessages {
        text
      }
      tookMs
      normMs
      normLateMs
      promiseLateMs
      promise {
        wording {
          text
        }
      }
      findings {
        code
      }
      reviews {
        reviewerName
      }
      ownReview {
        note
        changes
        scores {
          part
          score
        }
      }
    }
  }
`;
const reviewMutation = /* GraphQL */ `
  mutation Review($input: ReviewReplyInput!) {
    reviewReply(input: $input) {
      __typename
      ... on InvalidInput {
        field
      }
    }
  }
`;
const trendQuery = /* GraphQL */ `
  query Trend($input: QualityTrendInput!) {
    qualityTrend(input: $input) {
      __typename
      ... on QualityTrend {
        replies
        means {
          part
          mean
          count
        }
        steps(step: week) {
          from
          replies
        }
      }
    }
  }
`;
const ownQuery = /* GraphQL */ `
  query Own {
    ownReviews {
      messageId
      reviewerName
      reply {
        text
      }
    }
  }
`;

const scores = (timeliness: number | null, rest: number | null = 4) => [
  { part: 'timeliness', score: timeliness },
  ...['empathy', 'content', 'tone', 'expectation'].map((part) => ({ part, score: rest })),
];
const period = { from: '2026-03-01', to: '2026-03-31' };
const review = (messageId: string, given: object = {}, user = 'marit') =>
  desk.does(reviewMutation, { input: { messageId, scores: scores(3), ...given } }, desk.user(user));
const sample = (input: object = {}) =>
  desk.does(sampleQuery, { input: { ...period, ...input } }, desk.user('marit')) as Promise<{
    readonly __typename: string;
    readonly replies: readonly { messageId: string; reviewed: boolean; writer: { name: string } }[];
    readonly reviewable: number;
    readonly left: number;
  }>;
const caseOf = (id: string, user = 'marit') => desk.does(caseQuery, { id }, desk.user(user));

let customers = 0;
/** A customer writes, and somebody replies `after` ms later; gives the reply's id. */
async function answered(by: string, after = hour, texts: { text?: string; reply?: string } = {}): Promise<string> {
  const customer = `3162000${String(1000 + customers++)}`;
  const { conversationId } = await desk.writes({ customer, text: texts.text ?? 'Waar kan ik parkeren?' });
  desk.clock.advance(after);
  const reply = texts.reply ?? 'Goedemorgen! Parkeren kan op het noordveld, daar is altijd plek.';
  const id = sentId(await desk.replies(conversationId, reply, { viewer: desk.user(by) }));
  await desk.world.settled();
  return id;
}

describe('reviews of replies', () => {
  it('come with the words answered, the time against norm and promise, and what the check says of the reply', async () => {
    const { conversationId } = await desk.writes({ text: 'Ik ben erg teleurgesteld, waar blijft mijn bestelling?' });
    desk.clock.advance(hour);
    await desk.replies(conversationId, 'Je krijgt binnen 3 uur antwoord.');
    await desk.world.settled();
    desk.clock.advance(2 * day - hour);
    await desk.writes({ text: 'Hallo? Ik wacht nog steeds.' });
    desk.clock.advance(hour);
    const id = sentId(await desk.replies(conversationId, 'Hoi. Dat doen wij niet. Fijne dag.'));
    await desk.world.settled();
    const found = (await caseOf(id)) as Record<string, unknown>;
    expect(found).toMatchObject({
      writer: { name: 'Sanne de Vries' },
      promise: { wording: { text: expect.stringContaining('3 uur') as unknown } },
      tookMs: 2 * day + hour,
      normLateMs: day + hour,
      promiseLateMs: 2 * day - 3 * hour,
      ownReview: null,
    });
    expect(found['customerMessages']).toEqual([
      { text: 'Ik ben erg teleurgesteld, waar blijft mijn bestelling?' },
      { text: 'Hallo? Ik wacht nog steeds.' },
    ]);
    expect((found['findings'] as { code: string }[]).map(({ code }) => code)).toContain('late_no_apology');
    const incoming = (await desk.messages(conversationId)).find(({ direction }) => direction === 'in');
    expect(await desk.does(caseQuery, { id: incoming?._id }, desk.user('marit'))).toBeNull();
  });

  it('are drawn fairly from what colleagues wrote, and a reviewed reply says so', async () => {
    for (let number = 0; number < 3; number++) await answered('youssef');
    await answered('marit');
    const first = await sample({ perWriter: 2 });
    expect(first).toMatchObject({ __typename: 'QualitySample', complete: true });
    const writers = first.replies.map(({ writer }) => writer.name);
    expect(writers.filter((name) => name === 'Youssef Amrani')).toHaveLength(2);
    expect(writers).not.toContain('Marit Hoekstra');
    expect(first.replies.every(({ reviewed }) => !reviewed)).toBe(true);
    const chosen = first.replies[0]?.messageId ?? '';
    expect(await review(chosen)).toEqual({ __typename: 'ReplyReviewed' });
    const again = await sample({ perWriter: 2 });
    expect(again.replies.map(({ messageId }) => messageId)).toEqual(first.replies.map(({ messageId }) => messageId));
    expect(again.replies.filter(({ reviewed }) => reviewed)).toHaveLength(1);
  });

  it('are one per reply and reviewer: the last counts, what was said before stays', async () => {
    const id = await answered('sanne');
    await review(id, { note: 'Te kort.' });
    desk.clock.advance(hour);
    await review(id, { scores: scores(null, 5), note: ' Bij nader inzien goed. ' });
    await review(id, {}, 'admin');
    expect(await caseOf(id)).toMatchObject({
      reviews: [{ reviewerName: 'Marit Hoekstra' }, { reviewerName: 'Joris Admin' }],
      ownReview: {
        note: 'Bij nader inzien goed.',
        changes: 1,
        scores: [
          { part: 'timeliness', score: null },
          { part: 'empathy', score: 5 },
          { part: 'content', score: 5 },
          { part: 'tone', score: 5 },
          { part: 'expectation', score: 5 },
        ],
      },
    });
    const [kept] = await desk.world.modules.qualityReviews.ofMessage(desk.world.brandId, id);
    expect(kept?.earlier).toMatchObject([{ note: 'Te kort.', scores: { timeliness: 3 } }]);
  });

  it('that do not fit are refused in words', async () => {
    const id = await answered('sanne');
    const wrongs = [
      [{ scores: scores(6) }, 'scores'],
      [{ scores: scores(0) }, 'scores'],
      [{ scores: scores(null, null) }, 'scores'],
      [{ scores: scores(3).slice(1) }, 'scores'],
      [{ scores: [...scores(3).slice(1), { part: 'tone', score: 2 }] }, 'scores'],
      [{ note: 'x'.repeat(2_001) }, 'note'],
    ] as const;
    for (const [given, field] of wrongs) expect(await review(id, given)).toEqual({ __typename: 'InvalidInput', field });
    expect(await review(await answered('marit'))).toEqual({ __typename: 'InvalidInput', field: 'messageId' });
    expect(await review('nowhere')).toEqual({ __typename: 'NotFound' });
    expect(await sample({ to: '2026-02-31' })).toEqual({ __typename: 'InvalidInput', field: 'to' });
    expect(await sample({ perWriter: 0 })).toEqual({ __typename: 'InvalidInput', field: 'perWriter' });
    expect(await sample({ round: 101 })).toEqual({ __typename: 'InvalidInput', field: 'round' });
    expect(await sample({ teamId: 'nowhere' })).toEqual({ __typename: 'NotFound' });
  });

  it('of an agent are for that agent: colleagues see their own, and nobody but leads the rest', async () => {
    const id = await answered('youssef', hour, { reply: 'Goedemiddag! De kassa op het plein verkoopt ze nog.' });
    await review(id);
    const own = await desk.world.execute(desk.user('youssef'), ownQuery, {});
    expect(own).toMatchObject({
      ownReviews: expect.arrayContaining([
        expect.objectContaining({ messageId: id, reviewerName: 'Marit Hoekstra' }),
      ]) as unknown,
    });
    const others = (await desk.world.execute(desk.user('sanne'), ownQuery, {})) as {
      ownReviews: { messageId: string }[];
    };
    expect(others.ownReviews.map(({ messageId }) => messageId)).not.toContain(id);
    for (const [source, variables] of [
      [sampleQuery, { input: period }],
      [caseQuery, { id }],
      [trendQuery, { input: period }],
      [reviewMutation, { input: { messageId: id, scores: scores(3) } }],
    ] as const) {
      await expect(desk.world.execute(desk.user('sanne'), source, variables)).rejects.toThrow(/FORBIDDEN/u);
    }
    await expect(desk.world.execute(desk.user('lotte'), ownQuery, {})).rejects.toThrow(/FORBIDDEN/u);
  });
});

describe('the course of scores', () => {
  it('is of teams, by the week of the reply, and silent below five replies', async () => {
    const { userId: youssef } = desk.user('youssef');
    const saved = await desk.does(
      /* GraphQL */ `
        mutation Team($input: SaveTeamInput!) {
          saveTeam(input: $input) {
            __typename
            ... on SaveTeamSuccess {
              team {
                id
              }
            }
          }
        }
      `,
      { input: { name: 'Avondploeg', memberIds: [youssef], accountIds: [] } },
      desk.user('marit'),
    );
    const teamId = (saved['team'] as { id: string }).id;
    desk.clock.set(new Date('2026-05-04T09:00:00Z'));
    const replies: string[] = [];
    for (let number = 0; number < 5; number++) replies.push(await answered('youssef', hour / 2));
    const asked = { input: { from: '2026-05-01', to: '2026-05-31', teamId } };
    const trend = () => desk.does(trendQuery, asked, desk.user('marit'));
    for (const [index, id] of replies.slice(0, 4).entries()) await review(id, { scores: scores(index + 1) });
    expect(await trend()).toMatchObject({
      replies: 4,
      means: expect.arrayContaining([{ part: 'timeliness', mean: null, count: 4 }]) as unknown,
    });
    await review(replies[4] ?? '', { scores: scores(5) });
    // A second opinion on one reply: it still counts once, with the mean of the two.
    await review(replies[4] ?? '', { scores: scores(1) }, 'admin');
    await review(await answered('sanne'), { scores: scores(1, 1) });
    const found = await trend();
    expect(found).toMatchObject({
      replies: 5,
      means: expect.arrayContaining([
        { part: 'timeliness', mean: (1 + 2 + 3 + 4 + 3) / 5, count: 5 },
        { part: 'tone', mean: 4, count: 5 },
      ]) as unknown,
    });
    const steps = found['steps'] as { from: string; replies: number }[];
    expect(steps[0]).toEqual({ from: '2026-04-27', replies: 0 });
    expect(steps[1]).toEqual({ from: '2026-05-04', replies: 5 });
    expect(steps).toHaveLength(5);
  });
});
