import { beforeAll, expect, it } from 'vitest';
import { day, openDesk, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const moodQuery = /* GraphQL */ `
  query Mood($id: ID!) {
    contact(id: $id) {
      mood {
        trend
        conversations
        reason {
          nl
        }
        points {
          conversationId
        }
      }
    }
  }
`;

it("a contact's mood goes over messages, and our own clocks outrank polite words", async () => {
  const { contactId, conversationId } = await desk.writes({ text: 'Belachelijk, ik ben woest over deze storing!' });
  desk.clock.advance(day / 4);
  await desk.replies(conversationId, 'Wat vervelend, sorry. De storing is vanochtend om 9 uur opgelost.');
  await desk.world.settled();
  await desk.writes({ text: 'Hartelijk bedankt, het is helemaal opgelost.' });
  const moodOf = () => desk.does(moodQuery, { id: contactId });
  expect(await moodOf()).toMatchObject({
    mood: { trend: 'calming', conversations: 1, points: [{ conversationId }, { conversationId }] },
  });
  desk.clock.advance(day);
  await desk.writes({ text: 'Kunnen jullie mijn factuur opnieuw sturen?' });
  desk.clock.advance(2 * day);
  expect(await moodOf()).toMatchObject({
    mood: { trend: 'rising', reason: { nl: expect.stringContaining('48 uur') as unknown } },
  });
});
