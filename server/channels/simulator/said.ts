import type { SimulatedAccount, SimulatedCustomer } from './accounts.ts';
import type { CustomerMessageInput } from './customer-message.ts';
import type { PlatformMemory } from './memory.ts';

/** Something said on a played platform, whether or not its webhook reached anybody. */
export type Said = {
  readonly accountExternalId: string;
  readonly externalId: string;
  readonly visibility: 'private' | 'public';
  /** True when the account said it. */
  readonly byAccount: boolean;
  /** The other side. */
  readonly customer: SimulatedCustomer;
  readonly text: string;
  readonly at: Date;
  /** The post that is answered; null where none is. */
  readonly replyTo: string | null;
  /** Root of the public thread; null for private talks. */
  readonly root: string | null;
};

/** What was said, per account, newest first and paged as the platforms do. */
export type SaidLog = {
  add(said: Said): void;
  /** Those of one account that fit, newest first. */
  of(account: SimulatedAccount, fits: (said: Said) => boolean): Said[];
};

/** An empty log. */
export function createSaidLog(): SaidLog {
  const log: Said[] = [];
  return {
    add: (said) => {
      log.push(said);
    },
    of: (account, fits) =>
      log
        .filter((said) => said.accountExternalId === account.externalId && fits(said))
        .sort((a, b) => b.at.getTime() - a.at.getTime()),
  };
}

/** A customer's message as the platform shows it afterwards. */
export function saidBy(input: CustomerMessageInput, externalId: string, memory: PlatformMemory): Said {
  return {
    accountExternalId: input.account.externalId,
    externalId,
    visibility: input.public === true ? 'public' : 'private',
    byAccount: false,
    customer: input.customer,
    text: input.text,
    at: input.at,
    replyTo: input.replyTo ?? null,
    root: memory.recall(externalId)?.root ?? null,
  };
}
