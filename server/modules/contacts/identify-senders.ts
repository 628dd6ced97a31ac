import type { ClientSession } from 'mongodb';
import { derivedId } from '#server/db/derived-id.ts';
import type { ContactDoc, ContactIdentityDoc, ContactsStore } from './contacts.store.ts';

/** A customer as a webhook names them; `seenAt` is the instant of the message. */
export type Sender = {
  readonly accountId: string;
  readonly externalId: string;
  readonly name: string | null;
  readonly handle: string | null;
  readonly seenAt: Date;
};

/** Stable id of a customer's identity on an account. */
export function identityIdOf(accountId: string, externalId: string): string {
  return derivedId('identity', accountId, externalId);
}

/**
 * Finds the contacts of senders and makes those that are new. Returns the contact id by identity id. A name that became known later
 * replaces the placeholder. Two transactions that meet the same new customer at once conflict, and one of them begins anew.
 */
export async function identifySenders(
  store: ContactsStore,
  brandId: string,
  senders: readonly Sender[],
  session: ClientSession,
): Promise<Map<string, string>> {
  const wanted = new Map<string, Sender>();
  for (const sender of senders) {
    const id = identityIdOf(sender.accountId, sender.externalId);
    const known = wanted.get(id);
    if (!known || (known.name === null && sender.name !== null)) wanted.set(id, sender);
  }
  const found = await store.identitiesById(brandId, [...wanted.keys()], session);
  const contactIds = new Map(found.map((identity) => [identity._id, identity.contactId]));
  const missing = [...wanted].filter(([id]) => !contactIds.has(id));
  const contacts: ContactDoc[] = [];
  const identities: ContactIdentityDoc[] = [];
  for (const [id, sender] of missing) {
    const contactId = derivedId('contact', id);
    const displayName = nameOf(sender);
    contacts.push({ _id: contactId, brandId, displayName, createdAt: sender.seenAt });
    identities.push({
      _id: id,
      brandId,
      accountId: sender.accountId,
      externalId: sender.externalId,
      contactId,
      displayName,
      handle: sender.handle,
      nameKnown: sender.name !== null,
      nameAttempts: 0,
      nameDueAt: sender.name === null ? sender.seenAt : null,
    });
    contactIds.set(id, contactId);
  }
  await store.insertPeople(contacts, identities, session);
  const renamed = found.flatMap((identity) => {
    const name = wanted.get(identity._id)?.name;
    const isNews = name && (name !== identity.displayName || !identity.nameKnown);
    return isNews ? [{ identity, displayName: name }] : [];
  });
  await store.renameAll(renamed, session);
  return contactIds;
}

function nameOf(sender: Sender): string {
  return sender.name ?? (sender.handle ? `@${sender.handle}` : `…${sender.externalId.slice(-4)}`);
}
