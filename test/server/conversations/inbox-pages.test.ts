import { beforeAll, describe, expect, it } from 'vitest';
import { messengerText } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { existing, hour, minute, openDesk, type Desk } from './desk.ts';

const start = new Date('2026-03-02T09:00:00Z');
const count = 120;
const ages = [0, 9, 21, 27];
const pageId = demoAccounts.messenger.externalId;
const psidOf = (index: number): string => `4100${String(index).padStart(4, '0')}`;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(start);
  // Thirty to each of four instants: many deadlines are equal to the millisecond, as on platforms with whole seconds.
  const entry = Array.from({ length: count }, (_, index) => {
    const at = new Date(start.getTime() - existing(ages[index % 4]) * hour);
    const text = index % 10 === 9 ? 'Dankjewel!' : 'Waar kan ik parkeren?';
    const body = messengerText({ pageId, psid: psidOf(index), mid: `m_p${String(index)}`, text, at });
    return (body['entry'] as unknown[])[0];
  });
  await desk.post('messenger', { object: 'page', entry });
  await desk.world.settled();
}, 60_000);

const query = /* GraphQL */ `
  query Inbox($first: Int!, $after: String, $view: InboxView!) {
    conversations(view: $view, first: $first, after: $after) {
      nodes {
        id
        risk
        riskAt
        lastMessageAt
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`;
type Row = { id: string; risk: string; riskAt: string | null; lastMessageAt: string };
type Page = { nodes: Row[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } };

async function walk(
  first: number,
  between: () => Promise<void> = () => Promise.resolve(),
  view = 'open',
): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  for (;;) {
    const data = await desk.world.execute(desk.user('sanne'), query, { first, after, view });
    const { nodes, pageInfo } = data['conversations'] as Page;
    rows.push(...nodes);
    expect(nodes.length).toBeLessThanOrEqual(first);
    if (!pageInfo.hasNextPage) return rows;
    expect(nodes.length).toBeGreaterThan(0);
    after = pageInfo.endCursor;
    await between();
  }
}

const order = ['missed', 'dueSoon', 'waiting', 'calm'];

describe('the inbox', () => {
  it.each([1, 7, 30, 100])('shows every conversation once, %i at a time', async (first) => {
    const rows = await walk(first);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(count);
    expect(rows).toHaveLength(count);
  });

  it('puts missed first, longest first, then due soon, waiting, and calm newest first', async () => {
    const rows = await walk(50);
    const ranks = rows.map(({ risk }) => order.indexOf(risk));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(rows.map(({ risk }) => risk))).toEqual(new Set(order));
    const due = rows.flatMap(({ riskAt }) => (riskAt === null ? [] : [Date.parse(riskAt)]));
    expect(due).toEqual([...due].sort((a, b) => a - b));
    const calm = rows.filter(({ riskAt }) => riskAt === null).map(({ lastMessageAt }) => Date.parse(lastMessageAt));
    expect(calm).toEqual([...calm].sort((a, b) => b - a));
    expect(calm).toHaveLength(12);
  });

  it('counts the same that it shows', async () => {
    const counts = /* GraphQL */ `
      query Counts {
        inboxCounts {
          missed
          dueSoon
          waiting
        }
      }
    `;
    for (const stepMs of [0, 20 * minute, 5 * hour]) {
      desk.clock.advance(stepMs);
      const data = await desk.world.execute(desk.user('sanne'), counts, {});
      const rows = await walk(100);
      const shown = (risk: string) => rows.filter((row) => row.risk === risk).length;
      expect(data['inboxCounts']).toEqual({
        missed: shown('missed'),
        dueSoon: shown('dueSoon'),
        waiting: shown('waiting'),
      });
    }
  });

  it('loses nobody who stays put while others are answered, closed and write anew', async () => {
    const before = await walk(100);
    const moving = before.filter((_, index) => index % 5 === 0).map(({ id }) => id);
    const staying = before.map(({ id }) => id).filter((id) => !moving.includes(id));
    const left = [...moving];
    const close = /* GraphQL */ `
      mutation Close($id: ID!) {
        closeConversation(id: $id, reason: "Opgelost") {
          __typename
        }
      }
    `;
    let step = 0;
    const rows = await walk(9, async () => {
      step += 1;
      desk.clock.advance(1_000);
      await desk.writes({ customer: `4199${String(step).padStart(4, '0')}` });
      const id = left.shift();
      if (id !== undefined) await desk.does(close, { id });
    });
    const seen = rows.map(({ id }) => id);
    expect(new Set(seen).size).toBe(seen.length);
    expect(staying.filter((id) => !seen.includes(id))).toEqual([]);
    const closed = await walk(10, undefined, 'closed');
    expect(new Set(closed.map(({ id }) => id))).toEqual(new Set(moving.slice(0, closed.length)));
  }, 60_000);

  it('refuses a cursor that it did not make', async () => {
    const bad = desk.world.execute(desk.user('sanne'), query, { first: 5, after: 'abc', view: 'open' });
    await expect(bad).rejects.toThrow('INVALID_CURSOR');
  });
});

describe('alerts', () => {
  it('are each shown once, page by page, also those of one instant', async () => {
    await desk.world.modules.conversations.sweep(desk.clock.now());
    const alerts = /* GraphQL */ `
      query Alerts($after: String) {
        alerts(first: 3, after: $after) {
          nodes {
            id
          }
          pageInfo {
            endCursor
            hasNextPage
          }
        }
      }
    `;
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const data = await desk.world.execute(desk.user('sanne'), alerts, { after });
      const page = data['alerts'] as { nodes: { id: string }[]; pageInfo: Page['pageInfo'] };
      seen.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await desk.database.db.collection('alerts').countDocuments());
    expect(seen.length).toBeGreaterThan(40);
  });
});
