import type { ClientSession, Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import { createBrandBook } from '#server/db/brand-book.ts';
import { newId } from '#server/db/ids.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { LocalText } from '#shared/local-text.ts';
import { dayFault, dayRangeFault, isLocalDate, isTimeZone, weekFault } from '#shared/time/hours-faults.ts';
import { localDateOf } from '#shared/time/zoned-time.ts';
import { createHoursBook, type HoursBook } from './hours-book.ts';
import { createHoursStore, type HoursRecordDoc, type HoursScope, type HoursStatement } from './hours.store.ts';

export type { HoursBook } from './hours-book.ts';
export type { HoursRecordDoc, HoursScope } from './hours.store.ts';

/** What somebody sets: whose hours, and what they are to be. `acceptPast`: a first day in the past is meant. */
export type SetHoursRequest = {
  readonly brandId: string;
  readonly userId: string | null;
  readonly scope: HoursScope;
  readonly statement: HoursStatement;
  readonly acceptPast: boolean;
};

/** The hours of a scope as they can be edited; stands behind OpeningHoursSetup. */
export type HoursSetup = {
  readonly scope: HoursScope;
  /** As known at this instant; the request's own when absent. */
  readonly at?: Date;
};

/** Why hours were not set. */
export type HoursFault =
  { readonly fault: string; readonly message: LocalText } | { readonly fault: 'past'; readonly from: string };

/** Opening hours of brands, teams and channel accounts. */
export type OpeningHoursModule = {
  ensureIndexes(): Promise<void>;
  /** The brand's hours, fit for any account and instant. */
  bookOf(brandId: string): Promise<HoursBook>;
  /** Adds a record; nothing that was counted before it changes. */
  set(request: SetHoursRequest): Promise<{ readonly recorded: HoursRecordDoc } | HoursFault>;
  /** Ends a record from now on. False when the brand has no such record. */
  remove(brandId: string, id: string): Promise<boolean>;
  /** Says which accounts a team works from now on, within the caller's transaction. */
  assignTeam(
    request: { brandId: string; userId: string | null; teamId: string; accountIds: readonly string[] },
    session: ClientSession,
  ): Promise<void>;
};

/** Makes the module; `zoneOf` gives the brand's own zone, which holds until one is set here. */
export function createOpeningHours(deps: {
  db: Db;
  clock: Clock;
  transact: Transactor;
  zoneOf(brandId: string): Promise<string>;
}): OpeningHoursModule {
  const { clock, transact } = deps;
  const store = createHoursStore(deps.db);
  const book = createBrandBook(deps.db, 'openingHours', async (brandId) => {
    const [records, zone] = await Promise.all([store.ofBrand(brandId), deps.zoneOf(brandId)]);
    return createHoursBook(records, zone);
  });
  const record = (request: Omit<SetHoursRequest, 'acceptPast'>): HoursRecordDoc => ({
    ...request.statement,
    _id: newId(),
    brandId: request.brandId,
    scope: request.scope,
    recordedAt: clock.now(),
    recordedBy: request.userId,
    removedAt: null,
  });
  return {
    ensureIndexes: () => store.ensureIndexes(),
    bookOf: (brandId) => book.of(brandId),
    set: async (request) => {
      const fault = faultOf(request.statement);
      if (fault) return fault;
      const from = firstDayOf(request.statement);
      const now = clock.now();
      const { timeZone } = (await book.of(request.brandId)).ofScope(request.scope, now);
      if (from !== null && from < localDateOf(now, timeZone) && !request.acceptPast) return { fault: 'past', from };
      const recorded = record(request);
      await transact(async (session) => {
        await store.insert([recorded], session);
        await book.changed(request.brandId, session);
      });
      return { recorded };
    },
    remove: async (brandId, id) =>
      transact(async (session) => {
        const removed = await store.remove(brandId, id, clock.now(), session);
        if (removed) await book.changed(brandId, session);
        return removed;
      }),
    assignTeam: async (request, session) => {
      const statements = teamChanges(await book.of(request.brandId), request, clock.now());
      await store.insert(
        statements.map((statement) => record({ ...request, ...statement })),
        session,
      );
      if (statements.length > 0) await book.changed(request.brandId, session);
    },
  };
}

/** What must be said so that a team works these accounts and no others. */
function teamChanges(
  book: HoursBook,
  { teamId, accountIds }: { readonly teamId: string; readonly accountIds: readonly string[] },
  now: Date,
): Pick<SetHoursRequest, 'scope' | 'statement'>[] {
  const known = book.records.filter(({ kind }) => kind === 'team').map(({ scope }) => scope.slice('account:'.length));
  const leaving = [...new Set(known)].filter((id) => book.teamOf(id, now) === teamId && !accountIds.includes(id));
  const joining = accountIds.filter((id) => book.teamOf(id, now) !== teamId);
  const said = (id: string, team: string | null): Pick<SetHoursRequest, 'scope' | 'statement'> => ({
    scope: `account:${id}`,
    statement: { kind: 'team', teamId: team },
  });
  return [...leaving.map((id) => said(id, null)), ...joining.map((id) => said(id, teamId))];
}

const noSuchDay: LocalText = { nl: 'Deze datum bestaat niet.', en: 'This date does not exist.' };
const longestReason = 200;

function faultOf(statement: HoursStatement): { fault: string; message: LocalText } | null {
  if ('validFrom' in statement && !isLocalDate(statement.validFrom)) return { fault: 'validFrom', message: noSuchDay };
  if (statement.kind === 'week') {
    const message = statement.week && weekFault(statement.week);
    return message ? { fault: 'week', message } : null;
  }
  if (statement.kind === 'zone' && !isTimeZone(statement.timeZone)) {
    const message = {
      nl: `De tijdzone “${statement.timeZone}” bestaat niet. Een voorbeeld: Europe/Amsterdam.`,
      en: `The time zone “${statement.timeZone}” does not exist. An example: Europe/Amsterdam.`,
    };
    return { fault: 'timeZone', message };
  }
  return statement.kind === 'days' ? daysFault(statement) : null;
}

function daysFault(days: Extract<HoursStatement, { kind: 'days' }>): { fault: string; message: LocalText } | null {
  const ofRange = dayRangeFault(days.from, days.to);
  if (ofRange) return { fault: 'to', message: ofRange };
  if (days.reason.trim() === '' || days.reason.length > longestReason) {
    const message = { nl: 'Zeg in hooguit 200 tekens waarom.', en: 'Say why, in at most 200 characters.' };
    return { fault: 'reason', message };
  }
  if (days.intervals === null) return null;
  if (days.intervals.length === 0) {
    const message = { nl: 'Geef minstens één open blok.', en: 'Give at least one open interval.' };
    return { fault: 'intervals', message };
  }
  const message = dayFault(days.intervals, { nl: 'Deze dag', en: 'This day' });
  return message ? { fault: 'intervals', message } : null;
}

/** The first day a statement speaks about; null when it holds from the moment it is made. */
function firstDayOf(statement: HoursStatement): string | null {
  if ('validFrom' in statement) return statement.validFrom;
  return statement.kind === 'days' ? statement.from : null;
}
