import type { ChannelDefinition } from './channel.ts';
import { messengerChannel } from './messenger/index.ts';
import { whatsAppChannel } from './whatsapp/index.ts';
import { xChannel } from './x/index.ts';

/** Every channel this server knows; a new one is one folder and one line here. */
export const channelRegistry: readonly ChannelDefinition[] = [messengerChannel, whatsAppChannel, xChannel];

/** The channel named `name` (as in its webhook address), or undefined. */
export function findChannel(name: string): ChannelDefinition | undefined {
  return channelRegistry.find((channel) => channel.name === name);
}
