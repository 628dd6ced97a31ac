import { beforeAll, expect, it } from 'vitest';
import { xDm, xMention } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { openDesk, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const accountId = demoAccounts.x.externalId;
const ours = { id: accountId, name: 'De Kraaienhof', handle: 'dekraaienhof' };

it('customers who write in public and in private at the same moment, for the first time, become one contact each', async () => {
  const customers = Array.from({ length: 60 }, (_, index) => {
    const id = String(700_000_000_000 + index);
    return { id, name: `Klant ${id}`, handle: `klant${id}` };
  });
  const at = desk.clock.now();
  const posts = customers.flatMap((author, index) => {
    const id = String(1_890_000_000_000_000_000n + BigInt(index) * 2n);
    const dmId = String(1_890_000_000_000_000_001n + BigInt(index) * 2n);
    const text = 'Wanneer komt mijn pakket?';
    return [
      desk.post('x', xMention({ accountId, author, id, text: `@${ours.handle} ${text}`, at })),
      desk.post('x', xDm({ accountId, from: author, to: ours, id: dmId, text, at })),
    ];
  });
  expect(new Set(await Promise.all(posts))).toEqual(new Set([200]));
  await desk.world.settled();

  const { db } = desk.database;
  expect(await db.collection('contacts').countDocuments()).toBe(customers.length);
  const talks = await db.collection('conversations').find().toArray();
  expect(talks).toHaveLength(2 * customers.length);
  const kindsOf = new Map<string, Set<unknown>>();
  for (const { contactId, visibility } of talks) {
    const kinds = kindsOf.get(contactId as string) ?? new Set();
    kindsOf.set(contactId as string, kinds.add(visibility));
  }
  expect([...kindsOf.values()].every((kinds) => kinds.size === 2)).toBe(true);
});
