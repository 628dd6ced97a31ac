import type { AlertKind } from '#server/modules/alerts/index.ts';
import { minutesOf } from '#shared/time/zoned-time.ts';

/** Whom a step of the chain reaches. On duty = whoever used the inbox in the last half hour; nobody there: the leads. */
export type EscalationTarget = 'assignee' | 'leads' | 'onDuty' | 'everyone' | 'people';

/** A step of the escalation chain, taken while an alert is still unsettled. */
export type EscalationStep = {
  /** Minutes after the alert's instant. */
  readonly afterMinutes: number;
  readonly to: EscalationTarget;
  /** Users of `to: people`; empty otherwise. */
  readonly userIds: readonly string[];
  /** Also by e-mail; without, only in the app. */
  readonly byEmail: boolean;
};

/** Local hours in which no e-mail goes out; `from` may be later than `to` (over midnight). */
export type QuietHours = { readonly from: string; readonly to: string };

/** A daily overview by e-mail at a local time, on the named weekdays (0 = Monday). */
export type DigestSettings = {
  readonly at: string;
  readonly weekdays: readonly number[];
  readonly userIds: readonly string[];
};

/** How a brand is told of alerts. */
export type NotificationSettings = {
  readonly chain: readonly EscalationStep[];
  /** Kinds that go through the chain; the others only stand in the list. */
  readonly kinds: readonly AlertKind[];
  readonly language: 'nl' | 'en';
  readonly quietHours: QuietHours | null;
  readonly digest: DigestSettings | null;
  /** Minutes after a miss when the conversation goes back to the queue; null = never. */
  readonly reassignAfterMinutes: number | null;
};

/** Every kind there is, in the order of a form. */
export const alertKinds: readonly AlertKind[] = [
  'promiseDueSoon',
  'promiseMissed',
  'normDueSoon',
  'normMissed',
  'repeatedAutoReply',
  'channelTrouble',
];

/** Until a lead says otherwise: the assignee at once, leads after a quarter of an hour, everyone on duty after an hour; in the app only. */
export const defaultNotificationSettings: NotificationSettings = {
  chain: [
    { afterMinutes: 0, to: 'assignee', userIds: [], byEmail: false },
    { afterMinutes: 15, to: 'leads', userIds: [], byEmail: false },
    { afterMinutes: 60, to: 'onDuty', userIds: [], byEmail: false },
  ],
  kinds: alertKinds,
  language: 'nl',
  quietHours: null,
  digest: null,
  reassignAfterMinutes: null,
};

/** The part of the settings that does not fit. */
export type SettingsFault = 'chain' | 'people' | 'quietHours' | 'digest' | 'reassignAfterMinutes';

const longestChain = 6;
const longestMinutes = 7 * 24 * 60;

/** What does not fit in `settings`, or null. `userIds` are the brand's users. */
export function settingsFault(settings: NotificationSettings, userIds: ReadonlySet<string>): SettingsFault | null {
  const { chain, quietHours, digest, reassignAfterMinutes } = settings;
  if (!isChain(chain)) return 'chain';
  const named = [...chain.flatMap((step) => step.userIds), ...(digest?.userIds ?? [])];
  const isPeopleless = chain.some((step) => step.to === 'people' && step.userIds.length === 0);
  if (isPeopleless || named.some((id) => !userIds.has(id))) return 'people';
  if (quietHours !== null && !isQuiet(quietHours)) return 'quietHours';
  if (digest !== null && !isDigest(digest)) return 'digest';
  return reassignAfterMinutes === null || isMinutes(reassignAfterMinutes, 1) ? null : 'reassignAfterMinutes';
}

function isChain(chain: readonly EscalationStep[]): boolean {
  if (chain.length > longestChain) return false;
  return chain.every((step, index) => {
    const before = chain[index - 1]?.afterMinutes ?? -1;
    return isMinutes(step.afterMinutes, 0) && step.afterMinutes > before;
  });
}

function isMinutes(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least && value <= longestMinutes;
}

function isLocalTime(value: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

function isQuiet({ from, to }: QuietHours): boolean {
  return isLocalTime(from) && isLocalTime(to) && minutesOf(from) !== minutesOf(to);
}

function isDigest({ at, weekdays, userIds }: DigestSettings): boolean {
  const areDays = weekdays.every((day) => Number.isInteger(day) && day >= 0 && day <= 6);
  return isLocalTime(at) && areDays && weekdays.length > 0 && userIds.length > 0;
}
