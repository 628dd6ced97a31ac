import { beforeAll, describe, expect, it } from 'vitest';
import { day, existing, openDesk, sentId, type Desk } from '#test/server/conversations/desk.ts';

const query = /* GraphQL */ `
  query Templates($id: ID!, $fresh: Boolean) {
    platformTemplates(conversationId: $id, fresh: $fresh) {
      fetchedAt
      problem {
        nl
      }
      templates {
        name
        bodyVariables
        headerVariables
        obstacle {
          nl
        }
      }
    }
  }
`;
type List = {
  fetchedAt: string | null;
  problem: { nl: string } | null;
  templates: { name: string; bodyVariables: string[]; headerVariables: string[]; obstacle: { nl: string } | null }[];
};

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const listFor = async (id: string, fresh = false): Promise<List | null> =>
  (await desk.world.execute(desk.user('sanne'), query, { id, fresh }))['platformTemplates'] as List | null;
const numbered = (values: readonly string[]) => ({
  name: 'antwoord_op_je_vraag',
  language: 'nl',
  values: values.map((text, index) => ({ part: 'body', name: String(index + 1), text })),
});

describe('templates', () => {
  it('are listed for WhatsApp only, kept for an hour, and fetched anew when asked', async () => {
    const { conversationId } = await desk.writes({ channel: 'whatsapp', customer: '31671000001' });
    const first = existing(await listFor(conversationId));
    expect(first.templates.filter(({ obstacle }) => obstacle === null).map(({ name }) => name)).toEqual([
      'answer_to_your_question',
      'antwoord_op_je_vraag',
      'excuus_late_reactie',
    ]);
    desk.clock.advance(59 * 60_000);
    expect((await listFor(conversationId))?.fetchedAt).toBe(first.fetchedAt);
    expect((await listFor(conversationId, true))?.fetchedAt).not.toBe(first.fetchedAt);
    const elsewhere = await desk.writes({ channel: 'messenger', customer: '31671000002' });
    expect(await listFor(elsewhere.conversationId)).toBeNull();
  });

  it('open a conversation again after the window, with the words the customer reads', async () => {
    const { conversationId } = await desk.writes({ channel: 'whatsapp', customer: '31671000003' });
    desk.clock.advance(2 * day);
    expect(await desk.replies(conversationId, 'Dit kan niet meer.')).toMatchObject({ __typename: 'ReplyNotAllowed' });
    const id = sentId(await desk.replies(conversationId, '', { template: numbered(['Roos', 'de\n treinen']) }));
    await desk.world.settled();
    const message = await desk.message(id);
    expect(message.delivery?.state).toBe('read');
    expect(message.text).toContain('Dag Roos, je vroeg ons iets over de treinen.');
    expect(message.text).toContain('Openluchtpark De Kraaienhof');
    expect(desk.simulator.sends.at(-1)?.template).toMatchObject({
      name: 'antwoord_op_je_vraag',
      language: { code: 'nl' },
    });
  });

  it('are refused with an empty place, when paused, unknown, or on another channel', async () => {
    const { conversationId } = await desk.writes({ channel: 'whatsapp', customer: '31671000004' });
    const send = (template: unknown, where = conversationId) => desk.replies(where, '', { template });
    expect(await send(numbered(['Roos', ' ']))).toMatchObject({ __typename: 'InvalidInput', field: 'template' });
    const paused = { name: 'zomerprogramma', language: 'nl', values: [{ part: 'body', name: '1', text: 'Roos' }] };
    expect(await send(paused)).toMatchObject({ __typename: 'ReplyNotAllowed' });
    expect(await send({ ...numbered(['a', 'b']), language: 'fr' })).toMatchObject({ __typename: 'ReplyNotAllowed' });
    const elsewhere = await desk.writes({ channel: 'messenger', customer: '31671000005' });
    expect(await send(numbered(['a', 'b']), elsewhere.conversationId)).toMatchObject({ __typename: 'ReplyNotAllowed' });
  });

  it('that cannot be fetched leave the last known list, with what is wrong', async () => {
    const { conversationId } = await desk.writes({ channel: 'whatsapp', customer: '31671000006' });
    const known = existing(await listFor(conversationId, true));
    const { accounts } = desk.world.modules;
    const { brandId } = desk.world;
    const { channel, externalId, name } = desk.world.accounts.whatsapp;
    await accounts.add({ brandId, channel, externalId, name, credentials: { accessToken: 'dead-token' } });
    const after = existing(await listFor(conversationId, true));
    expect(after.templates).toEqual(known.templates);
    expect(after.problem?.nl).toContain('konden niet worden opgehaald');
  });
});
