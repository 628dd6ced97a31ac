import { performance } from 'node:perf_hooks';
import type { Collection } from 'mongodb';
import type { ChannelDefinition } from '#server/channels/channel.ts';
import { channelRegistry } from '#server/channels/registry.ts';
import { deliveryDocOf, type DeliveryDoc } from '#server/modules/ingest/deliveries.store.ts';
import type { Bed } from './bed.ts';
import { realisticMix, type Delivery } from './deliveries.ts';

const messagesPerCustomer = 4;

/** Counts the mixes of this process: no two share a message. */
let mixes = 100;

/**
 * Stores a mix of deliveries as the webhook handler would, lets the real consumer fold them, and gives the time in ms. The customers
 * are new ones, or those of an earlier mix with the same `people`.
 */
export async function foldMix(bed: Bed, count: number, people: { people?: number } = {}): Promise<number> {
  return foldAll(bed, mixOf(bed, count, people));
}

/** A mix that shares no message with any other of this process. */
export function mixOf(bed: Bed, count: number, { people }: { people?: number }): Delivery[] {
  mixes += 1;
  const customers = Math.round(count / messagesPerCustomer);
  return realisticMix({ count, customers, prefix: mixes, people: people ?? mixes, lastAt: bed.clock.now() });
}

/** Deliveries as the webhook handler stores them. */
export function storedAs(deliveries: readonly Delivery[], receivedAt: Date): DeliveryDoc[] {
  return deliveries.map(({ channel, body }) => deliveryDocOf(definitionOf(channel), body, receivedAt));
}

/** Lets the real consumer fold `deliveries` and gives the time in ms. */
export async function foldAll(bed: Bed, deliveries: readonly Delivery[]): Promise<number> {
  const stored: Collection = bed.db.collection('deliveries');
  const docs = storedAs(deliveries, bed.clock.now());
  await stored.insertMany(docs.map((doc) => ({ ...doc, state: 'staged' })));
  // All at once, or the consumer's own look-out would begin before the clock does.
  await bed.transact((session) => stored.updateMany({ state: 'staged' }, { $set: { state: 'pending' } }, { session }));
  const startedAt = performance.now();
  bed.app.ingest.consumer.start();
  await bed.app.ingest.consumer.settled();
  const ms = performance.now() - startedAt;
  const left = await stored.countDocuments({ state: { $ne: 'done' } });
  if (left > 0) throw new Error(`${left} deliveries were not folded`);
  return ms;
}

function definitionOf(name: string): ChannelDefinition {
  const found = channelRegistry.find((channel) => channel.name === name);
  if (!found) throw new RangeError(`no channel ${name}`);
  return found;
}
