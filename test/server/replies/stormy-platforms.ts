import {
  createPlatformSimulator,
  type PlatformSimulator,
  type SimulatedChannel,
} from '#server/channels/simulator/index.ts';
import type { SimulatedFault } from '#server/channels/simulator/accounts.ts';
import { systemClock } from '#server/clock.ts';
import { demoAccounts, demoSecrets, demoVerifyToken } from '#server/demo/demo-accounts.ts';
import type { SeededRandom } from '#server/demo/seeded-random.ts';

const patienceMs = 10_000;
/** What a call without a fault looks like: faults are planned call by call. */
const well: SimulatedFault = { kind: 'late', ms: 0 };

/** Played platforms in this process, so that they outlive the server they call. */
export type StormyPlatforms = {
  readonly simulator: PlatformSimulator;
  /** Settings that send a server's calls here. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where webhooks go; null: nobody listens, and what is due waits in the simulator. */
  deliverTo(origin: string | null): void;
  /** Plans faults for the next calls of every account. */
  planFaults(random: SeededRandom, calls: number): void;
};

/** Starts the platforms; `close` the simulator in the end. */
export async function openStormyPlatforms(): Promise<StormyPlatforms> {
  let origin: string | null = null;
  const simulator = createPlatformSimulator({
    clock: systemClock,
    accounts: Object.values(demoAccounts),
    secrets: demoSecrets,
    deliver: (channel, body, headers) => (origin === null ? Promise.resolve(0) : post(origin, channel, body, headers)),
  });
  const url = await simulator.listen();
  return {
    simulator,
    environment: environmentFor(url),
    deliverTo: (address) => {
      origin = address;
    },
    planFaults: (random, calls) => {
      for (const { externalId } of Object.values(demoAccounts)) {
        simulator.failNext(externalId, ...Array.from({ length: calls }, () => someFault(random)));
      }
    },
  };
}

function environmentFor(url: string): Record<string, string> {
  return {
    WOORDHOUDER_DEMO: '0',
    MESSENGER_APP_SECRETS: demoSecrets.messenger,
    MESSENGER_VERIFY_TOKEN: demoVerifyToken,
    MESSENGER_API_URL: url,
    WHATSAPP_APP_SECRETS: demoSecrets.whatsapp,
    WHATSAPP_VERIFY_TOKEN: demoVerifyToken,
    WHATSAPP_API_URL: url,
    X_CONSUMER_SECRETS: demoSecrets.x,
    X_API_URL: url,
    // X allows 15 messages in 15 minutes; the storm is about loss, not about patience.
    SEND_BUDGETS: 'x.private=off,x.public=off',
    BREAKER_OPEN_SECONDS: '1',
  };
}

function someFault(random: SeededRandom): SimulatedFault {
  const faults: readonly SimulatedFault[] = [
    well,
    { kind: 'dropConnection' },
    { kind: 'late', ms: random.between(20, 400) },
    { kind: 'serverError' },
    { kind: 'unreadable' },
    { kind: 'echoFirst' },
    { kind: 'rateLimited', retryAfterSeconds: 1 },
  ];
  return faults[random.weighted([40, 14, 14, 12, 4, 14, 2])] ?? well;
}

async function post(
  origin: string,
  channel: SimulatedChannel,
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  try {
    const response = await fetch(`${origin}/webhooks/${channel}`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers,
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    // A server that died in the middle and one that is silent are the same to a platform: no 200.
    return 0;
  }
}
