import { MongoServerError } from 'mongodb';
import type { Db } from 'mongodb';
import { newId } from '#server/db/ids.ts';
import type { Role } from '#server/graphql/generated/resolver-types.ts';

/** The organisation that owns channels, agents and rules. */
export type Brand = {
  readonly id: string;
  readonly name: string;
  /** Lower-case name for links, unique. */
  readonly slug: string;
  /** IANA zone of business time. */
  readonly timeZone: string;
  readonly createdAt: Date;
};

/** A person who works in the inbox; the password hash stays inside this folder. */
export type User = {
  readonly id: string;
  readonly brandId: string;
  /** Lower-case, unique over all brands. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Date;
};

/** A user is made with an address that is taken. */
export class EmailTakenError extends Error {
  constructor() {
    super('a user with this e-mail address exists already');
    this.name = 'EmailTakenError';
  }
}

type BrandDoc = Omit<Brand, 'id'> & { readonly _id: string };
type UserDoc = Omit<User, 'id'> & { readonly _id: string; readonly passwordHash: string };

/** Persistence of brands and users. */
export type UsersStore = ReturnType<typeof createUsersStore>;

const shown = { passwordHash: 0 } as const;

/** Makes the store; every read carries the brand, except signing in, which finds it. */
export function createUsersStore(db: Db) {
  const brands = db.collection<BrandDoc>('brands');
  const users = db.collection<UserDoc>('users');
  return {
    ensureIndexes: async (): Promise<void> => {
      await brands.createIndex({ slug: 1 }, { unique: true }, {});
      await users.createIndex({ email: 1 }, { unique: true }, {});
      await users.createIndex({ brandId: 1, _id: 1 });
      await users.createIndex({ brandId: 1, name: 1 });
    },
    insertBrand: async (brand: Omit<Brand, 'id'>): Promise<Brand> => {
      const doc: BrandDoc = { _id: newId(), ...brand };
      await brands.insertOne(doc);
      return brandOf(doc);
    },
    brand: async (id: string): Promise<Brand | null> => {
      const doc = await brands.findOne({ _id: id });
      return doc === null ? null : brandOf(doc);
    },
    /** Throws `EmailTakenError`. */
    insertUser: async (user: Omit<User, 'id'>, passwordHash: string): Promise<User> => {
      const doc: UserDoc = { _id: newId(), ...user, passwordHash };
      try {
        await users.insertOne(doc);
      } catch (error) {
        if (error instanceof MongoServerError && error.code === 11_000) throw new EmailTakenError();
        throw error;
      }
      return userOf(doc);
    },
    user: async (brandId: string, id: string): Promise<User | null> => {
      const doc = await users.findOne({ brandId, _id: id }, { projection: shown });
      return doc === null ? null : userOf(doc);
    },
    usersByIds: async (brandId: string, ids: readonly string[]): Promise<User[]> => {
      if (ids.length === 0) return [];
      const docs = await users.find({ brandId, _id: { $in: [...ids] } }, { projection: shown }).toArray();
      return docs.map(userOf);
    },
    users: async (brandId: string): Promise<User[]> => {
      const docs = await users.find({ brandId }, { projection: shown }).sort({ name: 1 }).limit(500).toArray();
      return docs.map(userOf);
    },
    userToSignIn: async (email: string): Promise<{ user: User; passwordHash: string } | null> => {
      const doc = await users.findOne({ email });
      return doc === null ? null : { user: userOf(doc), passwordHash: doc.passwordHash };
    },
    anyUser: async (): Promise<boolean> => (await users.findOne({}, { projection: { _id: 1 } })) !== null,
  };
}

function brandOf({ _id, ...rest }: BrandDoc): Brand {
  return { id: _id, ...rest };
}

function userOf(doc: UserDoc): User {
  const { _id: id, brandId, email, name, role, createdAt } = doc;
  return { id, brandId, email, name, role, createdAt };
}
