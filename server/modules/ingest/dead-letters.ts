import type { ChannelDefinition } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import { derivedId } from '#server/db/derived-id.ts';
import { addressOf, type ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import { groupBy } from '#shared/group-by.ts';
import type { DeadLetterDoc, DeadLettersStore } from './dead-letters.store.ts';
import type { DeliveriesStore, DeliveryDoc } from './deliveries.store.ts';
import { failureText } from './failure-text.ts';

/** Deliveries that could not be taken in: shown, tried again, or given up with a reason. */
export type DeadLetters = {
  /** Notes for every brand concerned that a delivery was set aside after `tries` more tries. */
  keep(delivery: DeliveryDoc, error: unknown, tries: number): Promise<void>;
  byId(brandId: string, id: string): Promise<DeadLetterDoc | null>;
  page(brandId: string, state: DeadLetterDoc['state'], after: number, limit: number): Promise<DeadLetterDoc[]>;
  /** The body as it came, noted as seen by `userId`; `text` is null when another brand's accounts are in it too. */
  bodyOf(request: LetterRequest): Promise<LetterBody | null>;
  /** Lets the delivery be taken in once more; nothing happens to a letter that is settled. Null: no such letter. */
  replay(request: LetterRequest): Promise<DeadLetterDoc | null>;
  /** The same for every open letter of the brand (a thousand at most); returns how many. */
  replayAll(request: Omit<LetterRequest, 'id'>): Promise<number>;
  /** Gives the delivery up; the body stays for as long as other deliveries do. */
  discard(request: LetterRequest & { readonly reason: string }): Promise<DeadLetterDoc | null>;
};

/** Which letter, and who asks. */
export type LetterRequest = { readonly brandId: string; readonly userId: string; readonly id: string };

/** A body as far as it is shown; `bytes` is its full size. */
export type LetterBody = { readonly text: string | null; readonly bytes: number; readonly cut: boolean };

/** What dead letters need. `wake` tells the consumer that there is work. */
export type DeadLetterDependencies = {
  readonly store: DeadLettersStore;
  readonly deliveries: DeliveriesStore;
  readonly accounts: ChannelAccounts;
  readonly channels: readonly ChannelDefinition[];
  readonly clock: Clock;
  wake(): void;
};

const mostShown = 100_000;
const mostReplayed = 1_000;
const beforeAll = -8.64e15;

/** Makes the use cases of dead letters. */
export function createDeadLetters(deps: DeadLetterDependencies): DeadLetters {
  const { store, deliveries } = deps;
  return {
    keep: (delivery, error, tries) => keep(deps, delivery, { error, tries }),
    byId: (brandId, id) => store.byId(brandId, id),
    page: (brandId, state, after, limit) => store.page(brandId, state, after, limit),
    bodyOf: async (request) => {
      const letter = await store.byId(request.brandId, request.id);
      const delivery = letter && (await deliveries.byId(letter.deliveryId));
      if (!letter || !delivery) return null;
      const bytes = delivery.body.length();
      if (letter.shared) return { text: null, bytes, cut: false };
      await store.step(letter._id, stepOf(deps, 'viewed', request.userId));
      const text = new TextDecoder().decode(delivery.body.buffer);
      return { text: text.slice(0, mostShown), bytes, cut: text.length > mostShown };
    },
    replay: (request) => replay(deps, request),
    replayAll: async ({ brandId, userId }) => {
      const open = await store.page(brandId, 'open', beforeAll, mostReplayed);
      // Oldest first: later deliveries may lean on earlier ones.
      for (const { _id } of open.toReversed()) await replay(deps, { brandId, userId, id: _id });
      return open.length;
    },
    discard: async ({ brandId, userId, id, reason }) => {
      const letter = await store.byId(brandId, id);
      if (!letter) return null;
      if (await store.step(id, { ...stepOf(deps, 'discarded', userId), reason }, 'discarded')) {
        const others = await store.ofDelivery(letter.deliveryId);
        if (others.every(({ state }) => state !== 'open')) await deliveries.discard(letter.deliveryId);
      }
      return store.byId(brandId, id);
    },
  };
}

function stepOf({ clock }: DeadLetterDependencies, action: 'viewed' | 'replayed' | 'discarded', userId: string) {
  return { action, at: clock.now(), userId, reason: null };
}

async function replay(deps: DeadLetterDependencies, request: LetterRequest): Promise<DeadLetterDoc | null> {
  const { store, deliveries } = deps;
  const letter = await store.byId(request.brandId, request.id);
  if (!letter) return null;
  if (letter.state === 'open') {
    await store.step(letter._id, stepOf(deps, 'replayed', request.userId), 'replayed');
    // After the letter: should taking it in fail at once, the letter must be opened again and not closed over it.
    await deliveries.again(letter.deliveryId);
    deps.wake();
  }
  return store.byId(request.brandId, letter._id);
}

async function keep(
  deps: DeadLetterDependencies,
  delivery: DeliveryDoc,
  { error, tries }: { readonly error: unknown; readonly tries: number },
): Promise<void> {
  const found = await deps.accounts.byAddresses(addressesIn(deps, delivery));
  const byBrand = [...groupBy([...found.values()], ({ brandId }) => brandId)];
  const failures = byBrand.flatMap(([brandId, [account]]) => {
    if (!account) return [];
    const { channel, receivedAt } = delivery;
    return {
      _id: derivedId('deadLetter', delivery._id.toHexString(), brandId),
      brandId,
      deliveryId: delivery._id,
      channel,
      accountId: account._id,
      error: failureText(error),
      receivedAt,
      failedAt: deps.clock.now(),
      shared: byBrand.length > 1,
      sortKey: -receivedAt.getTime(),
      triedNow: tries,
    };
  });
  await deps.store.note(failures);
}

const mostIds = 500;

/** The addresses of the accounts a body is for. Where its parser fails, every number in it that could be an account's id. */
function addressesIn({ channels }: DeadLetterDependencies, { channel: name, body, receivedAt }: DeliveryDoc): string[] {
  const channel = channels.find((candidate) => candidate.name === name);
  if (!channel) return [];
  let ids: readonly string[];
  try {
    ids = channel.parse(body.buffer, receivedAt).flatMap(({ accountExternalId }) => accountExternalId ?? []);
  } catch {
    ids = new TextDecoder().decode(body.buffer).match(/\d{5,32}/gu) ?? [];
  }
  return [...new Set(ids)].slice(0, mostIds).map((id) => addressOf(name, id));
}
