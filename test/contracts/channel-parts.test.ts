import { describe, expect, it } from 'vitest';
import type { ChannelDefinition, OutgoingAttachment, Visibility } from '#server/channels/channel.ts';
import { channelRegistry } from '#server/channels/registry.ts';
import type { SimulatedChannel } from '#server/channels/simulator/index.ts';
import { customer, failure, hourMs, now, outgoing, pick, usePlayedPlatforms } from './played-platforms.ts';

const platforms = usePlayedPlatforms();
const { send, inbound } = platforms;

function file(rule: { kind: OutgoingAttachment['kind']; mimeTypes: readonly string[] }, size = 64): OutgoingAttachment {
  const bytes = new Uint8Array(size).fill(7);
  const mimeType = rule.mimeTypes[0] ?? '';
  return { kind: rule.kind, mimeType, fileName: 'bijlage één.bin', size, read: () => Promise.resolve(bytes) };
}

type Lane = readonly [SimulatedChannel, Visibility];
const lanes = channelRegistry.flatMap(({ name, capabilities }): Lane[] =>
  (['private', 'public'] as const)
    .filter((lane) => capabilities.media[lane])
    .map((lane) => [name as SimulatedChannel, lane]),
);
const rulesOf = (channel: ChannelDefinition, lane: Visibility) => channel.capabilities.media[lane]?.rules ?? [];

async function place(name: SimulatedChannel, lane: Visibility) {
  if (lane === 'private') return { visibility: lane };
  const { account } = pick(name);
  const { externalId } = await platforms.simulator.customerWrites({
    account,
    customer,
    text: 'Foto?',
    at: now,
    public: true,
  });
  return { visibility: lane, threadExternalId: externalId, replyToExternalId: externalId };
}

describe.each(lanes)('a file on %s, %s', (name, lane) => {
  const { account, channel } = pick(name);

  it('of each kind is uploaded first and sent by the id the platform gave', async () => {
    for (const rule of rulesOf(channel, lane)) {
      const where = await place(name, lane);
      const words = rule.captionMaxLength === null ? '' : 'Kijk maar';
      const externalId = await send(name, outgoing({ ...where, text: words, attachments: [file(rule)] }));
      const upload = platforms.simulator.uploads.at(-1);
      const sent = platforms.simulator.sends.at(-1);
      expect(upload).toMatchObject({ size: 64, ready: true });
      expect(sent).toMatchObject({ externalId, text: words, mediaIds: [upload?.mediaId] });
    }
    await platforms.simulator.settled();
    expect(platforms.simulator.undelivered).toEqual([]);
  });

  it.each([{ kind: 'dropConnection' }, { kind: 'serverError' }] as const)(
    'whose upload ends in $kind may be tried again: nothing was sent',
    async (fault) => {
      const where = await place(name, lane);
      platforms.simulator.failNext(account.externalId, fault);
      const attachments = [file(rulesOf(channel, lane)[0] ?? { kind: 'image', mimeTypes: [] })];
      const error = await failure(send(name, outgoing({ ...where, attachments })));
      expect(error).toMatchObject({ kind: 'unreachable', retryable: true });
      expect(platforms.simulator.sends).toEqual([]);
    },
  );

  it('that the platform refuses is a matter of the file, a dead token is not', async () => {
    const where = await place(name, lane);
    const attachments = [file(rulesOf(channel, lane)[0] ?? { kind: 'image', mimeTypes: [] })];
    platforms.simulator.failNext(account.externalId, { kind: 'refused', status: 400, code: 100 });
    expect(await failure(send(name, outgoing({ ...where, attachments })))).toMatchObject({
      kind: 'rejected',
      meaning: 'mediaRejected',
    });
    const dead = send(name, outgoing({ ...where, attachments }), { token: 'old-token' });
    expect(await failure(dead)).toMatchObject({ kind: 'unauthorised' });
  });

  it('too large, of a kind the channel does not know, or one too many makes no call', async () => {
    const where = await place(name, lane);
    const [rule] = rulesOf(channel, lane);
    if (!rule) throw new Error('a lane with media has a rule');
    const good = file(rule);
    const most = channel.capabilities.media[lane]?.maxPerMessage ?? 0;
    const bad = [
      [{ ...good, size: rule.maxBytes + 1 }],
      [{ ...good, mimeType: 'image/svg+xml' }],
      Array.from({ length: most + 1 }, () => good),
    ];
    for (const attachments of bad) {
      const error = await failure(send(name, outgoing({ ...where, attachments })));
      expect(error).toMatchObject({ kind: 'rejected', meaning: 'mediaRejected' });
    }
    expect(platforms.simulator.callCount()).toBe(0);
  });
});

describe('files in their platform’s own shape', () => {
  it('Messenger: an attachment without words', async () => {
    await send('messenger', outgoing({ text: '', attachments: [file({ kind: 'image', mimeTypes: ['image/png'] })] }));
    const [sent] = platforms.simulator.sends;
    expect(sent?.body).toMatchObject({
      message: { attachment: { type: 'image', payload: { attachment_id: sent?.mediaIds[0] } } },
    });
    expect(JSON.stringify(sent?.body)).not.toContain('"text"');
  });

  it('WhatsApp: a document with name and caption; sound without', async () => {
    const documents = [file({ kind: 'file', mimeTypes: ['application/pdf'] })];
    await send('whatsapp', outgoing({ text: 'De huisregels', attachments: documents }));
    await send('whatsapp', outgoing({ text: '', attachments: [file({ kind: 'audio', mimeTypes: ['audio/ogg'] })] }));
    expect(platforms.simulator.sends.map(({ body }) => body)).toMatchObject([
      { type: 'document', document: { caption: 'De huisregels', filename: 'bijlage één.bin' } },
      { type: 'audio', audio: {} },
    ]);
  });

  it('X: pieces of a large video, worked up before it is used, in the category of its place', async () => {
    const video = file({ kind: 'video', mimeTypes: ['video/mp4'] }, 9 * 1024 * 1024);
    await send('x', outgoing({ attachments: [video] }));
    expect(platforms.simulator.uploads).toMatchObject([{ category: 'dm_video', size: video.size, ready: true }]);
    const where = await place('x', 'public');
    const pictures = Array.from({ length: 4 }, () => file({ kind: 'image', mimeTypes: ['image/jpeg'] }));
    await send('x', outgoing({ ...where, text: '', attachments: pictures }));
    expect(platforms.simulator.sends.at(-1)?.mediaIds).toHaveLength(4);
    expect(platforms.simulator.uploads.at(-1)).toMatchObject({ category: 'tweet_image' });
  });
});

describe('templates of WhatsApp', () => {
  const list = async (token?: string) => {
    const { sender, account } = platforms.sender('whatsapp', token === undefined ? {} : { token });
    return sender.templatesOf?.(account, AbortSignal.timeout(5000));
  };

  it('are listed with what there is to fill in and what stands against sending', async () => {
    const templates = (await list()) ?? [];
    const byName = new Map(templates.map((template) => [template.name, template]));
    expect(byName.get('antwoord_op_je_vraag')).toMatchObject({
      named: false,
      bodyVariables: ['1', '2'],
      obstacle: null,
    });
    expect(byName.get('excuus_late_reactie')).toMatchObject({
      named: true,
      headerVariables: ['voornaam'],
      bodyVariables: ['datum', 'onderwerp'],
      obstacle: null,
    });
    expect(byName.get('zomerprogramma')?.obstacle).toBe('notApproved');
    expect(byName.get('kaartje_met_foto')?.obstacle).toBe('mediaHeader');
    expect(await failure(list('old-token') as Promise<unknown>)).toMatchObject({ kind: 'unauthorised' });
  });

  it('go out after the window, with numbered and with named values', async () => {
    const late = { lastCustomerAt: new Date(now.getTime() - 30 * hourMs), text: 'wat de klant leest' };
    const numbered = { name: 'antwoord_op_je_vraag', language: 'nl', header: [], body: [{ name: null, text: 'Roos' }] };
    const named = {
      name: 'excuus_late_reactie',
      language: 'nl',
      header: [{ name: 'voornaam', text: 'Roos' }],
      body: [{ name: 'datum', text: 'vrijdag' }],
    };
    await send('whatsapp', outgoing({ ...late, template: numbered }));
    await send('whatsapp', outgoing({ ...late, template: named }));
    expect(platforms.simulator.sends.map(({ template }) => template)).toEqual([
      {
        name: 'antwoord_op_je_vraag',
        language: { code: 'nl' },
        components: [{ type: 'body', parameters: [{ type: 'text', text: 'Roos' }] }],
      },
      {
        name: 'excuus_late_reactie',
        language: { code: 'nl' },
        components: [
          { type: 'header', parameters: [{ type: 'text', parameter_name: 'voornaam', text: 'Roos' }] },
          { type: 'body', parameters: [{ type: 'text', parameter_name: 'datum', text: 'vrijdag' }] },
        ],
      },
    ]);
  });
});

describe('private answers', () => {
  const comment = async (at = now, name = 'messenger') => {
    const { account } = pick(name);
    const { externalId } = await platforms.simulator.customerWrites({
      account,
      customer,
      text: 'Waarom?',
      at,
      public: true,
    });
    return externalId;
  };

  it.each(['messenger', 'instagram'])(
    '%s: by the id of the comment, once, and the echo goes to its author',
    async (name) => {
      const privateReplyTo = await comment(now, name);
      const externalId = await send(name, outgoing({ privateReplyTo, lastCustomerAt: null }));
      await platforms.simulator.settled();
      const [sent] = platforms.simulator.sends;
      expect(sent?.body).toMatchObject({ recipient: { comment_id: privateReplyTo }, messaging_type: 'RESPONSE' });
      const echo = inbound().find((event) => event.kind === 'message' && event.direction === 'out');
      expect(echo).toMatchObject({ externalId, visibility: 'private', customerExternalId: customer.id });
      expect(await failure(send(name, outgoing({ privateReplyTo })))).toMatchObject({ kind: 'rejected' });
    },
  );

  it('Messenger: not to a comment of more than seven days ago', async () => {
    const privateReplyTo = await comment(new Date(now.getTime() - 8 * 24 * hourMs));
    expect(await failure(send('messenger', outgoing({ privateReplyTo })))).toMatchObject({ kind: 'rejected' });
    expect(platforms.simulator.sends).toEqual([]);
  });

  it('X: a direct message to the author', async () => {
    await send('x', outgoing({ privateReplyTo: '1890', text: 'We kijken het voor je na.' }));
    expect(platforms.simulator.sends).toMatchObject([{ visibility: 'private', to: customer.id }]);
  });
});
