import { dueBy } from '#server/db/due-range.ts';
import type { ClientSession, Collection, Db, OptionalUnlessRequiredId } from 'mongodb';

/** A customer of a brand. */
export type ContactDoc = { _id: string; brandId: string; displayName: string; createdAt: Date };

/** One id of the customer on one channel account; `_id` is derived from account and external id. */
export type ContactIdentityDoc = {
  _id: string;
  brandId: string;
  accountId: string;
  externalId: string;
  contactId: string;
  displayName: string;
  handle: string | null;
  /** False while `displayName` only stands in for a name the platform did not tell. */
  nameKnown: boolean;
  /** How often the platform was asked for the name. */
  nameAttempts: number;
  /** When to ask for the name next; null when it is known or no longer asked for. */
  nameDueAt: Date | null;
};

/** A platform's statement that two ids are one person, as it was acted upon. `emptiedContactId`: the contact that went up in the other. */
export type ContactJoinDoc = {
  _id: string;
  brandId: string;
  accountId: string;
  previousExternalId: string;
  currentExternalId: string;
  contactId: string;
  emptiedContactId: string | null;
  at: Date;
};

/** A contact outside the three channels. `attempts` = how often it was tried in a row. */
export type ContactMomentDoc = {
  _id: string;
  brandId: string;
  contactId: string;
  kind: 'call' | 'email' | 'visit' | 'letter' | 'other';
  fromCustomer: boolean;
  at: Date;
  attempts: number;
  outcome: 'unanswered' | 'answered' | 'noted';
  summary: string;
  loggedBy: string | null;
  createdAt: Date;
};

/** Reads and writes contacts, identities, joins and logged moments. */
export type ContactsStore = {
  ensureIndexes(): Promise<void>;
  identitiesById(brandId: string, ids: readonly string[], session?: ClientSession): Promise<ContactIdentityDoc[]>;
  /** Adds new people. */
  insertPeople(
    contacts: readonly ContactDoc[],
    identities: readonly ContactIdentityDoc[],
    session: ClientSession,
  ): Promise<void>;
  /** Gives identity and contact their name; returns the contact's id, null when the identity is gone. */
  rename(brandId: string, identityId: string, displayName: string, session: ClientSession): Promise<string | null>;
  /** Gives these identities and their contacts their names. */
  renameAll(
    names: readonly { readonly identity: ContactIdentityDoc; readonly displayName: string }[],
    session: ClientSession,
  ): Promise<void>;
  /** Identities whose name is to be asked for by `until`, longest due first. */
  namesDue(until: Date, limit: number): Promise<ContactIdentityDoc[]>;
  /** Notes that a name was asked for in vain; `nameDueAt` null ends the asking. */
  nameNotFound(identityId: string, nameDueAt: Date | null): Promise<void>;
  contactsById(brandId: string, ids: readonly string[], session?: ClientSession): Promise<ContactDoc[]>;
  /** Gives identities and logged moments of one contact to another, and removes the first. */
  moveContact(brandId: string, from: string, to: string, session: ClientSession): Promise<void>;
  insertJoin(join: ContactJoinDoc, session: ClientSession): Promise<void>;
  joinsOf(brandId: string, contactId: string): Promise<ContactJoinDoc[]>;
  identitiesOf(brandId: string, contactId: string): Promise<ContactIdentityDoc[]>;
  insertMoment(moment: ContactMomentDoc, session: ClientSession): Promise<void>;
  momentsOf(brandId: string, contactId: string): Promise<ContactMomentDoc[]>;
  momentsOfContacts(brandId: string, contactIds: readonly string[]): Promise<ContactMomentDoc[]>;
};

/** Read in one answer as a rule. */
const readAtOnce = 2_000;

/** The only database code of contacts. */
export function createContactsStore(db: Db): ContactsStore {
  const contacts: Collection<ContactDoc> = db.collection('contacts');
  const identities: Collection<ContactIdentityDoc> = db.collection('contactIdentities');
  const moments: Collection<ContactMomentDoc> = db.collection('contactMoments');
  const joins: Collection<ContactJoinDoc> = db.collection('contactJoins');
  return {
    ensureIndexes: async () => {
      await contacts.createIndex({ brandId: 1, _id: 1 });
      await identities.createIndex({ brandId: 1, _id: 1 });
      await identities.createIndex({ brandId: 1, contactId: 1 });
      await identities.createIndex({ nameDueAt: 1 });
      await moments.createIndex({ brandId: 1, contactId: 1, at: 1 });
      await joins.createIndex({ brandId: 1, contactId: 1 });
    },
    identitiesById: async (brandId, ids, session) =>
      ids.length === 0
        ? []
        : identities.find({ brandId, _id: { $in: [...ids] } }, { session, batchSize: readAtOnce }).toArray(),
    insertPeople: async (newContacts, newIdentities, session) => {
      await insertNew(contacts, newContacts, session);
      await insertNew(identities, newIdentities, session);
    },
    ...namesIn(contacts, identities),
    contactsById: async (brandId, ids, session) =>
      contacts.find({ brandId, _id: { $in: [...ids] } }, { session }).toArray(),
    moveContact: async (brandId, from, to, session) => {
      const set = { $set: { contactId: to } };
      await identities.updateMany({ brandId, contactId: from }, set, { session });
      await moments.updateMany({ brandId, contactId: from }, set, { session });
      await joins.updateMany({ brandId, contactId: from }, set, { session });
      await contacts.deleteOne({ brandId, _id: from }, { session });
    },
    insertJoin: async (join, session) => {
      await joins.insertOne(join, { session });
    },
    joinsOf: async (brandId, contactId) => joins.find({ brandId, contactId }).toArray(),
    identitiesOf: async (brandId, contactId) => identities.find({ brandId, contactId }).toArray(),
    insertMoment: async (moment, session) => {
      await moments.insertOne(moment, { session });
    },
    momentsOf: async (brandId, contactId) => moments.find({ brandId, contactId }).toArray(),
    momentsOfContacts: async (brandId, contactIds) =>
      moments.find({ brandId, contactId: { $in: [...contactIds] } }).toArray(),
  };
}

/** Names of contacts: given by a webhook, or asked for. */
function namesIn(
  contacts: Collection<ContactDoc>,
  identities: Collection<ContactIdentityDoc>,
): Pick<ContactsStore, 'rename' | 'renameAll' | 'namesDue' | 'nameNotFound'> {
  return {
    rename: async (brandId, identityId, displayName, session) => {
      const identity = await identities.findOne({ brandId, _id: identityId }, { session });
      if (!identity) return null;
      const set = { displayName, nameKnown: true, nameDueAt: null };
      await identities.updateOne({ brandId, _id: identityId }, { $set: set }, { session });
      await contacts.updateOne({ brandId, _id: identity.contactId }, { $set: { displayName } }, { session });
      return identity.contactId;
    },
    renameAll: async (names, session) => {
      if (names.length === 0) return;
      await identities.bulkWrite(
        names.map(({ identity: { _id }, displayName }) => ({
          updateOne: { filter: { _id }, update: { $set: { displayName, nameKnown: true, nameDueAt: null } } },
        })),
        { session },
      );
      await contacts.bulkWrite(
        names.map(({ identity: { contactId }, displayName }) => ({
          updateOne: { filter: { _id: contactId }, update: { $set: { displayName } } },
        })),
        { session },
      );
    },
    namesDue: async (until, limit) =>
      identities
        .find({ nameDueAt: dueBy(until) })
        .sort({ nameDueAt: 1 })
        .limit(limit)
        .toArray(),
    nameNotFound: async (identityId, nameDueAt) => {
      // A webhook may have told the name meanwhile: then there is nothing left to ask.
      const filter = { _id: identityId, nameKnown: false };
      await identities.updateOne(filter, { $set: { nameDueAt }, $inc: { nameAttempts: 1 } });
    },
  };
}

async function insertNew<T extends { _id: string }>(
  collection: Collection<T>,
  docs: readonly T[],
  session: ClientSession,
): Promise<void> {
  if (docs.length > 0) await collection.insertMany([...docs] as OptionalUnlessRequiredId<T>[], { session });
}
