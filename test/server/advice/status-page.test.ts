import { beforeAll, describe, expect, it } from 'vitest';
import { hour, minute, openDesk, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
let address = '';
const get = (path: string) => fetch(`${desk.origin}${path}`);
const set = 'mutation Set($enabled: Boolean!) { setStatusPage(enabled: $enabled) { __typename enabled path } }';

beforeAll(async () => {
  // A Monday, 10:00 in Amsterdam.
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
  const { path } = await desk.world.modules.publicStatus.pageOf(desk.world.brandId);
  address = path;
  for (let at = 0; at < 10; at += 1) {
    const { conversationId } = await desk.writes({ customer: `3166000000${String(at)}`, text: 'Geheime vraag?' });
    desk.clock.advance(minute);
    await desk.replies(conversationId, 'De parkeerplaats ligt naast de ingang.');
    await desk.world.settled();
  }
  await desk.writes({ customer: '31660000099', text: 'Geheime vraag?' });
  desk.clock.advance(minute);
});

describe('the public status page', () => {
  it('tells per channel what is real, and nothing of any customer', async () => {
    const response = await get(`${address}.json`);
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).not.toMatch(/Geheime|Klant|conversation/u);
    const { channels } = JSON.parse(text) as { channels: Record<string, unknown>[] };
    expect(channels.find(({ channel }) => channel === 'messenger')).toMatchObject({
      openNow: true,
      opensAt: null,
      firstAnswer: 'human',
      waiting: 1,
      medianMinutes: 1,
      basis: 'thisHour',
      wording: null,
    });
    expect(channels.find(({ channel }) => channel === 'whatsapp')).toMatchObject({ waiting: 0, medianMinutes: null });
  });

  it('keeps private and public messages of a channel apart, where both exist', async () => {
    await desk.writes({ channel: 'x', customer: '31699000001', text: 'Is er morgen markt?', public: true });
    await desk.writes({ channel: 'x', customer: '31699000002', text: 'Mag ik mijn bestelling wijzigen?' });
    await desk.writes({ channel: 'x', customer: '31699000003', text: 'Waar staat mijn pakket?' });
    desk.clock.advance(minute);
    const { channels } = (await (await get(`${address}.json`)).json()) as { channels: Record<string, unknown>[] };
    expect(channels.filter(({ channel }) => channel === 'x')).toMatchObject([
      { visibility: 'private', waiting: 2 },
      { visibility: 'public', waiting: 1 },
    ]);
    expect(channels.filter(({ channel }) => channel === 'messenger')).toMatchObject([{ visibility: null }]);
    const page = await (await get(address)).text();
    expect(page).toMatch(/<h2>X: privéberichten<\/h2>[^]*2 klanten wachten[^]*<h2>X: openbare berichten<\/h2>/u);
    expect(page).toContain('<h2>Facebook Messenger</h2>');
  });

  it('is a page without script or style of its own, in two languages', async () => {
    const response = await get(address);
    expect(response.headers.get('content-type')).toContain('text/html');
    const page = await response.text();
    expect(page).toContain('<html lang="nl">');
    expect(page).toContain('1 klant wacht nu op antwoord.');
    expect(page).not.toMatch(/<script|<style|style=/u);
    expect(await (await get(`${address}?lang=en`)).text()).toContain('1 customer is waiting');
    expect((await get('/status/status.css')).headers.get('content-type')).toContain('text/css');
  });

  it('is kept for half a minute', async () => {
    const at = async () => ((await (await get(`${address}.json`)).json()) as { at: string }).at;
    const first = await at();
    desk.clock.advance(10_000);
    expect(await at()).toBe(first);
    desk.clock.advance(minute);
    expect(await at()).not.toBe(first);
  });

  it('says when a closed channel opens', async () => {
    desk.clock.advance(10 * hour);
    expect(await (await get(address)).text()).toContain('Nu gesloten, weer open dinsdag 3 maart');
  });

  it('does not exist for an unknown brand, nor once it is switched off by a lead', async () => {
    expect((await get('/status/nobody')).status).toBe(404);
    expect((await get('/status/nobody.json')).status).toBe(404);
    await expect(desk.does(set, { enabled: false })).rejects.toThrow();
    expect(await desk.does(set, { enabled: false }, desk.user('marit'))).toMatchObject({ enabled: false });
    expect((await get(address)).status).toBe(404);
    expect((await get(`${address}.json`)).status).toBe(404);
  });

  it('is off for a new brand', async () => {
    const { modules } = desk.world;
    const brand = await modules.agents.createBrand({ name: 'Ander', timeZone: 'Europe/Amsterdam' });
    expect((await modules.publicStatus.pageOf(brand.id)).enabled).toBe(false);
    expect((await get(`/status/${brand.slug}`)).status).toBe(404);
  });
});
