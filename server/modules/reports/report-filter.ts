import type { Visibility } from '#server/channels/channel.ts';
import type { AuthorKind } from '#shared/turns/turn-types.ts';
import type { PartKey } from './report-days.ts';

/** Whose writing a report is about: an agent, a kind of author, or a version of an automatic reply (or `autoReply`, `bot`: a machine's own). */
export type ReportWriter =
  | { readonly by: 'agent'; readonly key: string }
  | { readonly by: 'authorKind'; readonly key: AuthorKind }
  | { readonly by: 'wording'; readonly key: string };

/** Which days (local, both included), which places and whose writing a report is about; null = all. */
export type ReportFilter = {
  readonly from: string;
  readonly to: string;
  readonly accountId: string | null;
  readonly channel: string | null;
  readonly visibility: Visibility | null;
  readonly teamId: string | null;
  readonly writer: ReportWriter | null;
};

/** Where and on which day something is counted, with the team that worked the account at the end of that day. */
export type Placed = {
  readonly day: string;
  readonly accountId: string;
  readonly channel: string;
  readonly visibility: string;
  readonly teamId: string | null;
};

/** Whether something is in the filter's days and places. */
export function isInPlace(filter: ReportFilter, { day, ...place }: Placed): boolean {
  if (day < filter.from || day > filter.to) return false;
  return (['accountId', 'channel', 'visibility', 'teamId'] as const).every(
    (field) => filter[field] === null || filter[field] === place[field],
  );
}

const prefixes = { agent: 'agent:', authorKind: 'author:', wording: 'wording:' } as const;

/** What the keys of a grouping's parts begin with; null when it is by place. */
export function partPrefixOf(by: string): (typeof prefixes)[keyof typeof prefixes] | null {
  return by === 'agent' || by === 'authorKind' || by === 'wording' ? prefixes[by] : null;
}

/** The part of a roll-up that a filter is about. */
export function partOf({ writer }: ReportFilter): PartKey {
  return writer ? `${prefixes[writer.by]}${writer.key}` : 'total';
}
