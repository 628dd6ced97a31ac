import { beforeAll, describe, expect, it } from 'vitest';
import { hour, minute, openDesk, type Answer, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const usual = { kind: 'share', amount: 20 };
const minutes = (amount: number, kind = 'calendar') => ({ kind, amount });
const general = { channel: null, visibility: 'private', norm: [usual], explicit: [usual], vague: [usual] };

function set(input: object, user = 'marit'): Promise<Answer> {
  const source = `mutation S($input: SetWarningRulesInput!) {
    setWarningRules(input: $input) {
      __typename
      ... on InvalidInput { field message { nl en } }
      ... on SetWarningRulesSuccess { rules { channel { name } visibility norm { kind amount } } }
    }
  }`;
  return desk.does(source, { input: { ...general, ...input } }, desk.user(user));
}

async function sweepAt(at: Date): Promise<void> {
  desk.clock.set(at);
  // Several sweepers at once: one alert each all the same.
  await Promise.all(Array.from({ length: 3 }, () => desk.world.modules.conversations.sweep(at)));
}

type Raised = { readonly kind: string; readonly at: Date; readonly settled: boolean };

async function alertsOf(conversationId: string): Promise<Raised[]> {
  const found = await desk.database.db.collection<Raised>('alerts').find({ conversationId }).toArray();
  return found.map(({ kind, at, settled }) => ({ kind, at, settled })).sort((a, b) => a.at.getTime() - b.at.getTime());
}

describe('chosen lead times', () => {
  it('warn once each, also when several sweep, and the later warning takes the place of the earlier', async () => {
    expect(await set({ norm: [minutes(60), minutes(15)] })).toMatchObject({ __typename: 'SetWarningRulesSuccess' });
    const asked = await desk.writes({ customer: '31663000001' });
    const dueAt = asked.sentAt.getTime() + 24 * hour;
    const first = { kind: 'normDueSoon', at: new Date(dueAt - 60 * minute) };
    const second = { kind: 'normDueSoon', at: new Date(dueAt - 15 * minute) };
    await sweepAt(new Date(dueAt - 61 * minute));
    expect(await alertsOf(asked.conversationId)).toEqual([]);
    await sweepAt(new Date(dueAt - 59 * minute));
    expect(await alertsOf(asked.conversationId)).toEqual([{ ...first, settled: false }]);
    expect((await desk.conversation(asked.conversationId)).nextWakeAt).toEqual(second.at);
    const { conversations } = desk.world.modules;
    // The sweeper knows when to look again, within its poll.
    expect(await conversations.nextSweepInMs(new Date(second.at.getTime() - 40), 100)).toBe(40);
    expect(await conversations.nextSweepInMs(new Date(second.at.getTime() - 200), 100)).toBeNull();
    await sweepAt(new Date(dueAt - 14 * minute));
    await sweepAt(new Date(dueAt - 13 * minute));
    const both = [
      { ...first, settled: true },
      { ...second, settled: false },
    ];
    expect(await alertsOf(asked.conversationId)).toEqual(both);
    await sweepAt(new Date(dueAt + minute));
    expect(await alertsOf(asked.conversationId)).toEqual([
      { ...first, settled: true },
      { ...second, settled: true },
      { kind: 'normMissed', at: new Date(dueAt), settled: false },
    ]);
  });

  it('after an outage only the last warning goes out', async () => {
    const asked = await desk.writes({ customer: '31663000002' });
    const dueAt = asked.sentAt.getTime() + 24 * hour;
    await sweepAt(new Date(dueAt - 5 * minute));
    expect(await alertsOf(asked.conversationId)).toEqual([
      { kind: 'normDueSoon', at: new Date(dueAt - 15 * minute), settled: false },
    ]);
  });

  it('hold for deadlines set from then on: what was running keeps its own', async () => {
    const asked = await desk.writes({ customer: '31663000003' });
    desk.clock.advance(minute);
    await set({ norm: [minutes(30)] });
    const dueAt = asked.sentAt.getTime() + 24 * hour;
    await sweepAt(new Date(dueAt - 50 * minute));
    expect((await alertsOf(asked.conversationId)).map(({ at }) => at)).toEqual([new Date(dueAt - 60 * minute)]);
  });

  it('of a channel go before the general ones, and differ for vague promises and promises with a time', async () => {
    desk.clock.set(new Date('2026-03-09T09:00:00Z'));
    const own = { channel: 'whatsapp', norm: [minutes(5)], explicit: [minutes(20, 'openHours')], vague: [minutes(45)] };
    expect(await set(own)).toMatchObject({ rules: { channel: { name: 'whatsapp' } } });
    const promise = async (customer: string, text: string) => {
      const asked = await desk.writes({ channel: 'whatsapp', customer });
      await desk.replies(asked.conversationId, text);
      await desk.world.settled();
      const { nextWakeAt, riskAt } = await desk.conversation(asked.conversationId);
      return ((riskAt?.getTime() ?? 0) - (nextWakeAt?.getTime() ?? 0)) / minute;
    };
    expect(await promise('31663000004', 'Je krijgt vandaag voor 16:00 antwoord van ons.')).toBe(20);
    expect(await promise('31663000005', 'Je krijgt zo snel mogelijk antwoord van ons.')).toBe(45);
  });
});

describe('rules that do not fit', () => {
  it.each([
    ['none', 'norm', []],
    ['five', 'explicit', [1, 2, 3, 4, 5].map((amount) => minutes(amount))],
    ['twice the same', 'vague', [minutes(15), minutes(15)]],
    ['nothing before', 'norm', [minutes(0)]],
    ['more than the time given', 'norm', [{ kind: 'share', amount: 91 }]],
    ['more than a week', 'norm', [minutes(10_081)]],
  ])('are refused: %s', async (_name, field, leads) => {
    expect(await set({ [field]: leads })).toMatchObject({ __typename: 'InvalidInput', field });
  });

  it('are refused for a channel that does not exist and for who may not set them', async () => {
    expect(await set({ channel: 'fax' })).toMatchObject({ __typename: 'InvalidInput', field: 'channel' });
    await expect(set({}, 'sanne')).rejects.toThrow();
  });
});
