import { request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { WebSocket } from 'ws';

/** Sockets to hold open and deliveries to post, one after the other at an even pace. */
export type LiveJob = {
  readonly origin: string;
  /** Session cookies, given to the sockets in turn. */
  readonly cookies: readonly string[];
  readonly query: string;
  readonly agents: number;
  readonly perSecond: number;
  readonly deliveries: readonly {
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    /** Words that the frame of this delivery holds. */
    readonly marker: string;
  }[];
  /** How many of the first do not count. */
  readonly warmUp: number;
};

/** Ms from the start of a post to the first frame that shows its message, for each agent and delivery that counts. */
export type LiveResult = { readonly times: number[]; readonly missing: number; readonly refused: number };

const patienceMs = 30_000;

process.once('message', (job: LiveJob) => {
  run(job).then(
    (result) => process.send?.(result, () => process.exit()),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});

async function run(job: LiveJob): Promise<LiveResult> {
  const postedAt = new Map<string, number>();
  const numberOf = new Map(job.deliveries.map(({ marker }, index) => [marker, index]));
  const times: number[] = [];
  const expected = (job.deliveries.length - job.warmUp) * job.agents;
  const seen = Array.from({ length: job.agents }, () => new Set<string>());
  const sockets = await Promise.all(
    seen.map((known, agent) =>
      subscribe(job, job.cookies[agent % job.cookies.length] ?? '', (frame) => {
        const marker = /#[0-9-]+#/.exec(frame)?.[0];
        if (marker === undefined || known.has(marker)) return;
        known.add(marker);
        const at = postedAt.get(marker);
        if (at !== undefined && (numberOf.get(marker) ?? 0) >= job.warmUp) times.push(performance.now() - at);
      }),
    ),
  );
  const posts: Promise<number>[] = [];
  const startedAt = performance.now();
  for (const [index, delivery] of job.deliveries.entries()) {
    await until(startedAt + (index * 1000) / job.perSecond);
    postedAt.set(delivery.marker, performance.now());
    posts.push(post(job.origin, delivery));
  }
  const statuses = await Promise.all(posts);
  const endsAt = performance.now() + patienceMs;
  while (times.length < expected && performance.now() < endsAt) await until(performance.now() + 50);
  for (const socket of sockets) socket.terminate();
  const refused = statuses.filter((status) => status !== 200).length;
  return { times, missing: expected - times.length, refused };
}

function until(at: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
}

/** Opens a socket (graphql-transport-ws) and subscribes; frames are handed over as text. */
function subscribe(job: LiveJob, cookie: string, onFrame: (frame: string) => void): Promise<WebSocket> {
  const url = `${job.origin.replace('http', 'ws')}/graphql`;
  const socket = new WebSocket(url, 'graphql-transport-ws', { headers: { cookie, origin: job.origin } });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => {
      socket.send(JSON.stringify({ type: 'connection_init' }));
    });
    socket.on('message', (data: Buffer) => {
      const frame = data.toString('utf8');
      if (frame.includes('"connection_ack"')) {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: job.query } }));
        // The protocol has no answer to a subscription; the next ping is answered after it was taken.
        socket.send(JSON.stringify({ type: 'ping' }));
      } else if (frame.includes('"type":"pong"')) resolve(socket);
      else if (frame.includes('"type":"error"')) reject(new Error(frame));
      else onFrame(frame);
    });
  });
}

function post(origin: string, { path, headers, body }: LiveJob['deliveries'][number]): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, { method: 'POST', headers }, (response) => {
      response.resume();
      response.once('end', () => {
        resolve(response.statusCode ?? 0);
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
