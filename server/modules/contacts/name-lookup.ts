import type { ClientSession, Db } from 'mongodb';
import type { CustomerProfile } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import type { Transactor } from '#server/db/transaction.ts';
import { createWorkLoop, type WorkLoop } from '#server/jobs/work-loop.ts';
import type { Log } from '#server/log.ts';
import { createContactsStore, type ContactIdentityDoc, type ContactsStore } from './contacts.store.ts';

/** What looking names up needs; other modules come in as functions, so that contacts depend on none of them. */
export type NameLookupDependencies = {
  readonly db: Db;
  readonly clock: Clock;
  readonly transact: Transactor;
  readonly log: Log;
  /** Asks the platform for a customer's name; null when the account's channel tells no names. Throws when it cannot be asked now. */
  profileOf(identity: ContactIdentityDoc, signal: AbortSignal): Promise<CustomerProfile | null>;
  /** Tells that a contact has its name now, within the transaction that gives it. */
  onNamed(brandId: string, contactId: string, session: ClientSession): Promise<void>;
};

const atOnce = 5;
const pollMs = 5_000;
const askTimeoutMs = 5_000;
/** Waits after the first and the second try in vain; after the third it is left alone. */
const retryAfterMs: readonly number[] = [60_000, 3_600_000];

/**
 * Asks platforms for the names their webhooks leave out: a few at a time, beside everything else, each at most three times.
 * A failure harms nobody: the contact keeps the name that stands in.
 */
export function createNameLookup(deps: NameLookupDependencies): WorkLoop {
  const store = createContactsStore(deps.db);
  return createWorkLoop({
    name: 'names',
    pollMs,
    log: deps.log,
    step: async () => {
      const due = await store.namesDue(deps.clock.now(), atOnce);
      await Promise.all(due.map((identity) => lookUp(deps, store, identity)));
      return due.length > 0;
    },
  });
}

async function lookUp(deps: NameLookupDependencies, store: ContactsStore, identity: ContactIdentityDoc): Promise<void> {
  const profile = await ask(deps, identity);
  if (profile === null) {
    await store.nameNotFound(identity._id, null);
  } else if (profile.name === null) {
    const waitMs = retryAfterMs[identity.nameAttempts];
    const dueAt = waitMs === undefined ? null : new Date(deps.clock.now().getTime() + waitMs);
    await store.nameNotFound(identity._id, dueAt);
  } else {
    await giveName(deps, store, identity, profile.name);
  }
}

async function ask(deps: NameLookupDependencies, identity: ContactIdentityDoc): Promise<CustomerProfile | null> {
  try {
    return await deps.profileOf(identity, AbortSignal.timeout(askTimeoutMs));
  } catch (error) {
    deps.log.warn({ err: error, identity: identity._id }, "a customer's name could not be asked for");
    return { name: null };
  }
}

async function giveName(
  deps: NameLookupDependencies,
  store: ContactsStore,
  identity: ContactIdentityDoc,
  name: string,
): Promise<void> {
  const { brandId } = identity;
  await deps.transact(async (session) => {
    const [current] = await store.identitiesById(brandId, [identity._id], session);
    // A webhook that told the name meanwhile is newer than what we asked.
    if (!current || current.nameKnown) return;
    const contactId = await store.rename(brandId, identity._id, name, session);
    if (contactId !== null) await deps.onNamed(brandId, contactId, session);
  });
}
