import { createPlatformSimulator, type PlatformSimulator } from '#server/channels/simulator/index.ts';
import type { Clock } from '#server/clock.ts';
import type { Config } from '#server/config.ts';
import type { PlayMessage } from '#server/modules/simulation/index.ts';
import { demoAccounts, demoSecrets, demoVerifyToken } from './demo-accounts.ts';

/** The configuration with the demo's app secrets where none are configured, so that every channel is on. */
export function withDemoChannels(config: Config): Config {
  const channels = Object.fromEntries(
    Object.entries(demoSecrets).map(([name, secret]) => [
      name,
      config.channels[name] ?? { secrets: { appSecrets: [secret], verifyToken: demoVerifyToken }, endpoint: {} },
    ]),
  );
  return { ...config, channels };
}

/** The played platforms of the demo. */
export type DemoPlatforms = {
  readonly simulator: PlatformSimulator;
  readonly play: PlayMessage;
  /** Says where the product's webhooks are; call it once the product listens. */
  productListensAt(origin: string): void;
};

/** Plays Messenger, WhatsApp and X for the demo brand: takes replies, sends signed webhooks over real HTTP. */
export function createDemoPlatforms(config: Config, clock: Clock): DemoPlatforms {
  let origin: string | null = null;
  const secretOf = (channel: keyof typeof demoSecrets): string =>
    config.channels[channel]?.secrets.appSecrets[0] ?? demoSecrets[channel];
  const simulator = createPlatformSimulator({
    clock,
    accounts: Object.values(demoAccounts),
    secrets: { messenger: secretOf('messenger'), whatsapp: secretOf('whatsapp'), x: secretOf('x') },
    deliver: async (channel, body, headers) => {
      if (origin === null) throw new Error('the product does not listen yet');
      const response = await fetch(`${origin}/webhooks/${channel}`, {
        method: 'POST',
        body: new Uint8Array(body),
        headers,
      });
      await response.arrayBuffer();
      return response.status;
    },
  });
  return {
    simulator,
    productListensAt: (address) => {
      origin = address;
    },
    play: async (message) => {
      const account = Object.values(demoAccounts).find(
        (candidate) => candidate.externalId === message.accountExternalId,
      );
      if (!account) throw new Error('only the demo accounts can be played');
      const { status } = await simulator.customerWrites({ ...message, account });
      return status;
    },
  };
}
