import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Binary, ObjectId, type Collection, type Db } from 'mongodb';
import { findChannel } from '#server/channels/registry.ts';
import { demoSecrets } from '#server/demo/demo-accounts.ts';
import { openBed } from './bed.ts';
import type { Bench } from './bench.ts';
import { runChild } from './child-program.ts';
import { oneEach, type Delivery } from './deliveries.ts';
import { byTurns, ratioOf, together } from './figures.ts';
import type { LoadJob, LoadResult } from './http-load.ts';

const connections = 64;
const distinctBodies = 2_000;

/**
 * Webhooks in: the real handler (any channel, handshake, verification, stored with state and indexes) against the least that keeps
 * the promise "durable before 200". The consumer stands still: folding is measured by itself.
 */
export const ingest: Bench = async ({ database, seconds, rounds }) => {
  const bed = await openBed(database, 'bench_ingest', 'still');
  const floor = await openFloor(bed.db);
  try {
    const requests = oneEach(distinctBodies, 1, () => bed.clock.now()).map(requestOf);
    const load = (port: number, round: number): Promise<LoadResult> => {
      const job: LoadJob = { port, connections, requests, seconds: round === 0 ? 1 : seconds };
      return runChild<LoadResult>('http-load.ts', job).then(onlyTaken);
    };
    const results = await byTurns(rounds, {
      floor: (round) => load(floor.port, round),
      ours: (round) => load(Number(new URL(bed.origin).port), round),
    });
    const of = (pick: (result: LoadResult) => number) => ({
      floor: results.floor.map(pick),
      ours: results.ours.map(pick),
    });
    return together(
      ratioOf(
        'ingest_throughput',
        'per s',
        of((result) => result.perSecond),
      ),
      ratioOf(
        'ingest_p50',
        'ms',
        of((result) => result.p50),
      ),
      ratioOf(
        'ingest_p99',
        'ms',
        of((result) => result.p99),
      ),
    );
  } finally {
    await floor.close();
    await bed.close();
  }
};

function onlyTaken(result: LoadResult): LoadResult {
  if (result.refused > 0) throw new Error(`${result.refused} requests were refused`);
  return result;
}

/** A whole signed webhook request. */
function requestOf({ channel, body }: Delivery): string {
  const headers = findChannel(channel)?.sign(body, demoSecrets[channel]) ?? {};
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = String(body.byteLength);
  return `POST /webhooks/${channel} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n${lines.join('')}\r\n${new TextDecoder().decode(body)}`;
}

type FloorDoc = { _id: ObjectId; body: Binary };
type Waiting = { readonly doc: FloorDoc; readonly response: ServerResponse };

/** Bare node:http, one HMAC, and what came in while two writes run goes into the next one. */
async function openFloor(db: Db): Promise<{ port: number; close(): Promise<void> }> {
  const bodies: Collection<FloorDoc> = db.collection('floorBodies');
  const queue: Waiting[] = [];
  let writes = 0;
  const flush = async (): Promise<void> => {
    writes += 1;
    while (queue.length > 0) {
      const group = queue.splice(0, 500);
      await bodies.insertMany(
        group.map(({ doc }) => doc),
        { ordered: false, writeConcern: { w: 'majority', j: true } },
      );
      for (const { response } of group) response.end('ok');
    }
    writes -= 1;
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      if (!isSigned(request, body)) {
        response.writeHead(401).end();
        return;
      }
      queue.push({ doc: { _id: new ObjectId(), body: new Binary(body) }, response });
      if (writes < 2) void flush();
    });
  });
  const port = await listen(server);
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const given = Buffer.from(String(request.headers['x-hub-signature-256']).slice('sha256='.length), 'hex');
  const expected = createHmac('sha256', demoSecrets.messenger).update(body).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Listens on a free loopback port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
