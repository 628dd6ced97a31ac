import { beforeAll, describe, expect, it } from 'vitest';
import type { ResponseClockDoc } from '#server/modules/clocks/index.ts';
import { day, hour, minute, openDesk, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
/** A Monday, 10:00 in Amsterdam. */
const monday = new Date('2026-03-02T09:00:00Z');

/** 40 customers of each of the last four Mondays at ten, answered after 1, 2, ... 40 minutes; one still waits since Friday. */
function pastTurns({ brandId, accounts }: Desk['world'], channel: 'messenger' | 'whatsapp'): ResponseClockDoc[] {
  const turn = (id: string, startedAt: Date, waitedMs: number | null): ResponseClockDoc => ({
    _id: `${channel}-${id}`,
    brandId,
    conversationId: `conversation-${id}`,
    contactId: 'contact',
    accountId: accounts[channel]._id,
    channel,
    visibility: 'private',
    state: waitedMs === null ? 'running' : 'answered',
    startedAt,
    stoppedAt: waitedMs === null ? null : new Date(startedAt.getTime() + waitedMs),
    stoppedBy: waitedMs === null ? null : 'agent',
    stopMessageId: null,
    usualMs: hour,
    maxMs: day,
    dueAt: new Date(startedAt.getTime() + day),
    reason: null,
    calendarMs: waitedMs,
    openHoursMs: waitedMs,
  });
  const answered = [1, 2, 3, 4].flatMap((week) =>
    Array.from({ length: 40 }, (_, at) =>
      turn(`${String(week)}-${String(at)}`, new Date(monday.getTime() - week * 7 * day), (at + 1) * minute),
    ),
  );
  return [...answered, turn('waits', new Date(monday.getTime() - 3 * day), null)];
}

beforeAll(async () => {
  desk = await openDesk(monday);
  const turns = pastTurns(desk.world, 'messenger');
  await desk.database.db.collection<ResponseClockDoc>('responseClocks').insertMany(turns);
});

const advice = /* GraphQL */ `
  query Advice($channel: String!, $visibility: Visibility, $rate: Float! = 0.9, $days: Int! = 30) {
    promiseAdvice(channel: $channel, visibility: $visibility, rate: $rate, days: $days) {
      __typename
      ... on InvalidInput {
        field
      }
      ... on PromiseAdviceGrid {
        samples
        kinds {
          visibility
          n
          withinMs
        }
        alike
        queue
        now {
          level
          visibility
          n
          wording {
            nl
            en
          }
        }
        cells {
          weekday
          hour
          open
          advice {
            level
            wording {
              nl
            }
          }
        }
      }
    }
  }
`;
const simulate = /* GraphQL */ `
  query Simulate($channel: String!, $text: String!, $visibility: Visibility) {
    simulatePromise(channel: $channel, text: $text, visibility: $visibility) {
      __typename
      ... on InvalidInput {
        field
      }
      ... on PromiseSimulation {
        n
        kept
        share
        visibility
        misses {
          conversationId
          answeredAt
        }
        contradictions {
          code
          remedy {
            kind
            wording {
              nl
            }
          }
        }
      }
    }
  }
`;
const lead = () => desk.user('marit');
const messenger = { channel: 'messenger' };

describe('advice over the API', () => {
  it('gives the wording for now and for every hour of the week', async () => {
    const answer = await desk.does(advice, messenger, lead());
    expect(answer).toMatchObject({ samples: 161, queue: 1, now: { level: 'hour', n: 160 } });
    expect(answer['now']).toMatchObject({ wording: { nl: 'binnen 40 minuten', en: 'within 40 minutes' } });
    const cells = answer['cells'] as { weekday: number; hour: number; open: boolean; advice: unknown }[];
    expect(cells).toHaveLength(168);
    expect(cells[10]).toMatchObject({ weekday: 0, hour: 10, open: true, advice: { level: 'hour' } });
    expect(cells[6 * 24 + 3]).toMatchObject({ weekday: 6, hour: 3, open: false, advice: { level: 'channel' } });
  });

  it('simulates a text, with its misses and what speaks against it', async () => {
    const answer = await desk.does(simulate, { ...messenger, text: 'Je krijgt binnen 20 minuten antwoord.' }, lead());
    expect(answer).toMatchObject({ n: 161, kept: 80 });
    expect(answer['misses']).toHaveLength(50);
    expect((answer['misses'] as unknown[])[0]).toEqual({ conversationId: 'conversation-waits', answeredAt: null });
    expect(answer['contradictions']).toEqual([
      { code: 'rarelyKept', remedy: { kind: 'adjust', wording: { nl: 'binnen 40 minuten' } } },
    ]);
  });

  it('tells private messages and public ones apart, in advice and in simulations', async () => {
    const comments = pastTurns(desk.world, 'messenger')
      .filter(({ state }) => state === 'answered')
      .map((turn) => ({ ...turn, _id: `public-${turn._id}`, visibility: 'public' as const }))
      .map((turn) => ({ ...turn, stoppedAt: new Date((turn.stoppedAt?.getTime() ?? 0) + 2 * hour) }));
    const collection = desk.database.db.collection<ResponseClockDoc>('responseClocks');
    await collection.insertMany(comments);
    // A minute over the five for which a brand's times are kept.
    desk.clock.advance(6 * minute);
    const of = async (visibility: string | null) => desk.does(advice, { ...messenger, visibility }, lead());
    const kinds = [
      { visibility: 'private', n: 161, withinMs: 37 * minute },
      { visibility: 'public', n: 160, withinMs: 157 * minute },
    ];
    expect(await of('private')).toMatchObject({
      ...{ samples: 161, kinds, alike: false },
      now: { visibility: 'private', n: 160, wording: { nl: 'binnen 40 minuten' } },
    });
    expect(await of('public')).toMatchObject({
      samples: 160,
      now: { visibility: 'public', wording: { nl: 'binnen 3 uur' } },
    });
    expect(await of(null)).toMatchObject({ samples: 321, now: { visibility: null, n: 320 } });
    const text = 'Je krijgt binnen 60 minuten antwoord.';
    const tried = async (visibility: string | null) => desk.does(simulate, { ...messenger, text, visibility }, lead());
    expect(await tried('public')).toMatchObject({ n: 160, kept: 0, visibility: 'public' });
    expect(await tried('private')).toMatchObject({ n: 161, kept: 160, visibility: 'private' });
    expect(await tried(null)).toMatchObject({ n: 321, kept: 160, visibility: null });
    await collection.deleteMany({ _id: { $in: comments.slice(20).map(({ _id }) => _id) } });
    desk.clock.advance(6 * minute);
    // Twenty comments are too few: both kinds together, and it says so.
    expect(await tried('public')).toMatchObject({ n: 181, visibility: null });
    await collection.deleteMany({ _id: { $in: comments.map(({ _id }) => _id) } });
    desk.clock.set(monday);
  });

  it.each([
    ['a channel that does not exist', { channel: 'fax' }, 'channel'],
    ['a certainty that nobody can promise', { ...messenger, rate: 1 }, 'rate'],
    ['no days', { ...messenger, days: 0 }, 'days'],
  ])('refuses in words: %s', async (_name, variables, field) => {
    expect(await desk.does(advice, variables, lead())).toEqual({ __typename: 'InvalidInput', field });
  });

  it('refuses a text that is too long, and agents', async () => {
    const text = 'a'.repeat(2_001);
    expect(await desk.does(simulate, { ...messenger, text }, lead())).toMatchObject({ field: 'text' });
    await expect(desk.does(advice, messenger)).rejects.toThrow();
  });

  it('knows nothing of another brand', async () => {
    const { modules } = desk.world;
    const brand = await modules.agents.createBrand({ name: 'Ander', timeZone: 'Europe/Amsterdam' });
    const stranger = { ...lead(), brandId: brand.id };
    const answer = await desk.does(advice, messenger, stranger);
    expect(answer).toMatchObject({ samples: 0, queue: 0, now: null });
  });
});

describe('an automatic reply with a slot', () => {
  const reply = async (channel: 'messenger' | 'whatsapp', text: string) => {
    const { modules, brandId, accounts, settled } = desk.world;
    const input = { enabled: true, publicEnabled: false, text, userId: null };
    await modules.accounts.setAutoReply(brandId, accounts[channel]._id, input);
    const { conversationId } = await desk.writes({ channel, customer: '31655555555' });
    await settled();
    const sent = (await desk.messages(conversationId)).find(({ authorKind }) => authorKind === 'autoReply');
    return { conversationId, text: sent?.text };
  };

  it('goes out with the words that can be kept, which are then a promise', async () => {
    const { conversationId, text } = await reply('messenger', 'Bedankt! Je krijgt {termijn} antwoord.');
    expect(text).toBe('Bedankt! Je krijgt binnen 40 minuten antwoord.');
    const { modules, brandId } = desk.world;
    const [promise] = await modules.promises.ofConversations(brandId, [conversationId]);
    expect(promise?.dueAt.getTime()).toBe((promise?.madeAt.getTime() ?? 0) + 40 * minute);
  });

  it('of a channel without cases of its own uses what is known of all', async () => {
    const { text } = await reply('whatsapp', 'Thanks! You will hear from us {deadline}.');
    expect(text).toBe('Thanks! You will hear from us within 40 minutes.');
  });
});

describe('the draft check', () => {
  it('knows what can honestly be promised in a conversation', async () => {
    const { conversationId } = await desk.writes({ text: 'Waar kan ik mijn fiets stallen?' });
    const basis = await desk.world.modules.replies.draftBasis(await desk.conversation(conversationId), monday);
    // 41 cases of this hour and queue, of which 90 % took up to 37 minutes.
    expect(basis.advice).toEqual({ honestAt: new Date(monday.getTime() + 40 * minute), keptShare: 1 });
    const query = /* GraphQL */ `
      query Basis($id: ID!) {
        conversation(id: $id) {
          __typename
          draftBasis {
            advice {
              honestAt
              keptShare
            }
          }
        }
      }
    `;
    const answer = await desk.does(query, { id: conversationId });
    expect(answer['draftBasis']).toEqual({ advice: { honestAt: '2026-03-02T09:40:00.000Z', keptShare: 1 } });
    const other = await desk.writes({ channel: 'whatsapp', customer: '31600000009', text: 'Zijn honden welkom?' });
    const unknown = await desk.world.modules.replies.draftBasis(await desk.conversation(other.conversationId), monday);
    expect(unknown.advice).toBeNull();
  });
});
