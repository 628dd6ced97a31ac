import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';

/** Hashes and checks passwords; at most two at once, so that a flood of sign-ins cannot starve webhooks. */
export type Passwords = {
  /** An argon2id hash in the usual `$argon2id$...` text form. */
  hash(password: string): Promise<string>;
  /** True when the password fits. `passwordHash` null (unknown user) takes as long as a wrong password and is false. */
  verify(passwordHash: string | null, password: string): Promise<boolean>;
  /** How many checks wait for a place. */
  waiting(): number;
};

// OWASP password storage: argon2id (the library's default) with 19 MiB, two passes, one lane.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 2;

/** Makes the password functions with their own gate. */
export function createPasswords(): Passwords {
  const gate = createGate(atOnce);
  let standIn: Promise<string> | null = null;
  return {
    hash: (password) => gate.run(() => hash(password, options)),
    verify: async (passwordHash, password) => {
      standIn ??= hash(randomBytes(16).toString('hex'), options);
      const fallback = await standIn;
      const fits = await gate.run(() => verify(passwordHash ?? fallback, password));
      return fits && passwordHash !== null;
    },
    waiting: () => gate.waiting(),
  };
}

function createGate(places: number): { run<T>(work: () => Promise<T>): Promise<T>; waiting(): number } {
  let free = places;
  const queue: (() => void)[] = [];
  return {
    run: async (work) => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => queue.push(resolve));
      try {
        return await work();
      } finally {
        const next = queue.shift();
        if (next === undefined) free += 1;
        else next();
      }
    },
    waiting: () => queue.length,
  };
}
