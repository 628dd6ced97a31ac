import type { InboxRow_ConversationFragment, InboxView } from '#client/gql/graphql.ts';

type Row = InboxRow_ConversationFragment;
type Placed = Pick<Row, 'id' | 'risk' | 'riskAt' | 'lastMessageAt'>;

const riskRank: Record<Row['risk'], number> = { missed: 0, dueSoon: 1, waiting: 2, calm: 3 };

/** The server's order: by risk, then by the deciding deadline (earliest first); calm and closed ones by last message, newest first. */
export function compareRows(a: Placed, b: Placed, view: InboxView): number {
  const newestFirst = b.lastMessageAt.localeCompare(a.lastMessageAt) || a.id.localeCompare(b.id);
  if (view === 'closed') return newestFirst;
  const byRisk = riskRank[a.risk] - riskRank[b.risk];
  if (byRisk !== 0) return byRisk;
  if (a.risk === 'calm') return newestFirst;
  return (a.riskAt ?? '').localeCompare(b.riskAt ?? '') || a.id.localeCompare(b.id);
}

/** Whether a conversation belongs in a view for this viewer, with the channel filter (null: all channels). */
export function belongsInView(row: Row, view: InboxView, channel: string | null, viewerId: string): boolean {
  if (channel !== null && row.account.channel.name !== channel) return false;
  if (view === 'closed') return row.state === 'closed';
  if (row.state === 'closed') return false;
  if (view === 'mine') return row.assignee?.id === viewerId;
  return view === 'open' || row.assignee === null;
}

/** Where a changed row is to go: which view it is, whether the row belongs in it, and whether there are pages that are not loaded. */
export type Placing = { readonly view: InboxView; readonly belongs: boolean; readonly hasMore: boolean };

/**
 * Puts a changed row where it belongs among the loaded ones, or takes it out. A row that belongs after the last loaded one of a longer list
 * is left to the next page.
 */
export function placeRow<R extends Placed>(rows: readonly R[], changed: R, { view, belongs, hasMore }: Placing): R[] {
  const others = rows.filter((row) => row.id !== changed.id);
  if (!belongs) return others;
  const before = others.findIndex((row) => compareRows(changed, row, view) < 0);
  if (before === -1) return hasMore ? others : [...others, changed];
  return [...others.slice(0, before), changed, ...others.slice(before)];
}
