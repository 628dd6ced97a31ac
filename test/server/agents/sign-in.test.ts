import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMovableClock } from '#server/clock.ts';
import { createLog } from '#server/log.ts';
import { createAgents, EmailTakenError, sessionIdleMs, sessionLongestMs } from '#server/modules/agents/index.ts';
import type { Agents, Brand, User } from '#server/modules/agents/index.ts';
import { openTestDatabase } from '#test/support/database.ts';
import type { TestDatabase } from '#test/support/database.ts';

const clock = createMovableClock(new Date('2026-03-02T09:00:00.000Z'));
const password = 'een lang genoeg wachtwoord';
const hour = 60 * 60_000;

let database: TestDatabase;
let agents: Agents;
let brand: Brand;
let user: User;
let address = '';
let made = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  agents = createAgents({ db: database.db, clock, log: createLog({ level: 'silent' }) });
  await agents.ensureIndexes();
  brand = await agents.createBrand({ name: 'Zomerfeest', timeZone: 'Europe/Amsterdam' });
});

beforeEach(async () => {
  made += 1;
  address = `10.0.${String(made)}.1`;
  user = await agents.createUser({
    brandId: brand.id,
    email: `Agent${String(made)}@Example.nl`,
    name: 'Noor',
    role: 'agent',
    password,
  });
});

function signIn(given: Partial<{ email: string; password: string; address: string }> = {}) {
  return agents.signIn({ email: user.email, password, address, ...given });
}

async function tokenOfSignIn(): Promise<string> {
  const result = await signIn();
  if (result.outcome !== 'signedIn') throw new Error(`expected a session, got ${result.outcome}`);
  return result.token;
}

describe('signing in', () => {
  it('gives a session to the right password, whatever the case of the address', async () => {
    const result = await signIn({ email: ` ${user.email.toUpperCase()} ` });
    expect(result).toMatchObject({
      outcome: 'signedIn',
      viewer: { userId: user.id, brandId: brand.id, role: 'agent' },
    });
  });

  it('answers a wrong password and an unknown address alike', async () => {
    expect(await signIn({ password: 'verkeerd' })).toEqual({ outcome: 'refused' });
    expect(await signIn({ email: 'niemand@example.nl' })).toEqual({ outcome: 'refused' });
    expect(await signIn({ password: password.repeat(100) })).toEqual({ outcome: 'refused' });
    expect(await signIn({ email: '' })).toEqual({ outcome: 'refused' });
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      known.push(await timed(() => signIn({ password: 'verkeerd' })));
      unknown.push(await timed(() => signIn({ email: `niemand${String(round)}@example.nl` })));
    }
    // A missing hash would make the unknown ones some ten times as quick.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
  });

  it('stores neither the password nor the token', async () => {
    const token = await tokenOfSignIn();
    const everything = JSON.stringify([
      await database.db.collection('users').find().toArray(),
      await database.db.collection('sessions').find().toArray(),
      await database.db.collection('signInFailures').find().toArray(),
    ]);
    expect(everything).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(everything).not.toContain(password);
    expect(everything).not.toContain(token);
  });
});

describe('guessing', () => {
  it('waits longer after every failure on one account, known or not, also from other addresses', async () => {
    for (const email of [user.email, `niemand${String(made)}@example.nl`]) {
      const waits: number[] = [];
      for (let round = 0; round < 8; round += 1) {
        const from = `192.0.2.${String(round)}`;
        let result = await signIn({ email, password: 'verkeerd', address: from });
        if (result.outcome === 'throttled') {
          waits.push(result.retryAfterMs);
          clock.advance(result.retryAfterMs);
          result = await signIn({ email, password: 'verkeerd', address: from });
        }
        expect(result.outcome).toBe('refused');
      }
      expect(waits).toEqual([1_000, 2_000, 4_000]);
    }
  });

  it('refuses even the right password while it waits, in a new process too', async () => {
    for (let round = 0; round < 5; round += 1) await signIn({ password: 'verkeerd' });
    expect(await signIn()).toEqual({ outcome: 'throttled', retryAfterMs: 1_000 });
    const restarted = createAgents({ db: database.db, clock, log: createLog({ level: 'silent' }) });
    expect(await restarted.signIn({ email: user.email, password, address })).toMatchObject({ outcome: 'throttled' });
    clock.advance(1_000);
    expect((await signIn()).outcome).toBe('signedIn');
    expect((await signIn({ password: 'verkeerd' })).outcome).toBe('refused');
  });

  it('counts per address over many accounts, and a whole IPv6 /64 as one', async () => {
    for (let round = 0; round < 20; round += 1) {
      await signIn({
        email: `x${String(round)}-${String(made)}@example.nl`,
        address: `2001:db8:1:2::${String(round)}`,
      });
    }
    expect((await signIn({ address: '2001:db8:1:2:ffff::1' })).outcome).toBe('throttled');
    expect((await signIn({ address: '2001:db8:1:3::1' })).outcome).toBe('signedIn');
  });

  it('lets no burst slip past the count', async () => {
    const burst = Array.from({ length: 12 }, () => signIn({ password: 'verkeerd' }));
    const outcomes = (await Promise.all(burst)).map((result) => result.outcome);
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'throttled')).toHaveLength(7);
  });
});

describe('sessions', () => {
  it('knows its viewer and nobody else', async () => {
    const token = await tokenOfSignIn();
    expect(await agents.viewerOfToken(token)).toMatchObject({ userId: user.id });
    expect(await agents.viewerOfToken(`${token.slice(0, -1)}!`)).toBeNull();
    expect(await agents.viewerOfToken('A'.repeat(43))).toBeNull();
    expect(await agents.viewerOfToken('')).toBeNull();
  });

  it('ends 12 hours after its last use', async () => {
    const token = await tokenOfSignIn();
    clock.advance(11 * hour);
    expect(await agents.viewerOfToken(token)).not.toBeNull();
    clock.advance(11 * hour);
    expect(await agents.viewerOfToken(token)).not.toBeNull();
    clock.advance(sessionIdleMs);
    expect(await agents.viewerOfToken(token)).toBeNull();
  });

  it('ends 7 days after signing in, however much it is used', async () => {
    const token = await tokenOfSignIn();
    for (let used = 0; used + 10 * hour < sessionLongestMs; used += 10 * hour) {
      expect(await agents.viewerOfToken(token)).not.toBeNull();
      clock.advance(10 * hour);
    }
    clock.advance(10 * hour);
    expect(await agents.viewerOfToken(token)).toBeNull();
  });

  it('is told to listeners when it ends, once per session', async () => {
    const [first, second] = [await tokenOfSignIn(), await tokenOfSignIn()];
    const ended: string[] = [];
    const stop = agents.onSessionEnded((hash) => ended.push(hash));
    const viewer = await agents.viewerOfToken(first);
    await agents.signOut(viewer?.sessionHash ?? '');
    expect(ended).toEqual([viewer?.sessionHash]);
    expect(await agents.viewerOfToken(first)).toBeNull();
    expect(await agents.sessionLives(viewer?.sessionHash ?? '')).toBe(false);
    await agents.endSessionsOf(user.id);
    expect(ended).toHaveLength(2);
    expect(await agents.viewerOfToken(second)).toBeNull();
    stop();
  });

  it('is removed from the database some time after its end', async () => {
    await tokenOfSignIn();
    clock.advance(sessionLongestMs);
    await agents.removeExpired();
    expect(await database.db.collection('sessions').find().toArray()).toEqual([]);
    expect(await database.db.collection('signInFailures').find().toArray()).toEqual([]);
  });
});

describe('users', () => {
  it('are those of one brand only', async () => {
    const other = await agents.createBrand({ name: 'Zomerfeest', timeZone: 'Europe/Amsterdam' });
    const alien = await agents.createUser({
      brandId: other.id,
      email: `b${String(made)}@x.nl`,
      name: 'B',
      role: 'lead',
      password,
    });
    expect(await agents.user(brand.id, alien.id)).toBeNull();
    expect(await agents.usersByIds(brand.id, [alien.id, user.id])).toEqual([user]);
    expect(await agents.users(other.id)).toEqual([alien]);
    expect(JSON.stringify(await agents.users(brand.id))).not.toContain('argon2');
  });

  it('have one address each', async () => {
    const again = {
      brandId: brand.id,
      email: user.email.toUpperCase(),
      name: 'Twee',
      role: 'agent',
      password,
    } as const;
    await expect(agents.createUser(again)).rejects.toThrow(EmailTakenError);
  });

  it('begin with one administrator, made once', async () => {
    const { db } = await openTestDatabase();
    const fresh = createAgents({ db, clock, log: createLog({ level: 'silent' }) });
    await fresh.ensureIndexes();
    const input = { adminEmail: 'Baas@example.nl', adminPassword: null, brandName: 'Kade 9' };
    const first = await fresh.ensureFirstAdmin(input);
    expect(first).toMatchObject({ created: true, email: 'baas@example.nl' });
    const result = await fresh.signIn({ email: first.email, password: first.password ?? '', address });
    expect(result).toMatchObject({ outcome: 'signedIn', user: { role: 'admin' } });
    expect(await fresh.ensureFirstAdmin(input)).toEqual({ created: false, email: 'baas@example.nl', password: null });
  });
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
