import { usualHolidays, type DutchHolidayCode } from '#shared/time/dutch-holidays.ts';
import { defaultOpeningHours, type OpeningHours, type OpeningHoursVersion } from '#shared/time/opening-hours.ts';
import { addDays } from '#shared/time/zoned-time.ts';
import type { HoursRecordDoc, HoursScope } from './hours.store.ts';

/** A brand's opening hours, fit to be asked for any account as they were known at any instant. */
export type HoursBook = {
  readonly records: readonly HoursRecordDoc[];
  /** Hours of an account as known at `at`: what was recorded later changes nothing that was counted before. Equal asks give the same object. */
  of(accountId: string, at: Date): OpeningHours;
  /** Hours of a scope itself, as known at `at`. */
  ofScope(scope: HoursScope, at: Date): OpeningHours;
  /** The team that works an account, as known at `at`; null = none. */
  teamOf(accountId: string, at: Date): string | null;
};

const defaultVersion: OpeningHoursVersion = {
  validFrom: '2000-01-01',
  week: defaultOpeningHours.versions[0]?.week ?? [],
};

/** Makes the book of one brand; `timeZone` holds until a record says otherwise. */
export function createHoursBook(records: readonly HoursRecordDoc[], timeZone: string): HoursBook {
  const inOrder = [...records].sort(
    (a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || a._id.localeCompare(b._id),
  );
  const turns = [...new Set(records.flatMap(({ recordedAt, removedAt }) => [recordedAt, removedAt ?? recordedAt]))]
    .map((at) => at.getTime())
    .sort((a, b) => a - b);
  const known = new Map<string, OpeningHours>();
  const recordsAt = (at: Date): HoursRecordDoc[] =>
    inOrder.filter(
      ({ recordedAt, removedAt }) =>
        recordedAt.getTime() <= at.getTime() && (removedAt === null || removedAt.getTime() > at.getTime()),
    );
  const teamOf = (accountId: string, at: Date): string | null => {
    const last = recordsAt(at).findLast(({ kind, scope }) => kind === 'team' && scope === `account:${accountId}`);
    return last?.kind === 'team' ? last.teamId : null;
  };
  const hoursOf = (chainAt: () => readonly HoursScope[], scope: HoursScope, at: Date): OpeningHours => {
    const state = turns.findLastIndex((turn) => turn <= at.getTime());
    const key = `${String(state)} ${scope}`;
    const found = known.get(key);
    if (found) return found;
    const made = shared(
      known,
      state,
      () => chainAt(),
      (chain) => hoursFrom(recordsAt(at), chain, timeZone),
    );
    known.set(key, made);
    return made;
  };
  return {
    records: inOrder,
    teamOf,
    of: (accountId, at) => {
      const scope: HoursScope = `account:${accountId}`;
      return hoursOf(() => chainOf(scope, teamOf(accountId, at)), scope, at);
    },
    ofScope: (scope, at) => {
      const accountId = scope.startsWith('account:') ? scope.slice('account:'.length) : null;
      return hoursOf(() => chainOf(scope, accountId === null ? null : teamOf(accountId, at)), scope, at);
    },
  };
}

/** Scopes from the nearest to the widest. */
function chainOf(scope: HoursScope, teamId: string | null): readonly HoursScope[] {
  if (scope === 'brand') return ['brand'];
  return teamId === null ? [scope, 'brand'] : [scope, `team:${teamId}`, 'brand'];
}

/** Accounts without hours of their own share one object, so that its days are worked out once. */
function shared(
  known: Map<string, OpeningHours>,
  state: number,
  chainAt: () => readonly HoursScope[],
  make: (chain: readonly HoursScope[]) => { hours: OpeningHours; says: readonly HoursScope[] },
): OpeningHours {
  const { hours, says } = make(chainAt());
  const key = `${String(state)} of ${says.join(' ')}`;
  const same = known.get(key);
  if (same) return same;
  known.set(key, hours);
  return hours;
}

function hoursFrom(
  records: readonly HoursRecordDoc[],
  chain: readonly HoursScope[],
  zone: string,
): { hours: OpeningHours; says: readonly HoursScope[] } {
  const ofChain = records.filter(({ scope }) => chain.includes(scope));
  const says = chain.filter((scope) => ofChain.some((record) => record.scope === scope && record.kind !== 'team'));
  const ofBrand = records.filter(({ scope }) => scope === 'brand');
  const lastZone = ofBrand.findLast(({ kind }) => kind === 'zone');
  const timeZone = lastZone?.kind === 'zone' ? lastZone.timeZone : zone;
  if (says.length === 0 && timeZone === defaultOpeningHours.timeZone) return { hours: defaultOpeningHours, says };
  const { closures, openings } = specialDays(ofChain, chain);
  const hours: OpeningHours = {
    timeZone,
    versions: weeksOf(ofChain, chain),
    closures,
    openings,
    dutchHolidays: true,
    holidayChoices: ofBrand.flatMap((record) =>
      record.kind === 'holidays' ? [{ validFrom: record.validFrom, codes: record.codes }] : [],
    ),
  };
  return { hours, says };
}

/** The week of each stretch between two dates on which something begins: the nearest scope with hours of its own decides. */
function weeksOf(records: readonly HoursRecordDoc[], chain: readonly HoursScope[]): OpeningHoursVersion[] {
  const weeks = records.flatMap((record) => (record.kind === 'week' ? [record] : []));
  const dates = [...new Set(weeks.map(({ validFrom }) => validFrom))].sort();
  const rulingOn = (scope: HoursScope, date: string) =>
    weeks
      .filter((week) => week.scope === scope && week.validFrom <= date)
      // Records come in the order in which they were made: of one day the last word counts.
      .reduce<(typeof weeks)[number] | null>(
        (best, week) => (best === null || week.validFrom >= best.validFrom ? week : best),
        null,
      );
  return [
    defaultVersion,
    ...dates.map((validFrom): OpeningHoursVersion => {
      const own = chain.map((scope) => rulingOn(scope, validFrom)?.week ?? null).find((week) => week !== null);
      return { validFrom, week: own ?? defaultVersion.week };
    }),
  ];
}

function specialDays(
  records: readonly HoursRecordDoc[],
  chain: readonly HoursScope[],
): Required<Pick<OpeningHours, 'closures' | 'openings'>> {
  const byDate = new Map<string, Extract<HoursRecordDoc, { kind: 'days' }>>();
  // From the widest scope to the nearest, so that the nearest has the last word.
  for (const scope of [...chain].reverse()) {
    for (const record of records) {
      if (record.kind !== 'days' || record.scope !== scope) continue;
      for (let date = record.from; date <= record.to; date = addDays(date, 1)) byDate.set(date, record);
    }
  }
  const days = [...byDate];
  return {
    closures: days.flatMap(([date, { intervals, reason }]) => (intervals === null ? [{ date, reason }] : [])),
    openings: days.flatMap(([date, { intervals, reason }]) =>
      intervals === null ? [] : [{ date, intervals, reason }],
    ),
  };
}

/** The holidays that close the brand on a local date, as known in these records. */
export function chosenHolidays(hours: OpeningHours, localDate: string): readonly DutchHolidayCode[] {
  const choices = (hours.holidayChoices ?? []).filter(({ validFrom }) => validFrom <= localDate);
  return (
    choices.reduce<(typeof choices)[number] | null>(
      (best, choice) => (best === null || choice.validFrom >= best.validFrom ? choice : best),
      null,
    )?.codes ?? usualHolidays
  );
}
