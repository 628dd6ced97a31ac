import { beforeAll, describe, expect, it } from 'vitest';
import { openDesk, sentId, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const proposal = {
  id: null,
  name: 'Parkeren',
  language: 'nl',
  form: 'any',
  visibility: null,
  intent: 'answer',
  body: 'Hoi {naam}, parkeren kan op terrein P3. {Je} hoort uiterlijk {deadline} meer van {medewerker}.',
};

describe('templates of a brand', () => {
  it('are offered once a lead approved them, keep their versions and never overwrite a change unseen', async () => {
    const { templates } = desk.world.modules;
    const viewer = { brandId: desk.world.brandId, userName: 'Sem' };
    const made = await templates.propose(viewer, proposal);
    if (made.kind !== 'done') throw new Error(made.kind);
    const id = made.template._id;
    expect(made.template).toMatchObject({ state: 'draft', approvedVersion: null });
    const asked = await desk.writes({ customer: '31650000001' });
    const offered = async (): Promise<string[]> => {
      const conversation = await desk.conversation(asked.conversationId);
      const choices = await desk.world.modules.replies.choices(conversation, 'Sem', desk.clock.now());
      return choices.filter(({ templateId }) => templateId === id).map(({ text }) => text);
    };
    expect(await offered()).toEqual([]);
    await templates.approve({ ...viewer, userName: 'Marit' }, { id, version: 1 });
    expect(await offered()).toEqual([
      expect.stringMatching(/^Hoi Klant, .*Je hoort uiterlijk morgen om \d\d\.\d\d uur meer van Sem\.$/),
    ]);
    const newer = await templates.propose(viewer, { ...proposal, id, body: 'Parkeren kan op P4, {naam}.' });
    expect(newer).toMatchObject({ kind: 'done', template: { approvedVersion: 1, versions: [{}, { number: 2 }] } });
    expect((await offered())[0]).toContain('P3');
    await templates.archive(desk.world.brandId, { id, archived: true });
    expect(await offered()).toEqual([]);
    expect(await templates.propose(viewer, { ...proposal, id: 'nowhere' })).toEqual({ kind: 'notFound' });
    expect(await templates.propose(viewer, { ...proposal, body: '{nam}' })).toMatchObject({
      kind: 'invalid',
      field: 'body',
    });
  });

  it('count their use and what the customer wrote next', async () => {
    const customer = '31650000002';
    const asked = await desk.writes({ customer, text: 'Ik ben woedend, waar kan ik parkeren?' });
    desk.clock.advance(60_000);
    const text = 'Sorry dat het niet duidelijk was. Parkeren kan op terrein P3, achter het station.';
    const sent = await desk.replies(asked.conversationId, text, { templateId: 'none.anger.answer' });
    expect(sentId(sent)).not.toBe('');
    desk.clock.advance(60_000);
    await desk.writes({ customer, text: 'Super bedankt!', at: desk.clock.now() });
    const outcomes = await desk.world.modules.templates.outcomes(desk.world.brandId);
    expect(outcomes.get('none.anger.answer')).toEqual({ used: 1, calmer: 1, angrier: 0, wroteAgain: 0 });
  });

  it('come with ideas and the hosts that links may lead to, which the draft check holds to', async () => {
    const { templates, replies } = desk.world.modules;
    const { brandId } = desk.world;
    expect(await templates.setIdea(brandId, { id: null, wish: '', offers: ['x'] })).toEqual({ fault: 'wish' });
    const idea = await templates.setIdea(brandId, { id: null, wish: 'taart mee', offers: ['taart bestellen', ' '] });
    expect(idea).toMatchObject({ offers: ['taart bestellen'] });
    expect(await templates.setAllowedHosts(brandId, ['geen domein'])).toBe('geen domein');
    expect(await templates.setAllowedHosts(brandId, ['www.Example.nl'])).toBeNull();
    const asked = await desk.writes({ customer: '31650000003' });
    const basis = await replies.draftBasis(await desk.conversation(asked.conversationId), desk.clock.now());
    expect(basis.allowedHosts).toEqual(['example.nl']);
    await templates.setAllowedHosts(brandId, []);
  });
});
