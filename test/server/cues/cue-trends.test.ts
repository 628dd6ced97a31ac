import { beforeAll, describe, expect, it } from 'vitest';
import { day, openDesk, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const trendQuery = /* GraphQL */ `
  query Trend($input: CueTrendInput!, $step: CueStep!) {
    cueTrend(input: $input) {
      __typename
      ... on InvalidInput {
        field
      }
      ... on CueTrend {
        previousFrom
        total {
          received
          dissatisfied {
            n
            hits
          }
          counts {
            code
            count
          }
        }
        steps(step: $step) {
          key
          sum {
            received
            counts {
              code
              count
            }
          }
        }
        causes {
          code
          change
          certain
          share {
            hits
            n
          }
          previous {
            hits
            n
          }
        }
        channels {
          channel {
            name
          }
          sum {
            received
          }
        }
      }
    }
  }
`;
const messagesQuery = /* GraphQL */ `
  query Messages($input: CueTrendInput!, $code: String!) {
    cueMessages(input: $input, code: $code) {
      __typename
      ... on CueMessages {
        looked
        complete
        messages {
          message {
            id
          }
          contact {
            displayName
          }
        }
      }
    }
  }
`;

const week = { from: '2026-03-02', to: '2026-03-08' };
const ask = (input: object, step = 'day') => desk.does(trendQuery, { input, step }, desk.user('marit'));
const messages = (code: string, input: object = week) => desk.does(messagesQuery, { input, code }, desk.user('lotte'));

describe('the course of signs', () => {
  it('counts messages by day, channel and sign, with the share of those not content, and finds them back', async () => {
    await desk.writes({ customer: '31600000001', text: 'De app doet het niet en ik ben woest.' });
    const broken = await desk.writes({ channel: 'whatsapp', customer: '31600000002', text: 'De app doet het niet.' });
    await desk.writes({ customer: '31600000003', text: 'Hoe laat gaan jullie open?' });
    desk.clock.advance(day);
    await desk.writes({ customer: '31600000004', text: 'Heel erg bedankt voor de snelle hulp!' });
    const trend = await ask(week);
    expect(trend).toMatchObject({
      previousFrom: '2026-02-23',
      total: { received: 4, dissatisfied: { n: 4, hits: 2 } },
      channels: [{ channel: { name: 'messenger' }, sum: { received: 3 } }, { channel: { name: 'whatsapp' } }],
    });
    const { steps, total } = trend as unknown as {
      steps: { key: string; sum: { received: number } }[];
      total: { counts: { code: string; count: number }[] };
    };
    expect(steps.map(({ sum }) => sum.received)).toEqual([3, 1, 0, 0, 0, 0, 0]);
    expect(total.counts).toEqual(
      expect.arrayContaining([
        { code: 'failure', count: 2 },
        { code: 'anger', count: 1 },
      ]),
    );
    expect(await ask({ ...week, channel: 'whatsapp' })).toMatchObject({ total: { received: 1 } });
    expect(await messages('failure', { ...week, channel: 'whatsapp' })).toMatchObject({
      complete: true,
      messages: [{ message: { id: broken._id }, contact: { displayName: 'Klant 0002' } }],
    });
    expect(await messages('dissatisfaction')).toMatchObject({ looked: 4, messages: [{}, {}] });
  });

  it('names what rises beside the days before, and says when chance may explain it', async () => {
    desk.clock.set(new Date('2026-03-09T09:00:00Z'));
    for (let index = 0; index < 5; index++) {
      await desk.writes({ customer: `3161000000${String(index)}`, text: 'Er is twee keer afgeschreven.' });
    }
    const { causes, steps } = (await ask({ from: '2026-03-09', to: '2026-03-15' }, 'week')) as unknown as {
      causes: { code: string; certain: boolean; share: object; previous: object; change: number }[];
      steps: { key: string }[];
    };
    expect(steps.map(({ key }) => key)).toEqual(['2026-03-09']);
    expect(causes[0]).toMatchObject({ code: 'money', change: 1, certain: true, share: { hits: 5, n: 5 } });
    expect(causes.find(({ code }) => code === 'gratitude')).toMatchObject({
      ...{ change: -0.25, certain: false, share: { hits: 0, n: 5 }, previous: { hits: 1, n: 4 } },
    });
    const changes = causes.map(({ change }) => change);
    expect(changes).toEqual([...changes].sort((a, b) => b - a));
  });

  it('follows what becomes of a message, and is the same counted anew', async () => {
    const all = { from: '2026-03-02', to: '2026-03-15' };
    const before = await ask(all);
    await desk.world.modules.reports.rebuild(desk.world.brandId);
    expect(await ask(all)).toEqual(before);
  });

  it('refuses periods and signs that there are not, and agents', async () => {
    expect(await ask({ from: '2026-03-09', to: '2026-03-01' })).toEqual({ __typename: 'InvalidInput', field: 'to' });
    expect(await messages('happiness')).toEqual({ __typename: 'InvalidInput' });
    await expect(desk.does(trendQuery, { input: week, step: 'day' }, desk.user('sanne'))).rejects.toThrow(/FORBIDDEN/u);
  });
});
