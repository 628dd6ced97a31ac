import { randomBytes } from 'node:crypto';
import type { Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import type { SessionViewer } from '#server/graphql/context.ts';
import type { Log } from '#server/log.ts';
import { createPasswords } from './passwords.ts';
import { createRecentSessions } from './recent-sessions.ts';
import { createSessionsStore, sessionHashOf } from './sessions.store.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';
import { createSignIn, normalEmail } from './sign-in.ts';
import type { SignInOutcome } from './sign-in.ts';
import { createUsersStore } from './users.store.ts';
import type { Brand, User } from './users.store.ts';

export { sessionIdleMs, sessionLongestMs } from './sessions.store.ts';
export { EmailTakenError } from './users.store.ts';
export type { Brand, User } from './users.store.ts';

/** A user to make. */
type NewUser = {
  readonly brandId: string;
  readonly email: string;
  readonly name: string;
  readonly role: User['role'];
  readonly password: string;
};

/** What the first administrator is made of; null parts are filled in. */
type FirstAdminInput = {
  readonly adminEmail: string | null;
  readonly adminPassword: string | null;
  readonly brandName: string | null;
};

/** Brands, users, sessions and signing in. */
export type Agents = {
  /** Makes the indexes; before any data. */
  ensureIndexes(): Promise<void>;
  createBrand(input: { readonly name: string; readonly timeZone: string }): Promise<Brand>;
  brand(id: string): Promise<Brand | null>;
  /** Throws `EmailTakenError` when the address is in use. */
  createUser(input: NewUser): Promise<User>;
  /** Users of the brand, by name. */
  users(brandId: string): Promise<User[]>;
  user(brandId: string, id: string): Promise<User | null>;
  /** The brand's users among `ids`, in no order. */
  usersByIds(brandId: string, ids: readonly string[]): Promise<User[]>;
  /** `address`: network address of the request. */
  signIn(input: {
    readonly email: string;
    readonly password: string;
    readonly address: string;
  }): Promise<SignInOutcome>;
  /** Ids of the brand's users who used the inbox since `since`, give or take five minutes. */
  activeSince(brandId: string, since: Date): Promise<ReadonlySet<string>>;
  /** The viewer of a session token; null for none, a wrong or an ended one. */
  viewerOfToken(token: string): Promise<SessionViewer | null>;
  /** True while the session lives; does not prolong it. */
  sessionLives(sessionHash: string): Promise<boolean>;
  signOut(sessionHash: string): Promise<void>;
  /** Ends all sessions of a user: after a new password or role. */
  endSessionsOf(userId: string): Promise<void>;
  /** Calls back with the session's hash as soon as a session ends in this process; the answer stops it. */
  onSessionEnded(listener: (sessionHash: string) => void): () => void;
  /** Removes ended sessions and old sign-in failures; run now and then. */
  removeExpired(): Promise<void>;
  /** Makes a brand and an administrator when there is no user at all. `password` is the generated one, null when it was given. */
  ensureFirstAdmin(input: FirstAdminInput): Promise<{ created: boolean; email: string; password: string | null }>;
};

/** Makes the module. */
export function createAgents({ db, clock, log }: { db: Db; clock: Clock; log: Log }): Agents {
  const users = createUsersStore(db);
  const sessions = createSessionsStore(db);
  const throttle = createSignInThrottle(db);
  const passwords = createPasswords();
  const signIn = createSignIn({ users, sessions, throttle, passwords, clock });
  const listeners = new Set<(sessionHash: string) => void>();

  const recent = createRecentSessions((hash) => sessions.use(hash, clock.now()), clock);

  const tellEnded = (sessionHash: string): void => {
    recent.forget(sessionHash);
    for (const listener of listeners) listener(sessionHash);
  };
  const createBrand: Agents['createBrand'] = ({ name, timeZone }) =>
    users.insertBrand({ name, slug: slugOf(name), timeZone, createdAt: clock.now() });
  const createUser: Agents['createUser'] = async ({ brandId, email, name, role, password }) => {
    const passwordHash = await passwords.hash(password);
    return users.insertUser({ brandId, email: normalEmail(email), name, role, createdAt: clock.now() }, passwordHash);
  };

  return {
    ensureIndexes: async () => {
      await Promise.all([users.ensureIndexes(), sessions.ensureIndexes(), throttle.ensureIndexes()]);
    },
    createBrand,
    brand: users.brand,
    createUser,
    users: users.users,
    user: users.user,
    usersByIds: users.usersByIds,
    signIn: async (input) => {
      const result = await signIn(input);
      log.info({ outcome: result.outcome, ...('user' in result ? { userId: result.user.id } : {}) }, 'sign-in');
      return result;
    },
    activeSince: sessions.usersSince,
    viewerOfToken: async (token) => {
      const hash = sessionHashOf(token);
      return hash === null ? null : recent.viewerOf(hash);
    },
    sessionLives: (sessionHash) => sessions.lives(sessionHash, clock.now()),
    signOut: async (sessionHash) => {
      await sessions.end(sessionHash);
      tellEnded(sessionHash);
    },
    endSessionsOf: async (userId) => {
      for (const hash of await sessions.endOfUser(userId)) tellEnded(hash);
    },
    onSessionEnded: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    removeExpired: async () => {
      await Promise.all([sessions.removeExpired(clock.now()), throttle.removeOld(clock.now())]);
    },
    ensureFirstAdmin: (input) => ensureFirstAdmin({ users, createBrand, createUser }, input),
  };
}

/** A link name: the brand's name in plain letters and a few random ones, since two brands may share a name. */
function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${plain.slice(0, 40) || 'merk'}-${randomBytes(3).toString('hex')}`;
}

type FirstAdminMakers = Pick<Agents, 'createBrand' | 'createUser'> & { users: { anyUser(): Promise<boolean> } };

async function ensureFirstAdmin(
  { users, createBrand, createUser }: FirstAdminMakers,
  { adminEmail, adminPassword, brandName }: FirstAdminInput,
): ReturnType<Agents['ensureFirstAdmin']> {
  const email = normalEmail(adminEmail ?? 'admin@woordhouder.invalid');
  if (await users.anyUser()) return { created: false, email, password: null };
  const password = adminPassword ?? randomBytes(12).toString('base64url');
  const brand = await createBrand({ name: brandName ?? 'Woordhouder', timeZone: 'Europe/Amsterdam' });
  await createUser({ brandId: brand.id, email, name: 'Admin', role: 'admin', password });
  return { created: true, email, password: adminPassword === null ? password : null };
}
