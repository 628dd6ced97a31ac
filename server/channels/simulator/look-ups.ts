import type { SimulatedAccount } from './accounts.ts';
import { json, profile, refusal, type SimulatedAnswer } from './answers.ts';
import { segmentsOf } from './calls.ts';
import type { PlatformMemory } from './memory.ts';
import type { Uploads } from './uploads.ts';

/** Meta's code for a person who did not agree that the page sees the profile. */
const noConsent = 230;

/** What look-ups are answered from. */
export type LookUpParts = { readonly memory: PlatformMemory; readonly uploads: Uploads };

/** Answers what a page, number or account asks beside its talk: a person's name, its templates, whether a file is ready. Null for anything else. */
export function lookUp({ memory, uploads }: LookUpParts, account: SimulatedAccount, url: URL): SimulatedAnswer | null {
  if (account.channel === 'messenger') return profileOf(memory, account, url);
  const [, first, second] = segmentsOf(url.pathname);
  if (account.channel === 'x') {
    const asked = first === 'media' && second === 'upload' && url.searchParams.get('command') === 'STATUS';
    return asked ? uploads.status(url.searchParams.get('media_id') ?? '', account) : null;
  }
  const own = second === 'message_templates' && first === account.businessAccountId;
  return own ? json(200, { data: account.templates ?? [], paging: {} }) : null;
}

/** People who wrote have a name, nobody else gave consent. */
function profileOf(memory: PlatformMemory, account: SimulatedAccount, url: URL): SimulatedAnswer | null {
  const [, personId, more] = segmentsOf(url.pathname);
  const isInstagram = account.pageId !== undefined;
  const shaped =
    more === undefined && url.searchParams.get('fields') === (isInstagram ? 'name' : 'first_name,last_name');
  if (personId === undefined || !shaped) return null;
  const name = memory.nameOf(personId);
  if (name === undefined) return refusal(account, 403, noConsent);
  return isInstagram ? json(200, { id: personId, name }) : profile(personId, name);
}
