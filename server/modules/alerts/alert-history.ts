import { readTiedPage, type TiedPosition } from '#server/db/tied-page.ts';
import type { AlertKind, Alerts, StoredAlert } from './index.ts';

/** What an alert's course has come to: nobody looked, somebody looked, or it asks for nothing any more. */
export type AlertProgress = 'unread' | 'read' | 'settled';

/** Which alerts of a brand: raised for instants from `from` until before `until`, and of these the ones that fit. */
export type AlertHistoryFilter = {
  readonly from: Date;
  readonly until: Date;
  /** Empty: of every kind. */
  readonly kinds: readonly AlertKind[];
  readonly progress: AlertProgress | null;
  /** Only those that reached this user. */
  readonly toldUserId: string | null;
};

/** Alerts newest first; `last` is where reading ended, null when nothing is left. */
export type AlertHistoryPage = { readonly nodes: StoredAlert[]; readonly last: TiedPosition | null };

const readAtOnce = 200;
/** A page looks at no more than so many: what fits seldom would otherwise read a whole quarter at once. */
const mostRead = 2_000;

/** Where an alert stands in the list. */
export const alertPosition = ({ sortKey, _id }: StoredAlert): TiedPosition => [sortKey, _id];

/** How far an alert has come. */
export function progressOf({ settled, seenBy }: Pick<StoredAlert, 'settled' | 'seenBy'>): AlertProgress {
  if (settled) return 'settled';
  return seenBy.length === 0 ? 'unread' : 'read';
}

/** A page of a brand's alerts after `after`; it may be shorter than `size` although more are left. */
export async function alertHistory(
  alerts: Pick<Alerts, 'newest'>,
  brandId: string,
  filter: AlertHistoryFilter,
  { size, after }: { readonly size: number; readonly after: TiedPosition | null },
): Promise<AlertHistoryPage> {
  const nodes: StoredAlert[] = [];
  let last: TiedPosition = after ?? [-filter.until.getTime() - 1, ''];
  for (let read = 0; read < mostRead; read += readAtOnce) {
    const found = await readTiedPage({
      read: (start, limit) => alerts.newest(brandId, start, limit),
      positionOf: alertPosition,
      after: last,
      size: readAtOnce,
    });
    for (const alert of found) {
      if (alert.at.getTime() < filter.from.getTime()) return { nodes, last: null };
      if (nodes.length === size) return { nodes, last };
      if (fits(alert, filter)) nodes.push(alert);
      last = alertPosition(alert);
    }
    if (found.length < readAtOnce) return { nodes, last: null };
  }
  return { nodes, last };
}

function fits(alert: StoredAlert, { until, kinds, progress, toldUserId }: AlertHistoryFilter): boolean {
  if (alert.at.getTime() >= until.getTime()) return false;
  if (kinds.length > 0 && !kinds.includes(alert.kind)) return false;
  if (progress !== null && progressOf(alert) !== progress) return false;
  return toldUserId === null || alert.toldUserIds.includes(toldUserId);
}
