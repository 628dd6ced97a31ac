import type { ClientSession, Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import { newId } from '#server/db/ids.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { ReportMarks } from '#server/modules/report-marks/index.ts';
import {
  createContactsStore,
  type ContactDoc,
  type ContactIdentityDoc,
  type ContactJoinDoc,
  type ContactMomentDoc,
} from './contacts.store.ts';
import { identifySenders, identityIdOf, type Sender } from './identify-senders.ts';
import { joinIdentities, type IdentityJoin, type MovedContact } from './join-identities.ts';

export type { ContactDoc, ContactIdentityDoc, ContactMomentDoc } from './contacts.store.ts';
export { identityIdOf, type Sender } from './identify-senders.ts';
export type { IdentityJoin } from './join-identities.ts';
export { journeyEventsOf, journeyOf } from './journey-of.ts';
export { createNameLookup, type NameLookupDependencies } from './name-lookup.ts';

/** A contact moment to log; `at` must not lie in the future. */
export type LogMomentInput = Pick<
  ContactMomentDoc,
  'contactId' | 'kind' | 'fromCustomer' | 'at' | 'attempts' | 'outcome' | 'summary' | 'loggedBy'
>;

/** Customers, their ids on channels and their logged contacts. */
export type Contacts = {
  ensureIndexes(): Promise<void>;
  /** Makes the contacts of senders that are new, in a transaction of its own; see introduce-customers.ts. */
  introduce(brandId: string, senders: readonly Sender[]): Promise<void>;
  /** See identify-senders.ts. */
  identifySenders(brandId: string, senders: readonly Sender[], session: ClientSession): Promise<Map<string, string>>;
  /** See join-identities.ts; runs within the caller's transaction. */
  joinIdentities(brandId: string, joins: readonly IdentityJoin[], session: ClientSession): Promise<MovedContact[]>;
  /** The platforms' statements that made a contact what it is. */
  joinsOf(brandId: string, contactId: string): Promise<ContactJoinDoc[]>;
  byIds(brandId: string, ids: readonly string[]): Promise<ContactDoc[]>;
  /** The contact behind a customer's id on an account; null when unknown. */
  contactOf(brandId: string, accountId: string, externalId: string): Promise<string | null>;
  identitiesOf(brandId: string, contactId: string): Promise<ContactIdentityDoc[]>;
  momentsOf(brandId: string, contactId: string): Promise<ContactMomentDoc[]>;
  momentsOfContacts(brandId: string, contactIds: readonly string[]): Promise<ContactMomentDoc[]>;
  /** Logs a moment; null when the contact is not the brand's, or the field at fault. */
  logMoment(
    brandId: string,
    input: LogMomentInput,
  ): Promise<ContactMomentDoc | { fault: 'at' | 'attempts' | 'summary' } | null>;
};

/** Makes the contacts module. */
export function createContacts(deps: { db: Db; clock: Clock; transact: Transactor; marks: ReportMarks }): Contacts {
  const store = createContactsStore(deps.db);
  return {
    ensureIndexes: () => store.ensureIndexes(),
    introduce: async (brandId, senders) => {
      const ids = senders.map(({ accountId, externalId }) => identityIdOf(accountId, externalId));
      const known = new Set((await store.identitiesById(brandId, [...new Set(ids)])).map(({ _id }) => _id));
      const missing = senders.filter((_, index) => !known.has(ids[index] ?? ''));
      if (missing.length === 0) return;
      await deps.transact((session) => identifySenders(store, brandId, missing, session));
    },
    identifySenders: (brandId, senders, session) => identifySenders(store, brandId, senders, session),
    joinIdentities: (brandId, joins, session) => joinIdentities(store, brandId, joins, session),
    joinsOf: (brandId, contactId) => store.joinsOf(brandId, contactId),
    byIds: (brandId, ids) => store.contactsById(brandId, ids),
    contactOf: async (brandId, accountId, externalId) => {
      const [identity] = await store.identitiesById(brandId, [identityIdOf(accountId, externalId)]);
      return identity?.contactId ?? null;
    },
    identitiesOf: (brandId, contactId) => store.identitiesOf(brandId, contactId),
    momentsOf: async (brandId, contactId) => {
      const moments = await store.momentsOf(brandId, contactId);
      return moments.sort((a, b) => a.at.getTime() - b.at.getTime());
    },
    momentsOfContacts: (brandId, contactIds) => store.momentsOfContacts(brandId, contactIds),
    logMoment: async (brandId, input) => {
      const now = deps.clock.now();
      if (input.at.getTime() > now.getTime()) return { fault: 'at' };
      if (!Number.isInteger(input.attempts) || input.attempts < 1 || input.attempts > 99) return { fault: 'attempts' };
      if (input.summary.length > 5_000) return { fault: 'summary' };
      const [contact] = await store.contactsById(brandId, [input.contactId]);
      if (!contact) return null;
      const moment: ContactMomentDoc = { _id: newId(), brandId, ...input, createdAt: now };
      await deps.transact(async (session) => {
        await store.insertMoment(moment, session);
        await deps.marks.add(brandId, [input.contactId], session);
      });
      return moment;
    },
  };
}
