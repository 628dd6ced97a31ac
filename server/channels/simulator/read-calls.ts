import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SimulatedAccount } from './accounts.ts';
import { plain, profile, refusal, type SimulatedAnswer } from './answers.ts';
import { segmentsOf } from './calls.ts';
import type { PlatformMemory } from './memory.ts';
import type { Uploads } from './uploads.ts';

/** Meta's code for a person who did not agree that the page sees the profile. */
const noConsent = 230;

type ReadParts = {
  readonly accounts: readonly SimulatedAccount[];
  readonly memory: PlatformMemory;
  readonly uploads: Uploads;
};

/** Answers what a page, number or account asks: a person's name, its templates, whether a file is ready. */
export function serveReadCall(parts: ReadParts, request: IncomingMessage, response: ServerResponse): void {
  const { status, headers, body } = answerTo(parts, request);
  response.writeHead(status, headers);
  response.end(body);
}

function answerTo({ accounts, memory, uploads }: ReadParts, request: IncomingMessage): SimulatedAnswer {
  const account = accounts.find((each) => request.headers.authorization === `Bearer ${each.accessToken}`);
  if (account === undefined) return refusal(null, 401, 190);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const answer = account.channel === 'messenger' ? profileOf(memory, url) : platformAnswer(account, uploads, url);
  if (answer === 'noConsent') return refusal(account, 403, noConsent);
  return answer ?? refusal(account, 400, 100);
}

/** People who wrote have a name, nobody else gave consent. */
function profileOf(memory: PlatformMemory, url: URL): SimulatedAnswer | 'noConsent' | null {
  const [, personId, more] = segmentsOf(url.pathname);
  const shaped = more === undefined && url.searchParams.get('fields') === 'first_name,last_name';
  if (personId === undefined || !shaped) return null;
  const name = memory.nameOf(personId);
  return name === undefined ? 'noConsent' : profile(personId, name);
}

function platformAnswer(account: SimulatedAccount, uploads: Uploads, url: URL): SimulatedAnswer | null {
  const [, first, second] = segmentsOf(url.pathname);
  if (account.channel === 'x') {
    const asked = first === 'media' && second === 'upload' && url.searchParams.get('command') === 'STATUS';
    return asked ? uploads.status(url.searchParams.get('media_id') ?? '', account) : null;
  }
  const own = second === 'message_templates' && first === account.businessAccountId;
  return own ? plain(200, { data: account.templates ?? [], paging: {} }) : null;
}
