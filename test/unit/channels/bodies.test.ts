import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { findChannel } from '#server/channels/registry.ts';
import type { Body } from '#server/channels/simulator/bodies.ts';
import {
  encodeBody,
  messengerComment,
  messengerDelivery,
  messengerEcho,
  messengerImage,
  messengerPostback,
  messengerRead,
  messengerText,
  postSigned,
  whatsappEcho,
  whatsappMessage,
  whatsappStatus,
  whatsappText,
  xActivityDm,
  xActivityPost,
  xDm,
  xDmRead,
  xMention,
  xOwnPost,
} from '#server/channels/simulator/bodies.ts';

const at = new Date('2026-07-21T13:20:05.000Z');
const talk = { pageId: '100', psid: '200', at };
const number = { numberId: '300', displayNumber: '15550783881' };
const us = { id: '1890012345678901234', name: 'Festival', handle: 'festival' };
const bram = { id: '1790098765432109876', name: 'Bram Vos', handle: 'bramvos' };
const postId = '1924000000000000001';
const answered = { postId: '1923000000000000001', userId: bram.id };

type Row = {
  readonly name: string;
  readonly channel: string;
  readonly body: Body;
  readonly event: Readonly<Record<string, unknown>>;
};

const comment = { pageId: '100', postId: '100_1', commentId: '1_2', text: 'Hoi', at };
const xParts = { accountId: us.id, author: bram, id: postId, text: 'a < b & c', at };
const dm = { accountId: us.id, id: '5', text: 'Hoi', at };

const rows: readonly Row[] = [
  {
    name: 'messengerText',
    channel: 'messenger',
    body: messengerText({ ...talk, mid: 'm', text: 'Hoi', replyTo: 'm0' }),
    event: { direction: 'in', externalId: 'm', replyToExternalId: 'm0', sentAt: at },
  },
  {
    name: 'messengerImage',
    channel: 'messenger',
    body: messengerImage({ ...talk, mid: 'm', url: 'https://a.example/1.jpg' }),
    event: { direction: 'in', content: 'media' },
  },
  {
    name: 'messengerPostback',
    channel: 'messenger',
    body: messengerPostback({ ...talk, mid: 'm', title: 'Ja', payload: 'P' }),
    event: { content: 'postback', payload: 'P', text: 'Ja' },
  },
  {
    name: 'messengerEcho',
    channel: 'messenger',
    body: messengerEcho({ ...talk, mid: 'm', text: 'Hoi', appId: 7, metadata: 'wh:1', standby: true }),
    event: {
      direction: 'out',
      customerExternalId: '200',
      origin: { clientTag: '1', appId: '7', appName: null, author: 'unknown' },
    },
  },
  {
    name: 'messengerDelivery',
    channel: 'messenger',
    body: messengerDelivery({ ...talk, mids: ['m'], watermarkAt: at }),
    event: { kind: 'status', status: 'delivered', messageExternalId: 'm' },
  },
  {
    name: 'messengerRead',
    channel: 'messenger',
    body: messengerRead({ ...talk, watermarkAt: at }),
    event: { kind: 'status', status: 'read', watermarkAt: at },
  },
  {
    name: 'messengerComment',
    channel: 'messenger',
    body: messengerComment({ ...comment, from: { id: '9', name: 'Noor' } }),
    event: { direction: 'in', visibility: 'public', threadExternalId: '1_2', sentAt: at },
  },
  {
    name: 'own messengerComment',
    channel: 'messenger',
    body: messengerComment({ ...comment, parentId: '1_1', from: { id: '100', name: 'Festival' } }),
    event: { direction: 'out', threadExternalId: '1_1' },
  },
  {
    name: 'whatsappText',
    channel: 'whatsapp',
    body: whatsappText({ ...number, from: '316', name: 'Sanne', id: 'w', text: 'Hoi', at }),
    event: { direction: 'in', customerName: 'Sanne', sentAt: at },
  },
  {
    name: 'whatsappMessage',
    channel: 'whatsapp',
    body: whatsappMessage({ ...number, from: '316', id: 'w', at }, 'button', { text: 'Ja', payload: 'P' }),
    event: { content: 'postback', payload: 'P' },
  },
  {
    name: 'whatsappStatus',
    channel: 'whatsapp',
    body: whatsappStatus({
      ...number,
      id: 'w',
      status: 'failed',
      to: '316',
      at,
      clientTag: 't',
      error: { code: 131047, detail: 'laat' },
    }),
    event: { kind: 'status', status: 'failed', clientTag: 't', error: { code: '131047', detail: 'laat' } },
  },
  {
    name: 'whatsappEcho',
    channel: 'whatsapp',
    body: whatsappEcho({
      ...number,
      to: '316',
      id: 'w',
      text: 'Hoi',
      at,
      field: 'message_echoes',
      creationType: 'created_by_1p_bot',
    }),
    event: {
      direction: 'out',
      customerExternalId: '316',
      origin: { clientTag: null, appId: null, appName: 'created_by_1p_bot', author: 'bot' },
    },
  },
  {
    name: 'xMention',
    channel: 'x',
    body: xMention(xParts),
    event: { direction: 'in', externalId: postId, text: 'a < b & c', customerHandle: 'bramvos', sentAt: at },
  },
  {
    name: 'xOwnPost',
    channel: 'x',
    body: xOwnPost({ accountId: us.id, handle: 'festival', id: postId, text: 'Hoi', at, inReplyTo: answered }),
    event: { direction: 'out', customerExternalId: bram.id, replyToExternalId: answered.postId },
  },
  {
    name: 'xDm',
    channel: 'x',
    body: xDm({ ...dm, from: us, to: bram, sourceApp: { id: '8', name: 'Web' } }),
    event: {
      direction: 'out',
      customerExternalId: bram.id,
      origin: { clientTag: null, appId: '8', appName: 'Web', author: 'unknown' },
    },
  },
  {
    name: 'xDmRead',
    channel: 'x',
    body: xDmRead({ accountId: us.id, readerId: bram.id, lastReadId: '5', at }),
    event: { kind: 'status', status: 'read', messageExternalId: '5' },
  },
  {
    name: 'xActivityPost',
    channel: 'x',
    body: xActivityPost({ ...xParts, eventType: 'post.reply.create', inReplyTo: answered, conversationId: '77' }),
    event: { direction: 'in', threadExternalId: bram.id, customerName: 'Bram Vos' },
  },
  {
    name: 'xActivityDm',
    channel: 'x',
    body: xActivityDm({ ...dm, from: bram, to: us }),
    event: { direction: 'in', customerName: 'Bram Vos', sentAt: at },
  },
];

describe('bodies of the played platforms', () => {
  it.each(rows)('$name reads back as what it says', ({ channel, body, event }) => {
    const events = findChannel(channel)?.parse(encodeBody(body), new Date('2030-01-01T00:00:00.000Z')) ?? [];
    expect(events[0]).toMatchObject(event);
  });

  it('postSigned posts bytes that the channel verifies', async () => {
    const channel = findChannel('x');
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const headers = { 'x-twitter-webhooks-signature': String(request.headers['x-twitter-webhooks-signature']) };
        const incoming = { headers, body: Buffer.concat(chunks), query: new URLSearchParams() };
        response
          .writeHead(channel?.verify(incoming, { appSecrets: ['geheim'], verifyToken: '' }) === true ? 200 : 401)
          .end();
      });
    });
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const url = `http://127.0.0.1:${String(port)}/webhooks/x`;
    const statuses = [
      await postSigned(url, 'x', xMention(xParts), 'geheim'),
      await postSigned(url, 'x', xMention(xParts), 'anders'),
    ];
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(statuses).toEqual([200, 401]);
  });
});
