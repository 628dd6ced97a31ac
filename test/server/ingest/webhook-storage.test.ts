import { createServer, type Server } from 'node:http';
import { MongoClient } from 'mongodb';
import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { encodeBody, messengerText, postSigned, signedHeaders } from '#server/channels/simulator/bodies.ts';
import { channelRegistry } from '#server/channels/registry.ts';
import { createMovableClock } from '#server/clock.ts';
import { createLog } from '#server/log.ts';
import { createDeliveriesStore, type DeliveryDoc } from '#server/modules/ingest/deliveries.store.ts';
import { createGroupCommit } from '#server/modules/ingest/group-commit.ts';
import { createWebhookHandler } from '#server/modules/ingest/webhook-handler.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

const clock = createMovableClock(new Date('2026-03-02T09:00:00Z'));
const body = encodeBody(
  messengerText({ pageId: '1', psid: '2', mid: 'm_1', text: 'Zijn jullie open?', at: clock.now() }),
);

let database: TestDatabase;
const servers: Server[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

type Write = (deliveries: readonly DeliveryDoc[]) => Promise<void>;

/** The webhook handler alone, with two app secrets; comes back with its address. */
async function serve(write: Write, onStored: () => void = () => undefined): Promise<string> {
  const handle = createWebhookHandler({
    channels: channelRegistry,
    secrets: { messenger: { appSecrets: ['new-secret', 'old-secret'], verifyToken: 'word' } },
    commit: createGroupCommit({ write, maxInFlight: 2, maxGroup: 500 }),
    clock,
    log: createLog({ level: 'silent' }),
    onStored,
  });
  const server = createServer((request, response) => {
    if (!handle(request, response)) response.writeHead(404).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return `http://127.0.0.1:${String(address.port)}/webhooks/messenger`;
}

describe('while an app secret is being changed', () => {
  it('both secrets are taken, a third is not, and a channel without secrets is not served', async () => {
    const store = createDeliveriesStore(database.db);
    const url = await serve((deliveries) => store.insert(deliveries));
    expect(await postSigned(url, 'messenger', body, 'new-secret')).toBe(200);
    expect(await postSigned(url, 'messenger', body, 'old-secret')).toBe(200);
    expect(await postSigned(url, 'messenger', body, 'older-secret')).toBe(401);
    expect(await postSigned(url.replace('messenger', 'x'), 'x', body, 'new-secret')).toBe(404);
    expect(await database.db.collection('deliveries').countDocuments()).toBe(2);
  });
});

describe('when storing fails', () => {
  it('a lost database means 503, nobody is told, and the next delivery works again', async () => {
    const lost = new MongoClient(database.uri, inject('testDatabaseOptions'));
    await lost.connect();
    let store = createDeliveriesStore(lost.db(database.name));
    let told = 0;
    const url = await serve(
      (deliveries) => store.insert(deliveries),
      () => {
        told += 1;
      },
    );
    const before = await database.db.collection('deliveries').countDocuments();
    await lost.close();
    expect(await postSigned(url, 'messenger', body, 'new-secret')).toBe(503);
    expect(await database.db.collection('deliveries').countDocuments()).toBe(before);
    expect(told).toBe(0);
    store = createDeliveriesStore(database.db);
    expect(await postSigned(url, 'messenger', body, 'new-secret')).toBe(200);
    expect(told).toBe(1);
  });

  it('no 200 is written before the write ends, and one failing group fails no other', async () => {
    const writes: { resolve(): void; reject(error: Error): void; size: number }[] = [];
    const url = await serve(
      (deliveries) =>
        new Promise<void>((resolve, reject) => {
          writes.push({ resolve, reject, size: deliveries.length });
        }),
    );
    const statuses: (number | undefined)[] = [];
    const posts = Array.from({ length: 12 }, async (_, index) => {
      statuses[index] = await postSigned(url, 'messenger', body, 'new-secret');
    });
    while (writes.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(statuses.filter((status) => status !== undefined)).toEqual([]);
    let settled = 0;
    while (settled < 12) {
      const write = writes.shift();
      if (write) {
        if (settled === 0) write.reject(new Error('disk full'));
        else write.resolve();
        settled += write.size;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(posts);
    expect(statuses.filter((status) => status === 503)).toHaveLength(1);
    expect(statuses.filter((status) => status === 200)).toHaveLength(11);
  });

  it('a sender that goes away half-way leaves nothing behind', async () => {
    let writes = 0;
    const url = await serve(() => {
      writes += 1;
      return Promise.resolve();
    });
    const leaving = new AbortController();
    const half = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(body.slice(0, 20));
      },
    });
    const request = fetch(url, {
      method: 'POST',
      headers: signedHeaders('messenger', body, 'new-secret'),
      body: half,
      duplex: 'half',
      signal: leaving.signal,
    } as RequestInit);
    setImmediate(() => {
      leaving.abort();
    });
    await expect(request).rejects.toThrow();
    expect(await postSigned(url, 'messenger', body, 'new-secret')).toBe(200);
    expect(writes).toBe(1);
  });
});
