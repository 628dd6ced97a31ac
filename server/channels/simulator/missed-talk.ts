import type { SimulatedAccount } from './accounts.ts';
import { json, type SimulatedAnswer } from './answers.ts';
import type { Said, SaidLog } from './said.ts';

/** Small on purpose: reading on over pages is part of the play. */
const pageSize = 10;

type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

function pageOf<T>(all: readonly T[], cursor: string | null): Page<T> {
  const start = cursor === null ? 0 : Number(cursor);
  const end = start + pageSize;
  return { items: all.slice(start, end), next: end < all.length ? String(end) : null };
}

const meta = ({ items, next }: Page<unknown>) => ({
  result_count: items.length,
  ...(next === null ? {} : { next_token: next }),
});

function person(said: Said, account: SimulatedAccount) {
  const { customer } = said;
  return said.byAccount
    ? { id: account.externalId, name: account.name, username: account.handle }
    : { id: customer.id, name: customer.name, username: customer.handle ?? customer.id };
}

/** People by id, each once. */
function usersOf(page: readonly Said[], account: SimulatedAccount) {
  return [...new Map(page.map((said) => [person(said, account).id, person(said, account)])).values()];
}

function posts(log: SaidLog, account: SimulatedAccount, url: URL, byAccount: boolean): SimulatedAnswer {
  const since = Date.parse(url.searchParams.get('start_time') ?? '');
  const all = log.of(
    account,
    (said) => said.visibility === 'public' && said.byAccount === byAccount && !(said.at.getTime() < since),
  );
  const page = pageOf(all, url.searchParams.get('pagination_token'));
  const data = page.items.map((said) => ({
    id: said.externalId,
    text: said.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    author_id: person(said, account).id,
    conversation_id: said.root ?? said.externalId,
    created_at: said.at.toISOString(),
    edit_history_tweet_ids: [said.externalId],
    ...(said.replyTo === null
      ? {}
      : {
          in_reply_to_user_id: said.byAccount ? said.customer.id : account.externalId,
          referenced_tweets: [{ type: 'replied_to', id: said.replyTo }],
        }),
  }));
  return json(200, { data, includes: { users: usersOf(page.items, account) }, meta: meta(page) });
}

function dms(log: SaidLog, account: SimulatedAccount, url: URL): SimulatedAnswer {
  const page = pageOf(
    log.of(account, (said) => said.visibility === 'private'),
    url.searchParams.get('pagination_token'),
  );
  const data = page.items.map((said) => ({
    id: said.externalId,
    event_type: 'MessageCreate',
    text: said.text,
    sender_id: person(said, account).id,
    dm_conversation_id: [account.externalId, said.customer.id].sort().join('-'),
    created_at: said.at.toISOString(),
  }));
  return json(200, { data, includes: { users: usersOf(page.items, account) }, meta: meta(page) });
}

/** Graph writes instants with an offset and no colon in it. */
const graphTime = (at: Date): string => at.toISOString().replace(/\.\d+Z$/u, '+0000');

function conversations(log: SaidLog, account: SimulatedAccount, url: URL): SimulatedAnswer {
  const talks = new Map<string, Said[]>();
  for (const said of log.of(account, ({ visibility }) => visibility === 'private')) {
    talks.set(said.customer.id, [...(talks.get(said.customer.id) ?? []), said]);
  }
  const page = pageOf([...talks.values()], url.searchParams.get('after'));
  const me = { id: account.externalId, name: account.name };
  const data = page.items.map((talk, index) => ({
    id: `t_${String(index)}`,
    updated_time: graphTime(talk[0]?.at ?? new Date(0)),
    messages: {
      data: talk.map((said) => {
        const customer = { id: said.customer.id, name: said.customer.name };
        return {
          id: said.externalId,
          created_time: graphTime(said.at),
          from: said.byAccount ? me : customer,
          to: { data: [said.byAccount ? customer : me] },
          message: said.text,
        };
      }),
    },
  }));
  const paging = page.next === null ? {} : { cursors: { after: page.next }, next: 'another page' };
  return json(200, { data, paging });
}

/** Answers a read of what was said earlier, in each platform's own shape; null for any other address. */
export function readMissedTalk(log: SaidLog, account: SimulatedAccount, url: URL): SimulatedAnswer | null {
  const { pathname } = url;
  if (account.channel === 'messenger') {
    return pathname.endsWith(`/${account.pageId ?? account.externalId}/conversations`)
      ? conversations(log, account, url)
      : null;
  }
  if (account.channel !== 'x') return null;
  if (pathname === '/2/dm_events') return dms(log, account, url);
  if (pathname === `/2/users/${account.externalId}/mentions`) return posts(log, account, url, false);
  return pathname === `/2/users/${account.externalId}/tweets` ? posts(log, account, url, true) : null;
}
