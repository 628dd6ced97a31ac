import { beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '#server/demo/demo-accounts.ts';
import { day, existing, openDesk, sentId, type Desk } from '#test/server/conversations/desk.ts';

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(2_000, 3)]);
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n', 'latin1'), Buffer.alloc(3_000, 4)]);
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

const signIn = /* GraphQL */ `
  mutation SignIn($email: String!, $password: String!) {
    signIn(email: $email, password: $password) {
      __typename
    }
  }
`;

let desk: Desk;
let cookie = '';
const cookieOf = async (email: string): Promise<string> => {
  const response = await fetch(`${desk.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: signIn, variables: { email, password: demoPassword } }),
  });
  return existing(response.headers.getSetCookie()[0]?.split(';')[0]);
};
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
  cookie = await cookieOf('sanne@demo.nl');
});

type Answer = {
  file?: { id: string; url: string; kind: string; mimeType: string };
  errors?: { extensions: { code: string; message: { nl: string } } }[];
};

async function upload(
  conversation: string,
  name: string,
  bytes: Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; answer: Answer }> {
  const query = new URLSearchParams({ conversation, name });
  const response = await fetch(`${desk.origin}/media?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', cookie, ...headers },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}

const uploaded = async (conversation: string, name: string, bytes: Buffer): Promise<string> =>
  existing((await upload(conversation, name, bytes)).answer.file).id;
const asks = async (channel: 'messenger' | 'whatsapp' | 'x', serial: string, isPublic = false): Promise<string> =>
  (await desk.writes({ channel, customer: `31672${serial}`, public: isPublic })).conversationId;

describe('an upload', () => {
  it('is known by its bytes, held against the channel, and given back as a download only', async () => {
    const conversation = await asks('whatsapp', '000001');
    const { status, answer } = await upload(conversation, '../../fo\u202eto.png', png);
    expect(status).toBe(201);
    expect(answer.file).toMatchObject({ kind: 'image', mimeType: 'image/png', fileName: 'foto.png' });
    const response = await fetch(`${desk.origin}${existing(answer.file).url}`, { headers: { cookie } });
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''foto.png");
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
  });

  it.each([
    ['a drawing that may run', 'plaat.svg', svg],
    ['a page under a picture’s name', 'foto.png', Buffer.from('<!doctype html><html></html>')],
    ['markup under a text’s name', 'lijst.txt', svg],
    ['a program', 'uitnodiging.pdf', Buffer.from('MZ\x90\x00', 'latin1')],
    ['nothing at all', 'leeg.png', Buffer.alloc(0)],
  ])('of %s is refused in words', async (_what, name, bytes) => {
    const { status, answer } = await upload(await asks('whatsapp', '000001'), name, bytes);
    expect(status).toBe(422);
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: { nl: expect.any(String) as string },
    });
  });

  it('too large or of a kind the channel does not take is refused with the limits', async () => {
    const big = Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]);
    const whatsApp = await upload(await asks('whatsapp', '000001'), 'groot.png', big);
    expect(whatsApp.answer.errors?.[0]?.extensions.message.nl).toContain('hooguit 5 MB voor WhatsApp');
    const x = await upload(await asks('x', '000002'), 'regels.pdf', pdf);
    expect(x.answer.errors?.[0]?.extensions.message.nl).toContain('afbeeldingen tot 15 MB');
    const comment = await upload(await asks('messenger', '000003', true), 'foto.png', png);
    expect(comment.status).toBe(422);
    const huge = await upload(await asks('messenger', '000004'), 'enorm.png', Buffer.alloc(26 * 1024 * 1024));
    expect(huge.status).toBe(413);
  });

  it('needs a session, a role, our own page and a type no form can send', async () => {
    const conversation = await asks('whatsapp', '000001');
    expect((await upload(conversation, 'a.png', png, { cookie: '' })).status).toBe(401);
    expect((await upload(conversation, 'a.png', png, { cookie: await cookieOf('lotte@demo.nl') })).status).toBe(403);
    expect((await upload(conversation, 'a.png', png, { origin: 'https://elders.example' })).status).toBe(403);
    expect((await upload(conversation, 'a.png', png, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await upload('nergens', 'a.png', png)).status).toBe(404);
  });

  it('cannot be fetched by others: not without a session, by a guess, or from another brand', async () => {
    const id = await uploaded(await asks('whatsapp', '000001'), 'a.png', png);
    const get = async (path: string, who = cookie): Promise<number> =>
      (await fetch(`${desk.origin}${path}`, { headers: { cookie: who } })).status;
    expect(await get(`/media/${id}`, '')).toBe(401);
    expect(await get(`/media/${id.slice(0, -1)}x`)).toBe(404);
    expect(await get('/media/..%2f..%2fetc')).toBe(404);
    const { media } = desk.world.modules;
    expect(await media.byIds('another-brand', [id])).toEqual([]);
  });
});

describe('a reply with files', () => {
  it('goes with its words where the channel can, and stays to be seen and fetched', async () => {
    const conversation = await asks('whatsapp', '000011');
    const file = await uploaded(conversation, 'huisregels.pdf', pdf);
    const id = sentId(await desk.replies(conversation, 'Hier zijn de huisregels.', { mediaIds: [file] }));
    await desk.world.settled();
    const message = await desk.message(id);
    expect(message).toMatchObject({
      delivery: { state: 'read' },
      attachments: [{ type: 'file', url: `/media/${file}` }],
    });
    expect(desk.simulator.sends.at(-1)).toMatchObject({ text: 'Hier zijn de huisregels.' });
    expect(desk.simulator.uploads.at(-1)).toMatchObject({ size: pdf.length, mimeType: 'application/pdf' });
    expect((await desk.conversation(conversation)).clockId).toBeNull();
  });

  it('becomes several messages, in order, where the platform takes one thing at a time', async () => {
    const conversation = await asks('messenger', '000012');
    const files = [await uploaded(conversation, 'een.png', png), await uploaded(conversation, 'twee.pdf', pdf)];
    const words = 'Kijk hier maar naar.';
    const clientId = 'client-files-1';
    const id = sentId(await desk.replies(conversation, words, { mediaIds: files, clientId }));
    expect(sentId(await desk.replies(conversation, words, { mediaIds: files, clientId }))).toBe(id);
    await desk.world.settled();
    const out = (await desk.messages(conversation)).filter(({ direction }) => direction === 'out');
    expect(out.map(({ text, attachments }) => [text, attachments.length])).toEqual([
      [words, 0],
      ['', 1],
      ['', 1],
    ]);
    expect(out.every(({ delivery }) => delivery?.state === 'read')).toBe(true);
    expect(desk.simulator.sends.slice(-3).map(({ text, mediaIds }) => [text, mediaIds.length])).toEqual([
      [words, 0],
      ['', 1],
      ['', 1],
    ]);
  });

  it('on X is one message when its echo ends with a link of the platform', async () => {
    const conversation = await asks('x', '000013', true);
    const file = await uploaded(conversation, 'foto.png', png);
    desk.simulator.failNext(
      '2244994945',
      { kind: 'late', ms: 0 },
      { kind: 'late', ms: 0 },
      { kind: 'late', ms: 0 },
      { kind: 'dropConnection' },
    );
    const id = sentId(await desk.replies(conversation, 'Zo ziet het eruit.', { mediaIds: [file] }));
    await desk.world.settled();
    const out = (await desk.messages(conversation)).filter(({ direction }) => direction === 'out');
    expect(out.map(({ _id }) => _id)).toEqual([id]);
    expect(out[0]?.delivery?.state).toBe('sent');
  });

  it('is refused with a file that is gone, used before, or does not fit where it goes', async () => {
    const conversation = await asks('whatsapp', '000014');
    const file = await uploaded(conversation, 'foto.png', png);
    sentId(await desk.replies(conversation, '', { mediaIds: [file] }));
    const again = await desk.replies(conversation, '', { mediaIds: [file] });
    expect(again).toMatchObject({ __typename: 'ReplyNotAllowed' });
    const document = await uploaded(conversation, 'regels.pdf', pdf);
    const onX = await asks('x', '000015');
    expect(await desk.replies(onX, 'Kijk', { mediaIds: [document] })).toMatchObject({ __typename: 'ReplyNotAllowed' });
    await desk.world.settled();
  });
});

describe('files nobody sent', () => {
  it('are removed after a day with their bytes, unless the same bytes are used elsewhere', async () => {
    const conversation = await asks('whatsapp', '000021');
    const same = Buffer.concat([png, Buffer.from('same')]);
    const [kept, dropped] = [await uploaded(conversation, 'a.png', same), await uploaded(conversation, 'b.png', same)];
    const lone = await uploaded(conversation, 'c.png', Buffer.concat([png, Buffer.from('lone')]));
    sentId(await desk.replies(conversation, 'Kijk maar.', { mediaIds: [kept] }));
    await desk.world.settled();
    const { media } = desk.world.modules;
    await media.removeOrphans();
    expect(await media.byIds(desk.world.brandId, [kept, dropped, lone])).toHaveLength(3);
    desk.clock.advance(day + 60_000);
    expect(await media.removeOrphans()).toBeGreaterThanOrEqual(2);
    const left = await media.byIds(desk.world.brandId, [kept, dropped, lone]);
    expect(left.map(({ _id }) => _id)).toEqual([kept]);
    expect(await media.bytesOf(existing(left[0]))).toEqual(same);
    expect(await desk.database.db.collection('mediaPieces').countDocuments({})).toBeGreaterThan(0);
  });
});
