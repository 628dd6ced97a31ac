import { beforeAll, describe, expect, it } from 'vitest';
import { hour, minute, openDesk, type Answer, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
const begin = new Date('2026-03-02T09:00:00Z');

type Told = { readonly at: string; readonly users: readonly { readonly name: string }[] };
type Line = {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly raisedAt: string;
  readonly settledAt: string | null;
  readonly settledAs: string | null;
  readonly progress: string;
  readonly readings: readonly { readonly at: string; readonly user: { readonly name: string } }[];
  readonly steps: readonly Told[];
};

const fields = `id kind at raisedAt settledAt settledAs progress
  readings { at user { name } } steps { at users { name } } conversation { id }`;
const historySource = `query History($input: AlertHistoryInput!, $first: Int, $after: String) {
  alertHistory(input: $input, first: $first, after: $after) {
    __typename
    ... on InvalidInput { field message { nl en } }
    ... on AlertConnection { nodes { ${fields} } pageInfo { endCursor hasNextPage } }
  }
}`;

function ask(input: object, page: { first?: number; after?: unknown } = {}): Promise<Answer> {
  return desk.does(
    historySource,
    { input: { from: '2026-03-01', to: '2026-03-31', ...input }, ...page },
    desk.user('marit'),
  );
}

const linesOf = (answer: Answer): readonly Line[] => answer['nodes'] as readonly Line[];

beforeAll(async () => {
  desk = await openDesk(begin);
  const chain = [
    { afterMinutes: 0, to: 'assignee', byEmail: false },
    { afterMinutes: 15, to: 'leads', byEmail: false },
  ];
  const source = `mutation S($input: NotificationSettingsInput!) { setNotificationSettings(input: $input) { __typename } }`;
  await desk.does(source, { input: { chain, kinds: ['normMissed'], language: 'nl' } }, desk.user('marit'));
});

describe('the history of alerts', () => {
  it('tells when an alert was raised, whom it reached, who saw it when and what ended it', async () => {
    const { conversationId } = await desk.writes({ text: 'Waar blijft mijn antwoord?' });
    await desk.does('mutation C($id: ID!) { claimConversation(id: $id) { __typename } }', { id: conversationId });
    desk.clock.set(new Date(begin.getTime() + 23 * hour));
    await desk.world.modules.conversations.sweep(desk.clock.now());
    desk.clock.set(new Date(begin.getTime() + 24 * hour + 2 * minute));
    const missedAt = desk.clock.now();
    await desk.world.modules.conversations.sweep(missedAt);
    await desk.world.modules.notifications.loop.settled();
    desk.clock.advance(15 * minute);
    const escalatedAt = desk.clock.now();
    await desk.world.modules.notifications.loop.settled();

    const [unread] = linesOf(await ask({ kinds: ['normMissed'] }));
    expect(unread).toMatchObject({
      at: new Date(begin.getTime() + 24 * hour).toISOString(),
      raisedAt: missedAt.toISOString(),
      progress: 'unread',
      settledAt: null,
      readings: [],
      steps: [
        { at: missedAt.toISOString(), users: [{ name: 'Sanne de Vries' }] },
        { at: escalatedAt.toISOString(), users: [{ name: 'Marit Hoekstra' }] },
      ],
    });

    desk.clock.advance(minute);
    const seenAt = desk.clock.now().toISOString();
    const see = 'mutation M($ids: [ID!]!) { markAlertsSeen(ids: $ids) }';
    await desk.does(see, { ids: [unread?.id] }, desk.user('marit'));
    desk.clock.advance(minute);
    // Seen again, it stays seen when it was seen first.
    await desk.does(see, { ids: [unread?.id] }, desk.user('marit'));
    expect(linesOf(await ask({ progress: 'read' }))).toMatchObject([
      { id: unread?.id, readings: [{ at: seenAt, user: { name: 'Marit Hoekstra' } }] },
    ]);

    desk.clock.advance(minute);
    const answeredAt = desk.clock.now().toISOString();
    await desk.replies(conversationId, 'Sorry dat je moest wachten. Parkeren kan gratis achter het station.');
    await desk.world.settled();
    const lines = linesOf(await ask({ progress: 'settled' }));
    expect(lines.map(({ kind, settledAs }) => ({ kind, settledAs }))).toEqual([
      { kind: 'normMissed', settledAs: 'acted' },
      { kind: 'normDueSoon', settledAs: 'overtaken' },
    ]);
    // The warning keeps the instant of the miss that overtook it, however often the conversation is worked out again.
    expect(lines.map(({ settledAt }) => settledAt)).toEqual([answeredAt, missedAt.toISOString()]);
    const ofConversation = await desk.world.execute(
      desk.user('sanne'),
      `query A($id: ID!) { conversation(id: $id) { alerts { ${fields} } } }`,
      { id: conversationId },
    );
    expect(ofConversation).toMatchObject({ conversation: { alerts: lines } });
  });

  it('goes on page by page, by day, kind and person, and skips none', async () => {
    for (const customer of ['31670000001', '31670000002', '31670000003']) await desk.writes({ customer });
    desk.clock.advance(25 * hour);
    await desk.world.modules.conversations.sweep(desk.clock.now());
    await desk.world.modules.notifications.loop.settled();
    const all = linesOf(await ask({}));
    const seen: string[] = [];
    let after: unknown = null;
    for (;;) {
      const page = await ask({}, { first: 2, after });
      seen.push(...linesOf(page).map(({ id }) => id));
      const info = page['pageInfo'] as { endCursor: string | null; hasNextPage: boolean };
      if (!info.hasNextPage) break;
      after = info.endCursor;
    }
    expect(all.length).toBeGreaterThan(4);
    expect(seen).toEqual(all.map(({ id }) => id));
    const marit = desk.user('marit').userId;
    expect(
      linesOf(await ask({ toldUserId: marit })).every(({ steps }) => JSON.stringify(steps).includes('Marit')),
    ).toBe(true);
    expect(linesOf(await ask({ from: '2026-03-03', to: '2026-03-03' })).map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-03-03',
      '2026-03-03',
    ]);
    expect(linesOf(await ask({ kinds: ['repeatedAutoReply'] }))).toEqual([]);
  });

  it('names the day that is none', async () => {
    expect(await ask({ from: '2026-02-31' })).toMatchObject({
      __typename: 'InvalidInput',
      field: 'from',
      message: { nl: 'De eerste dag klopt niet.' },
    });
    expect(await ask({ from: '2026-03-05', to: '2026-03-04' })).toMatchObject({ field: 'to' });
  });

  it('is for leads and admins', async () => {
    const asked = desk.world.execute(desk.user('sanne'), historySource, {
      input: { from: '2026-03-01', to: '2026-03-02' },
    });
    await expect(asked).rejects.toThrow();
  });
});
