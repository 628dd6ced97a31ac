import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { percentile } from './statistics.ts';

/** What to send: whole HTTP/1.1 requests, again and again over keep-alive connections, each after the answer to the last. */
export type LoadJob = {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly requests: readonly string[];
};

/** What came of it; times in ms. */
export type LoadResult = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers other than 200. */
  readonly refused: number;
};

// A program of its own, so that making requests costs the measured process nothing; raw sockets, because Node's HTTP
// client costs as much as the server it would measure.
process.once('message', (job: LoadJob) => {
  run(job).then(
    (result) =>
      process.send?.(result, () => {
        process.disconnect();
      }),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exitCode = 1;
      process.disconnect();
    },
  );
});

async function run(job: LoadJob): Promise<LoadResult> {
  const requests = job.requests.map((request) => Buffer.from(request, 'utf8'));
  const times: number[] = [];
  const state = { next: 0, refused: 0 };
  const startedAt = performance.now();
  const endsAt = startedAt + job.seconds * 1000;
  const oneConnection = async (): Promise<void> => {
    const socket = await open(job.port);
    const answers = answersOf(socket);
    while (performance.now() < endsAt) {
      const sentAt = performance.now();
      socket.write(requests[state.next++ % requests.length] ?? '');
      const status = await answers();
      times.push(performance.now() - sentAt);
      if (status !== 200) state.refused += 1;
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: job.connections }, oneConnection));
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    refused: state.refused,
  };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => {
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

/** Gives a function that waits for the next whole answer and returns its status. */
function answersOf(socket: Socket): () => Promise<number> {
  let received = '';
  let waiting: { resolve(status: number): void; reject(error: Error): void } | null = null;
  const settle = (): void => {
    const length = lengthOfAnswer(received);
    if (waiting === null || length === null) return;
    const status = Number(received.slice(9, 12));
    received = received.slice(length);
    waiting.resolve(status);
    waiting = null;
  };
  // One byte, one character: lengths in headers are bytes.
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    received += chunk;
    settle();
  });
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')));
  return () =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      settle();
    });
}

function lengthOfAnswer(received: string): number | null {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const length = /\r\ncontent-length: *(\d+)/i.exec(received.slice(0, end + 2));
  if (length !== null) {
    const whole = end + 4 + Number(length[1]);
    return received.length >= whole ? whole : null;
  }
  const last = received.indexOf('0\r\n\r\n', end + 4);
  return last < 0 ? null : last + 5;
}
