import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Clock } from '#server/clock.ts';
import type { SimulatedAccount, SimulatedChannel, SimulatedFault, SimulatedSend } from './accounts.ts';
import { encodeBody, type Body } from './bodies.ts';
import type { CustomerMessage, CustomerMessageInput } from './customer-message.ts';
import { customerMessageBody } from './customer-message.ts';
import type { Deliver, Undelivered } from './delivery.ts';
import { createDelivery } from './delivery.ts';
import { createPlatformMemory } from './memory.ts';
import { servePlatformCall } from './platform-calls.ts';
import { serveReadCall } from './read-calls.ts';
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
  setFault(accountExternalId: string, fault: SimulatedFault | null): void;
  /** How the next calls for an account go wrong, one fault a call. */
  failNext(accountExternalId: string, ...faults: readonly SimulatedFault[]): void;
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
  /** Starts on the loopback interface; port 0 takes a free one. Returns the address to use as a channel's `baseUrl`. */
  listen(port?: number): Promise<string>;
  /** Stops listening, breaking what is still connected. */
  close(): Promise<void>;
  /** The platforms as a handler, for a server of one's own. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** The webhook body of a customer's message; it is not delivered. */
  customerMessage(input: CustomerMessageInput): CustomerMessage;
  /** Makes a customer's message and delivers it, signed. Returns its id and the product's HTTP status. */
  customerWrites(input: CustomerMessageInput): Promise<{ readonly externalId: string; readonly status: number }>;
  /** Delivers any body of a platform, signed, and returns the product's HTTP status. */
  platformSends(channel: SimulatedChannel, body: Body): Promise<number>;
  /** Delivers again what was not taken, as platforms do. */
  redeliver(): Promise<void>;
  /** Waits until every echo and status on its way was handed over. */
  settled(): Promise<void>;
};

function createFaults(): FaultControls & { next(accountExternalId: string): SimulatedFault | null } {
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

/** Makes the played platforms; nothing listens before `listen`. */
export function createPlatformSimulator(options: SimulatorOptions): PlatformSimulator {
  const { clock, accounts } = options;
  const memory = createPlatformMemory();
  const delivery = createDelivery(options.deliver, options.secrets);
  const faults = createFaults();
  const sends: SimulatedSend[] = [];
  const uploads = createUploads();
  let calls = 0;

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    // Names are asked for in the background, at no moment a test or a planned fault could count on.
    if (request.method === 'GET') {
      serveReadCall({ accounts, memory, uploads }, request, response);
      return;
    }
    calls += 1;
    const parts = {
      clock,
      accounts,
      memory,
      delivery,
      sends,
      uploads,
      nextFault: (accountId: string) => faults.next(accountId),
    };
    delivery.later(
      servePlatformCall(parts, request, response).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : undefined);
      }),
    );
  };

  const customerMessage = (input: CustomerMessageInput): CustomerMessage => {
    memory.rememberName(input.customer.id, input.customer.name);
    const externalId = memory.nextId(input.account.channel, input.public === true ? 'public' : 'private', input.at);
    return { body: customerMessageBody(input, externalId, memory), externalId };
  };

  const server = createServer(handle);
  return {
    sends,
    uploads: uploads.all,
    undelivered: delivery.undelivered,
    callCount: () => calls,
    listen: (port = 0) => listenOnLoopback(server, port),
    close: () => closeServer(server),
    handle,
    setFault: (accountId, fault) => {
      faults.setFault(accountId, fault);
    },
    failNext: (accountId, ...next) => {
      faults.failNext(accountId, ...next);
    },
    customerMessage,
    customerWrites: async (input) => {
      const { body, externalId } = customerMessage(input);
      return { externalId, status: await delivery.post(input.account.channel, encodeBody(body)) };
    },
    platformSends: (channel, body) => delivery.post(channel, encodeBody(body)),
    redeliver: () => delivery.redeliver(),
    settled: () => delivery.settled(),
  };
}
