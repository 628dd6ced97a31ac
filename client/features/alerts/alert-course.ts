import type { AlertHistory_AlertFragment, AlertKind, AlertProgress } from '#client/gql/graphql.ts';
import type { Dictionary } from '#client/lib/i18n/nl.ts';

/** An alert with its whole course. */
export type PastAlert = AlertHistory_AlertFragment;

/** What is chosen; null = all. */
export type HistoryChoice = {
  readonly from: string;
  readonly to: string;
  readonly kind: AlertKind | null;
  readonly progress: AlertProgress | null;
  readonly toldUserId: string | null;
};

/** An alert raised this much after the instant it stands for was raised late, and that is said. */
const lateMs = 60_000;

/** True when nothing ran at the instant the alert stands for. */
export function isRaisedLate({ at, raisedAt }: Pick<PastAlert, 'at' | 'raisedAt'>): boolean {
  return typeof raisedAt === 'string' && Date.parse(raisedAt) - Date.parse(at) > lateMs;
}

/** How an alert ended, or that it has not. */
export function outcomeText({ progress, settledAs }: Pick<PastAlert, 'progress' | 'settledAs'>, t: Dictionary): string {
  if (progress !== 'settled') return t.alertHistory.open;
  return settledAs ? t.alertHistory.ends[settledAs] : t.alertHistory.settled;
}
