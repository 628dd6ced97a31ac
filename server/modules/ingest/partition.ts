import type { ChannelDefinition } from '#server/channels/channel.ts';

/** Into how many parts the deliveries are divided: the most that can be worked on at once, over all processes. */
export const partitionCount = 16;

/** All parts, by number. */
export const allPartitions: readonly number[] = Array.from({ length: partitionCount }, (_, index) => index);

/**
 * The part that a webhook body belongs to. Bodies about one private talk alone go where all of that talk goes, so that their order is
 * kept; everything else of a channel (public threads, batches of several customers) shares one part.
 */
export function partitionOf(channel: Pick<ChannelDefinition, 'name' | 'talkOf'>, body: Uint8Array): number {
  const talk = channel.talkOf?.(body) ?? '';
  return hashOf(`${channel.name} ${talk}`) % partitionCount;
}

/** FNV-1a over the units of a text: spreads evenly enough, and a digest would cost as much as checking the signature. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
