import { beforeAll, describe, expect, it } from 'vitest';
import { messengerText } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { existing, minute, openDesk, type Desk } from './desk.ts';

const start = new Date('2026-03-02T09:00:00Z');
const psid = '881001';
const length = 47;
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date(start.getTime() + 60 * minute));
});

const query = /* GraphQL */ `
  query Page($id: ID!, $last: Int, $before: String) {
    conversation(id: $id) {
      messages(last: $last, before: $before) {
        nodes {
          text
        }
        startCursor
        hasPreviousPage
      }
    }
  }
`;

type Page = {
  conversation: {
    messages: { nodes: { text: string }[]; startCursor: string | null; hasPreviousPage: boolean };
  };
};

async function allPages(id: string, last: number): Promise<string[][]> {
  const pages: string[][] = [];
  let before: string | null = null;
  do {
    const answer = (await desk.world.execute(desk.user('sanne'), query, { id, last, before })) as Page;
    const { nodes, startCursor, hasPreviousPage } = answer.conversation.messages;
    pages.unshift(nodes.map(({ text }) => text));
    before = hasPreviousPage ? startCursor : null;
  } while (before !== null);
  return pages;
}

describe('the messages of a conversation', () => {
  it('come in pages without a gap or a double, also where thirty were sent at one instant', async () => {
    const texts = Array.from({ length }, (_, index) => `bericht ${String(index).padStart(2, '0')}`);
    for (const [index, text] of texts.entries()) {
      const at = new Date(start.getTime() + (index >= 8 && index < 38 ? 8 : index) * minute);
      const mid = `page.${String(index)}`;
      await desk.post('messenger', messengerText({ pageId: demoAccounts.messenger.externalId, psid, mid, text, at }));
    }
    await desk.world.settled();
    const { db } = desk.database;
    const [conversation] = await db.collection('conversations').find({ customerExternalId: psid }).toArray();
    const id = String(existing(conversation)._id);
    for (const last of [5, 20, 50]) {
      const pages = await allPages(id, last);
      expect(pages.flat()).toEqual(texts);
      expect(pages.slice(1).every((page) => page.length === last)).toBe(true);
    }
  });
});
