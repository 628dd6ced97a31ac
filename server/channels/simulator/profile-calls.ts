import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SimulatedAccount } from './accounts.ts';
import { profile, refusal, type SimulatedAnswer } from './answers.ts';
import type { PlatformMemory } from './memory.ts';

/** Meta's code for a person who did not agree that the page sees the profile. */
const noConsent = 230;

type ProfileParts = { readonly accounts: readonly SimulatedAccount[]; readonly memory: PlatformMemory };

/** Answers a page that asks for a person's name: people who wrote have one, nobody else gave consent. */
export function serveProfileCall(parts: ProfileParts, request: IncomingMessage, response: ServerResponse): void {
  const { status, headers, body } = answerTo(parts, request);
  response.writeHead(status, headers);
  response.end(body);
}

function answerTo({ accounts, memory }: ProfileParts, request: IncomingMessage): SimulatedAnswer {
  const account = accounts.find((each) => request.headers.authorization === `Bearer ${each.accessToken}`);
  if (account === undefined) return refusal(null, 401, 190);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, personId] = /^\/v\d+\.\d+\/([^/]+)$/.exec(url.pathname) ?? [];
  const shaped = account.channel === 'messenger' && url.searchParams.get('fields') === 'first_name,last_name';
  if (personId === undefined || !shaped) return refusal(account, 400, 100);
  const name = memory.nameOf(decodeURIComponent(personId));
  return name === undefined ? refusal(account, 403, noConsent) : profile(personId, name);
}
