import type { Clock } from '#server/clock.ts';
import type { SessionViewer } from '#server/graphql/context.ts';
import type { Passwords } from './passwords.ts';
import type { SessionsStore } from './sessions.store.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';
import type { User, UsersStore } from './users.store.ts';

/** How a sign-in ended; `refused` says nothing about whether the address is known. */
export type SignInOutcome =
  | { readonly outcome: 'signedIn'; readonly token: string; readonly viewer: SessionViewer; readonly user: User }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'throttled'; readonly retryAfterMs: number };

/** What signing in needs. */
export type SignInDependencies = {
  readonly users: UsersStore;
  readonly sessions: SessionsStore;
  readonly throttle: SignInThrottle;
  readonly passwords: Passwords;
  readonly clock: Clock;
};

const longestPassword = 256;
const longestEmail = 254;
const mostWaiting = 20;
const busyRetryMs = 2_000;

/** The form in which addresses are stored and compared. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Makes the use case. Known and unknown addresses take the same steps and so the same time. */
export function createSignIn({ users, sessions, throttle, passwords, clock }: SignInDependencies) {
  const underWay = new Map<string, Promise<unknown>>();

  const tryPassword = async (input: { email: string; password: string; address: string }): Promise<SignInOutcome> => {
    const retryAfterMs = await throttle.waitMs(input, clock.now());
    if (retryAfterMs > 0) return { outcome: 'throttled', retryAfterMs };
    const found = await users.userToSignIn(input.email);
    const possible = input.password.length <= longestPassword;
    const fits = await passwords.verify(
      possible ? (found?.passwordHash ?? null) : null,
      possible ? input.password : '',
    );
    if (!fits || found === null) {
      await throttle.countFailure(input, clock.now());
      return { outcome: 'refused' };
    }
    await throttle.forget(input);
    const { token, viewer } = await sessions.start(found.user, clock.now());
    return { outcome: 'signedIn', token, viewer, user: found.user };
  };

  return async (input: { email: string; password: string; address: string }): Promise<SignInOutcome> => {
    const attempt = { ...input, email: normalEmail(input.email).slice(0, longestEmail) };
    if (passwords.waiting() >= mostWaiting) return { outcome: 'throttled', retryAfterMs: busyRetryMs };
    // One try at a time per account: many at once would all see the count before the first failure.
    const before = underWay.get(attempt.email) ?? Promise.resolve();
    const mine = before.then(
      () => tryPassword(attempt),
      () => tryPassword(attempt),
    );
    underWay.set(attempt.email, mine);
    try {
      return await mine;
    } finally {
      if (underWay.get(attempt.email) === mine) underWay.delete(attempt.email);
    }
  };
}
