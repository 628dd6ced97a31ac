import type { Db } from 'mongodb';
import type { ChannelDefinition } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import type { PromiseAdviser } from '#server/modules/advice/index.ts';
import type { Agents } from '#server/modules/agents/index.ts';
import type { ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { Clocks } from '#server/modules/clocks/index.ts';
import { channelStatusesOf, type BrandStatus } from './brand-status.ts';
import { renderStatusPage, statusStyle, type StatusLanguage } from './status-page.ts';
import { createPublicStatusStore, type StatusPageDoc } from './public-status.store.ts';

export type { BrandStatus } from './brand-status.ts';

/** Public status pages of brands. */
export type PublicStatus = {
  ensureIndexes(): Promise<void>;
  /** Whether the brand shows its status, and the page's place. */
  pageOf(brandId: string): Promise<{ readonly enabled: boolean; readonly path: string }>;
  setEnabled(brandId: string, enabled: boolean): Promise<void>;
  /** What everybody may know of a brand, at most 30 seconds old; null when there is no such brand or it shows nothing. */
  statusOf(slug: string): Promise<BrandStatus | null>;
  /** The page of a status as HTML, and the style sheet it names. */
  render(status: BrandStatus, language: StatusLanguage): string;
  readonly style: string;
};

type Dependencies = {
  db: Db;
  clock: Clock;
  agents: Agents;
  accounts: ChannelAccounts;
  clocks: Clocks;
  adviser: PromiseAdviser;
  channels: readonly ChannelDefinition[];
};

const keptMs = 30_000;

/** Makes the module. */
export function createPublicStatus(deps: Dependencies): PublicStatus {
  const store = createPublicStatusStore(deps.db);
  const kept = new Map<string, { readonly madeAt: number; readonly status: Promise<BrandStatus> }>();
  const brandOf = async (brandId: string) => {
    const brand = await deps.agents.brand(brandId);
    if (!brand) throw new Error('the brand of a viewer is missing');
    return brand;
  };
  return {
    render: renderStatusPage,
    style: statusStyle,
    ensureIndexes: () => store.ensureIndexes(),
    pageOf: async (brandId) => {
      const [brand, page] = await Promise.all([brandOf(brandId), store.ofBrand(brandId)]);
      return { enabled: page?.enabled ?? false, path: `/status/${brand.slug}` };
    },
    setEnabled: async (brandId, enabled) => {
      const { slug, name } = await brandOf(brandId);
      await store.put({ _id: brandId, slug, brandName: name, enabled });
    },
    statusOf: async (slug) => {
      const page = await store.ofSlug(slug);
      // Asked each time, so that switching off works at once.
      if (!page?.enabled) return null;
      const now = deps.clock.now();
      const known = kept.get(page._id);
      const age = known ? now.getTime() - known.madeAt : Infinity;
      if (known && age >= 0 && age < keptMs) return known.status;
      const status = readStatus(deps, page, now);
      kept.set(page._id, { madeAt: now.getTime(), status });
      status.catch(() => {
        if (kept.get(page._id)?.status === status) kept.delete(page._id);
      });
      return status;
    },
  };
}

async function readStatus(deps: Dependencies, page: StatusPageDoc, now: Date): Promise<BrandStatus> {
  const { adviser, accounts, clocks, channels } = deps;
  const brandId = page._id;
  const [week, month, owned, running] = await Promise.all([
    adviser.bookOf(brandId, 7),
    adviser.bookOf(brandId, 30),
    accounts.ofBrand(brandId),
    clocks.runningBefore(brandId, now),
  ]);
  const { timeZone } = week.table.hoursOf(owned[0]?._id ?? '', now);
  return {
    brand: page.brandName,
    timeZone,
    at: now,
    channels: channels.flatMap((channel) => {
      const own = owned.filter((account) => account.channel === channel.name);
      return own.length === 0 ? [] : channelStatusesOf(channel, own, adviser, { week, month, running, now });
    }),
  };
}
