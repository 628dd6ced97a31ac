import type { Visibility } from '#server/channels/channel.ts';
import {
  addToTally,
  mergeStored,
  newTally,
  storedTally,
  type Addition,
  type StoredTally,
  type Tally,
} from './tally.ts';

/** The day (local, 'yyyy-mm-dd') and place something is counted under. */
export type ReportPlace = {
  readonly day: string;
  readonly accountId: string;
  readonly channel: string;
  readonly visibility: Visibility;
};

/** The groups within a day and place, as `agent:ID`, `author:KIND`, `hour:HH`, `wording:KEY`, `cue:CODE`; everything is in `total` too. */
export type PartKey = 'total' | `${'agent' | 'author' | 'hour' | 'wording' | 'cue'}:${string}`;

/** One thing that is counted: where, in which groups, and what it adds. */
export type ReportFact = Addition & { readonly place: ReportPlace; readonly groups: readonly PartKey[] };

/** The roll-up of one brand, local day, account and visibility; parts by key. */
export type ReportDayDoc = ReportPlace & {
  readonly _id: string;
  readonly brandId: string;
  readonly parts: readonly { readonly key: PartKey; readonly tally: StoredTally }[];
};

/** Roll-ups being changed. */
export type OpenDays = Map<string, { readonly place: ReportPlace; readonly parts: Map<PartKey, Tally> }>;

/** Id of a roll-up. */
export function reportDayId(brandId: string, { day, accountId, visibility }: ReportPlace): string {
  return `${brandId}:${day}:${accountId}:${visibility}`;
}

/** Opens stored roll-ups for change. */
export function openDays(docs: readonly ReportDayDoc[]): OpenDays {
  const days: OpenDays = new Map();
  mergeDays(days, docs);
  return days;
}

/** Adds stored roll-ups to those that are open. */
export function mergeDays(days: OpenDays, docs: readonly ReportDayDoc[]): void {
  for (const { _id, parts, day, accountId, channel, visibility } of docs) {
    const open = days.get(_id) ?? { place: { day, accountId, channel, visibility }, parts: new Map<PartKey, Tally>() };
    days.set(_id, open);
    for (const { key, tally: stored } of parts) {
      const tally = open.parts.get(key) ?? newTally();
      open.parts.set(key, tally);
      mergeStored(tally, stored);
    }
  }
}

/** Adds a fact (`times` 1) or takes it away (-1). */
export function addFact(days: OpenDays, brandId: string, fact: ReportFact, times: 1 | -1): void {
  const id = reportDayId(brandId, fact.place);
  const day = days.get(id) ?? { place: fact.place, parts: new Map<PartKey, Tally>() };
  days.set(id, day);
  for (const key of ['total', ...fact.groups] as const) {
    const tally = day.parts.get(key) ?? newTally();
    day.parts.set(key, tally);
    addToTally(tally, key.startsWith('hour:') ? ofHour(fact) : fact, times);
  }
}

/** Hours are many: of them only what the heat map and the adviser need is kept. */
function ofHour({ n, v }: Addition): Addition {
  const { reply, replyOpen } = v;
  return {
    n,
    v: { ...(reply === undefined ? {} : { reply }), ...(replyOpen === undefined ? {} : { replyOpen }) },
  };
}

/** The stored forms, parts by key; null where nothing is left. */
export function closeDays(days: OpenDays, brandId: string): { id: string; doc: ReportDayDoc | null }[] {
  return [...days].map(([id, { place, parts }]) => {
    const stored = [...parts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, tally]) => {
        const closed = storedTally(tally);
        return closed ? [{ key, tally: closed }] : [];
      });
    const { day, accountId, channel, visibility } = place;
    return {
      id,
      doc: stored.length === 0 ? null : { _id: id, brandId, day, accountId, channel, visibility, parts: stored },
    };
  });
}
