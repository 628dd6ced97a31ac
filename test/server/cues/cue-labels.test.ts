import { beforeAll, describe, expect, it } from 'vitest';
import { minute, openDesk, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const judgeMutation = /* GraphQL */ `
  mutation Judge($input: JudgeCueInput!) {
    judgeCue(input: $input) {
      __typename
      ... on InvalidInput {
        field
      }
      ... on CueJudged {
        judged {
          cueLabels {
            code
            verdict
            userName
            words {
              text
            }
          }
        }
      }
    }
  }
`;

const labelsQuery = /* GraphQL */ `
  query Labels {
    cueLabels {
      id
      code
      verdict
      userName
      message {
        id
      }
    }
  }
`;

const linesQuery = /* GraphQL */ `
  query Lines {
    cueLabelLines
  }
`;

const judge = (input: object, user = 'sanne') => desk.does(judgeMutation, { input }, desk.user(user));
const rejected = (messageId: string) => ({ messageId, code: 'failure', verdict: 'rejected' });

async function lines(): Promise<Record<string, unknown>[]> {
  const { cueLabelLines } = await desk.world.execute(desk.user('marit'), linesQuery, {});
  return String(cueLabelLines)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('labels on signs', () => {
  it('are one per message, sign and agent: the last counts, saying it twice is once, taking back leaves a trace', async () => {
    const { _id: messageId } = await desk.writes({ text: 'De app doet het niet.' });
    expect(await judge(rejected(messageId))).toMatchObject({
      __typename: 'CueJudged',
      judged: { cueLabels: [{ code: 'failure', verdict: 'rejected', userName: 'Sanne de Vries' }] },
    });
    await judge(rejected(messageId));
    desk.clock.advance(minute);
    const confirmed = await judge({ ...rejected(messageId), verdict: 'confirmed' });
    expect(confirmed).toMatchObject({ judged: { cueLabels: [{ verdict: 'confirmed' }] } });
    await judge({ ...rejected(messageId), verdict: 'rejected' }, 'youssef');
    const { cueLabels } = desk.world.modules;
    expect(await cueLabels.ofMessages(desk.world.brandId, [messageId])).toHaveLength(2);
    const undone = await judge({ ...rejected(messageId), verdict: null });
    expect(undone).toMatchObject({ judged: { cueLabels: [{ userName: 'Youssef Amrani' }] } });
    const kept = (await cueLabels.newest(desk.world.brandId, 10)).find(({ userName }) => userName.startsWith('Sanne'));
    expect(kept).toMatchObject({ verdict: null, earlier: [{ verdict: 'rejected' }, { verdict: 'confirmed' }] });
    const shown = await desk.world.execute(desk.user('marit'), labelsQuery, {});
    expect(shown).toMatchObject({ cueLabels: [{ verdict: null }, { verdict: 'rejected' }] });
  });

  it('fit the message, or are refused in words', async () => {
    const { _id: messageId, conversationId } = await desk.writes({ customer: '31611112222', text: 'De app hapert.' });
    const wrongs = [
      [{ messageId, code: 'happiness', verdict: 'missed' }, 'code'],
      [{ messageId, code: 'joy', verdict: 'confirmed' }, 'code'],
      [{ messageId, code: 'joy', verdict: 'missed', start: 2, end: 200 }, 'span'],
      [{ messageId, code: 'joy', verdict: 'missed', start: 3, end: 3 }, 'span'],
    ] as const;
    for (const [input, field] of wrongs) {
      expect(await judge(input)).toEqual({ __typename: 'InvalidInput', field });
    }
    expect(await judge(rejected('nowhere'))).toEqual({ __typename: 'NotFound' });
    await desk.replies(conversationId, 'Wat vervelend, we kijken er vandaag naar.');
    const own = (await desk.messages(conversationId)).find(({ direction }) => direction === 'out');
    expect(await judge({ messageId: own?._id, code: 'joy', verdict: 'missed' })).toEqual({ __typename: 'NotFound' });
    await expect(judge(rejected(messageId), 'lotte')).rejects.toThrow(/FORBIDDEN/u);
  });

  it('become lines in the shape of the corpora: corrected, with what was judged, people masked, deleted texts gone', async () => {
    const text = 'Sanne, de kraaienkast is leeg. Bel Klant 3333 op 06 12345678';
    const { _id: messageId } = await desk.writes({ customer: '31611113333', text });
    const start = text.indexOf('is leeg');
    const missed = { messageId, code: 'failure', verdict: 'missed', start, end: start + 7 };
    expect(await judge(missed)).toMatchObject({
      judged: { cueLabels: [{ code: 'failure', words: { text: 'is leeg' } }] },
    });
    await judge({ messageId, code: 'dissatisfaction', verdict: 'missed' });
    const angry = await desk.writes({ customer: '31611114444', text: 'Ik ben woest!' });
    await judge({ messageId: angry._id, code: 'anger', verdict: 'rejected' });
    const written = await lines();
    expect(written.find(({ id }) => id === messageId)).toMatchObject({
      lang: 'nl',
      dissatisfied: true,
      cues: expect.arrayContaining(['failure']) as unknown,
      judged: expect.arrayContaining(['failure', 'dissatisfaction']) as unknown,
      labels: expect.arrayContaining([expect.objectContaining({ code: 'failure', words: 'is leeg' })]) as unknown,
    });
    const masked = String(written.find(({ id }) => id === messageId)?.['text']);
    expect(masked).toHaveLength(text.length);
    expect(masked).not.toMatch(/Sanne|3333|12345678/u);
    expect(written.find(({ id }) => id === angry._id)).toMatchObject({ cues: [], judged: ['anger'] });
    await desk.database.db
      .collection<{ _id: string }>('messages')
      .updateOne({ _id: angry._id }, { $set: { deletedAt: desk.clock.now(), text: '' } });
    expect((await lines()).map(({ id }) => id)).not.toContain(angry._id);
    await expect(desk.world.execute(desk.user('sanne'), linesQuery, {})).rejects.toThrow(/FORBIDDEN/u);
  });
});
