import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Clock } from '#server/clock.ts';
import type { SimulatedAccount, SimulatedChannel, SimulatedFault, SimulatedSend } from './accounts.ts';
import { encodeBody, type Body } from './bodies.ts';
import type { CustomerMessage, CustomerMessageInput } from './customer-message.ts';
import { customerMessageBody } from './customer-message.ts';
import type { Deliver, Undelivered } from './delivery.ts';
import { createDelivery } from './delivery.ts';
import type { LookUpParts } from './look-ups.ts';
import { createPlatformMemory } from './memory.ts';
import { servePlatformCall } from './platform-calls.ts';
import { isReadCall, serveReadCall, type ReadParts } from './read-calls.ts';
import { createSaidLog, saidBy } from './said.ts';
import { createUploads, type SimulatedUpload } from './uploads.ts';

export type { SimulatedAccount, SimulatedChannel, SimulatedSend } from './accounts.ts';
export type { CustomerMessage, CustomerMessageInput } from './customer-message.ts';
export type { Deliver } from './delivery.ts';

/** What the played platforms are made of. */
export type SimulatorOptions = {
  readonly clock: Clock;
  readonly accounts: readonly SimulatedAccount[];
  /** The app secret each platform signs its webhooks with. */
  readonly secrets: Readonly<Record<SimulatedChannel, string>>;
  readonly deliver: Deliver;
};

/** How calls go wrong. */
type FaultControls = {
  /** How every call for an account goes wrong from now on; null makes it well again. */
  readonly setFault: (accountExternalId: string, fault: SimulatedFault | null) => void;
  /** How the next calls for an account go wrong, one fault a call. */
  readonly failNext: (accountExternalId: string, ...faults: readonly SimulatedFault[]) => void;
  /** How the next reads for an account go wrong (`rateLimited` and `refused`), one fault a read; look-ups (names, templates, files) take none. */
  readonly failNextRead: (accountExternalId: string, ...faults: readonly SimulatedFault[]) => void;
};

/** Three platforms in one small server, for the demo, tests and benchmarks. */
export type PlatformSimulator = FaultControls & {
  /** Everything the platforms took, in order. */
  readonly sends: readonly SimulatedSend[];
  /** Files the platforms took, in order. */
  readonly uploads: readonly SimulatedUpload[];
  /** Webhooks the product did not answer with a 2xx, oldest first. */
  readonly undelivered: readonly Undelivered[];
  /** Calls to the platforms that would send something, refused ones included. */
  callCount(): number;
  /** Reads and subscription calls so far, look-ups left out. */
  readCount(): number;
  /** Takes an account's subscription away: the platform sends nothing for it until the product subscribes again. */
  unsubscribe(accountExternalId: string): void;
  /** Lets the X Activity API send these event types of an account. */
  setActivity(accountExternalId: string, types: readonly string[]): void;
  /** Starts on the loopback interface; port 0 takes a free one. Returns the address to use as a channel's `baseUrl`. */
  listen(port?: number): Promise<string>;
  /** Stops listening, breaking what is still connected. */
  close(): Promise<void>;
  /** The platforms as a handler, for a server of one's own. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** The webhook body of a customer's message; it is not delivered. */
  customerMessage(input: CustomerMessageInput): CustomerMessage;
  /** Makes a customer's message and delivers it, signed. Returns its id and the product's HTTP status (0: not subscribed, nothing was sent). */
  customerWrites(input: CustomerMessageInput): Promise<{ readonly externalId: string; readonly status: number }>;
  /** Delivers any body of a platform, signed, and returns the product's HTTP status. */
  platformSends(channel: SimulatedChannel, body: Body): Promise<number>;
  /** Delivers again what was not taken, as platforms do. */
  redeliver(): Promise<void>;
  /** Waits until every echo and status on its way was handed over. */
  settled(): Promise<void>;
};

type Faults = FaultControls & {
  next(accountExternalId: string): SimulatedFault | null;
  nextRead(accountExternalId: string): SimulatedFault | null;
};

function createFaults(): Faults {
  const ofReads = new Map<string, SimulatedFault[]>();
  const lasting = new Map<string, SimulatedFault>();
  const queued = new Map<string, SimulatedFault[]>();
  return {
    setFault: (accountId, fault) => {
      if (fault === null) lasting.delete(accountId);
      else lasting.set(accountId, fault);
    },
    failNext: (accountId, ...faults) => {
      queued.set(accountId, [...(queued.get(accountId) ?? []), ...faults]);
    },
    failNextRead: (accountId, ...faults) => {
      ofReads.set(accountId, [...(ofReads.get(accountId) ?? []), ...faults]);
    },
    nextRead: (accountId) => ofReads.get(accountId)?.shift() ?? null,
    next: (accountId) => queued.get(accountId)?.shift() ?? lasting.get(accountId) ?? null,
  };
}

function listenOnLoopback(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : port)}`);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.closeAllConnections();
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
  });
}

/** Names are looked up in the background, at no moment a test or a planned fault could count on: reads have faults of their own. */
function createReading({ clock, accounts }: SimulatorOptions, lookUps: LookUpParts, faults: Faults) {
  let reads = 0;
  const reading: ReadParts = {
    ...{
      clock,
      accounts,
      ...lookUps,
      said: createSaidLog(),
      unsubscribed: new Set<string>(),
      activity: new Map<string, Set<string>>(),
    },
    nextReadFault: (accountId) => faults.nextRead(accountId),
    onRead: () => {
      reads += 1;
    },
  };
  return { reading, readCount: () => reads };
}

function subscriptionsIn({
  unsubscribed,
  activity,
}: ReadParts): Pick<PlatformSimulator, 'unsubscribe' | 'setActivity'> {
  return {
    unsubscribe: (accountId) => {
      unsubscribed.add(accountId);
    },
    setActivity: (accountId, types) => {
      activity.set(accountId, new Set(types));
    },
  };
}

/** Makes the played platforms; nothing listens before `listen`. */
export function createPlatformSimulator(options: SimulatorOptions): PlatformSimulator {
  const { clock, accounts } = options;
  const memory = createPlatformMemory();
  const delivery = createDelivery(options.deliver, options.secrets);
  const faults = createFaults();
  const sends: SimulatedSend[] = [];
  const uploads = createUploads();
  let calls = 0;
  const { reading, readCount } = createReading(options, { memory, uploads }, faults);

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    if (isReadCall(request)) {
      serveReadCall(reading, request, response).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : undefined);
      });
      return;
    }
    calls += 1;
    const { said } = reading;
    const nextFault = (accountId: string) => faults.next(accountId);
    const parts = { clock, accounts, memory, delivery, sends, uploads, said, nextFault };
    delivery.later(
      servePlatformCall(parts, request, response).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : undefined);
      }),
    );
  };

  const customerMessage = (input: CustomerMessageInput): CustomerMessage => {
    memory.rememberName(input.customer.id, input.customer.name);
    const externalId = memory.nextId(input.account.channel, input.public === true ? 'public' : 'private', input.at);
    const body = customerMessageBody(input, externalId, memory);
    reading.said.add(saidBy(input, externalId, memory));
    return { body, externalId };
  };

  const server = createServer(handle);
  return {
    sends,
    uploads: uploads.all,
    undelivered: delivery.undelivered,
    callCount: () => calls,
    readCount,
    ...subscriptionsIn(reading),
    listen: (port = 0) => listenOnLoopback(server, port),
    close: () => closeServer(server),
    handle,
    setFault: faults.setFault,
    failNext: faults.failNext,
    failNextRead: faults.failNextRead,
    customerMessage,
    customerWrites: async (input) => {
      const { body, externalId } = customerMessage(input);
      if (reading.unsubscribed.has(input.account.externalId)) return { externalId, status: 0 };
      return { externalId, status: await delivery.post(input.account.channel, encodeBody(body)) };
    },
    platformSends: (channel, body) => delivery.post(channel, encodeBody(body)),
    redeliver: () => delivery.redeliver(),
    settled: () => delivery.settled(),
  };
}
