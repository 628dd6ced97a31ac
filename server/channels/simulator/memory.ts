import type { SimulatedChannel } from './accounts.ts';

/** A public item the platform knows: who made it, and the root it hangs under. */
export type KnownItem = {
  readonly authorId: string;
  readonly root: string;
  readonly postId: string;
  readonly at?: Date;
};

/** What a platform remembers between calls: ids given out, public items seen and the names of people. */
export type PlatformMemory = {
  /** A new id in the platform's own form; those of X grow with `at`. */
  nextId(channel: SimulatedChannel, visibility: 'private' | 'public', at: Date): string;
  remember(itemId: string, item: KnownItem): void;
  recall(itemId: string): KnownItem | undefined;
  rememberName(customerId: string, name: string): void;
  /** The name of a person who wrote; undefined for others. */
  nameOf(customerId: string): string | undefined;
};

/** X counts the time in its ids from 4 November 2010. */
const snowflakeStartMs = 1_288_834_974_657n;

/** An empty memory; ids are counted, so that the same story gives the same ids. */
export function createPlatformMemory(): PlatformMemory {
  const items = new Map<string, KnownItem>();
  const names = new Map<string, string>();
  let count = 0;
  return {
    nextId: (channel, visibility, at) => {
      count += 1;
      const serial = String(count).padStart(8, '0');
      if (channel === 'x')
        return (((BigInt(at.getTime()) - snowflakeStartMs) << 22n) + BigInt(count % 4_194_304)).toString();
      if (channel === 'whatsapp') return `wamid.SIM${serial}`;
      return visibility === 'public' ? `500100_${serial}` : `m_sim${serial}`;
    },
    remember: (itemId, item) => {
      items.set(itemId, item);
    },
    recall: (itemId) => items.get(itemId),
    rememberName: (customerId, name) => {
      names.set(customerId, name);
    },
    nameOf: (customerId) => names.get(customerId),
  };
}
