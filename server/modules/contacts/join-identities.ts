import type { ClientSession } from 'mongodb';
import { derivedId } from '#server/db/derived-id.ts';
import type { ContactIdentityDoc, ContactsStore } from './contacts.store.ts';
import { identifySenders, identityIdOf } from './identify-senders.ts';

/** A platform's statement that two ids on one account are one person; names as far as the body tells them. */
export type IdentityJoin = {
  readonly accountId: string;
  readonly previous: string;
  readonly current: string;
  readonly name: string | null;
  readonly handle: string | null;
  readonly at: Date;
};

/** A contact that went up in another: everything of it is the other's now. */
export type MovedContact = { readonly from: string; readonly to: string };

/**
 * Makes both ids of each statement one contact, within the caller's transaction, and records it. Only what the platform itself
 * states is joined: anything else is proposed to people. The older contact stays; repeating a statement changes nothing.
 * Returns the contacts whose conversations must follow.
 */
export async function joinIdentities(
  store: ContactsStore,
  brandId: string,
  joins: readonly IdentityJoin[],
  session: ClientSession,
): Promise<MovedContact[]> {
  const moved: MovedContact[] = [];
  for (const join of joins) {
    const contact = await joinOne(store, brandId, join, session);
    if (contact) moved.push(contact);
  }
  return moved;
}

async function joinOne(
  store: ContactsStore,
  brandId: string,
  join: IdentityJoin,
  session: ClientSession,
): Promise<MovedContact | null> {
  const { accountId, previous, current, name, handle, at } = join;
  const [previousId, currentId] = [identityIdOf(accountId, previous), identityIdOf(accountId, current)];
  let known = await store.identitiesById(brandId, [previousId, currentId], session);
  if (known.length === 0) {
    await identifySenders(store, brandId, [{ accountId, externalId: previous, name, handle, seenAt: at }], session);
    known = await store.identitiesById(brandId, [previousId, currentId], session);
  }
  const [first, second] = known;
  if (!first || first.contactId === second?.contactId) return null;
  let moved: MovedContact | null = null;
  if (second) moved = await mergeContacts(store, brandId, [first.contactId, second.contactId], session);
  else await addIdentity(store, first, first._id === previousId ? current : previous, session);
  await store.insertJoin(
    {
      _id: derivedId('contact-join', accountId, previous, current),
      brandId,
      accountId,
      previousExternalId: previous,
      currentExternalId: current,
      contactId: moved?.to ?? first.contactId,
      emptiedContactId: moved?.from ?? null,
      at,
    },
    session,
  );
  return moved;
}

/** The same person under another id: the name is known, or asked for, under the first. */
async function addIdentity(
  store: ContactsStore,
  known: ContactIdentityDoc,
  externalId: string,
  session: ClientSession,
): Promise<void> {
  const _id = identityIdOf(known.accountId, externalId);
  await store.insertPeople([], [{ ...known, _id, externalId, nameAttempts: 0, nameDueAt: null }], session);
}

async function mergeContacts(
  store: ContactsStore,
  brandId: string,
  ids: readonly [string, string],
  session: ClientSession,
): Promise<MovedContact | null> {
  const contacts = await store.contactsById(brandId, ids, session);
  const [older, younger] = contacts.sort(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a._id.localeCompare(b._id),
  );
  if (!older || !younger) return null;
  await store.moveContact(brandId, younger._id, older._id, session);
  return { from: younger._id, to: older._id };
}
