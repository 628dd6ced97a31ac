import type { ClientSession } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { Clocks } from '#server/modules/clocks/index.ts';
import type { Contacts } from '#server/modules/contacts/index.ts';
import type { Conversations } from '#server/modules/conversations/index.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import type { Promises } from '#server/modules/promises/index.ts';
import type { ReportMarks } from '#server/modules/report-marks/index.ts';
import { groupBy } from '#shared/group-by.ts';
import { addDays, instantOf } from '#shared/time/zoned-time.ts';
import { factsOfContact, type ReportRules } from './facts-of-contact.ts';
import { addFact, closeDays, mergeDays, openDays, reportDayId, type OpenDays, type ReportFact } from './report-days.ts';
import { sameFacts, type ReportContactDoc, type ReportsStore } from './reports.store.ts';

/** What counting reads and writes. */
export type RollUpDependencies = {
  readonly store: ReportsStore;
  readonly marks: ReportMarks;
  readonly transact: Transactor;
  readonly clock: Clock;
  readonly conversations: Pick<Conversations, 'messages'>;
  readonly clocks: Clocks;
  readonly promises: Promises;
  readonly contacts: Contacts;
  readonly norms: Norms;
  /** The brand's time zone. */
  zoneOf(brandId: string): Promise<string>;
};

const marksAtOnce = 100;
const contactsAtOnce = 100;
/** So many roll-ups are kept open while a brand is counted anew; more would not fit into memory. */
const mostOpenDays = 400;

/**
 * Counts what was marked, of one brand or of all when `brandId` is null, until nothing is left or `rounds` batches are done; returns
 * whether nothing is left. Each batch is one transaction: what a contact added before is taken away, what it adds now is added, and its
 * marks go. A cut-off run leaves nothing half, and two servers at once only repeat each other's work.
 */
export async function rollUp(
  deps: RollUpDependencies,
  brandId: string | null,
  { rounds = Infinity, stillMine }: { rounds?: number | undefined; stillMine(): Promise<void> },
): Promise<boolean> {
  for (let round = 0; round < rounds; round++) {
    await stillMine();
    const found = await deps.marks.some(brandId, marksAtOnce);
    if (found.length === 0) return true;
    for (const [brand, marks] of groupBy(found, (mark) => mark.brandId)) {
      const ids = [...new Set(marks.flatMap((mark) => mark.contactIds))];
      const rules = await rulesOf(deps, brand);
      // A mark stands for what was stored before it, so the marks are taken first and the history is read after.
      const facts = await factsOf(deps, brand, ids, rules);
      await deps.transact(async (session) => {
        if (await deps.store.inRebuild(brand, session)) throw new Error(`reports of brand ${brand} are being rebuilt`);
        await applyFacts(deps.store, brand, facts, session);
        await deps.marks.remove(
          brand,
          marks.map(({ _id }) => _id),
          session,
        );
      });
    }
  }
  return false;
}

/** What a brand is counted by. */
export async function rulesOf(
  { norms, zoneOf }: Pick<RollUpDependencies, 'norms' | 'zoneOf'>,
  brandId: string,
): Promise<ReportRules> {
  const [table, timeZone] = await Promise.all([norms.tableOf(brandId), zoneOf(brandId)]);
  const known = new Map<string, string | null>();
  const endOf = (day: string): Date => new Date(instantOf(addDays(day, 1), '00:00', timeZone).getTime() - 1);
  return {
    timeZone,
    hoursOf: (accountId, at) => table.hoursOf(accountId, at),
    teamOn: (accountId, day) => {
      const key = `${accountId} ${day}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const teamId = table.teamOf(accountId, endOf(day));
      known.set(key, teamId);
      return teamId;
    },
  };
}

/** What contacts add at present, by contact; those without anything add nothing. */
async function factsOf(
  deps: RollUpDependencies,
  brandId: string,
  contactIds: readonly string[],
  rules: ReportRules,
): Promise<ReportContactDoc[]> {
  const [messages, moments] = await Promise.all([
    deps.conversations.messages.wordlessOfContacts(brandId, contactIds),
    deps.contacts.momentsOfContacts(brandId, contactIds),
  ]);
  const conversationIds = [...new Set(messages.map((message) => message.conversationId))];
  const [clocks, promises] = await Promise.all([
    deps.clocks.ofConversations(brandId, conversationIds),
    deps.promises.ofConversations(brandId, conversationIds),
  ]);
  const byContact = {
    messages: groupBy(messages, (message) => message.contactId),
    moments: groupBy(moments, (moment) => moment.contactId),
    clocks: groupBy(clocks, (clock) => clock.contactId),
    promises: groupBy(promises, (promise) => promise.contactId),
  };
  return contactIds.map((id) => ({
    _id: id,
    brandId,
    facts: factsOfContact(
      {
        messages: byContact.messages.get(id) ?? [],
        moments: byContact.moments.get(id) ?? [],
        clocks: byContact.clocks.get(id) ?? [],
        promises: byContact.promises.get(id) ?? [],
      },
      rules,
    ),
  }));
}

/** Puts `wanted` in the place of what the same contacts added before. */
async function applyFacts(
  store: ReportsStore,
  brandId: string,
  wanted: readonly ReportContactDoc[],
  session: ClientSession,
): Promise<void> {
  const stored = await store.contacts(
    brandId,
    wanted.map(({ _id }) => _id),
    session,
  );
  const before = new Map(stored.map((doc) => [doc._id, doc.facts]));
  const changed = wanted.filter((doc) => !sameFacts(doc.facts, before.get(doc._id) ?? []));
  if (changed.length === 0) return;
  const steps = changed.map(({ _id, facts }) => changeOf(before.get(_id) ?? [], facts));
  const touched = steps.flatMap(({ gone, fresh }) => [...gone, ...fresh]);
  const dayIds = [...new Set(touched.map((fact) => reportDayId(brandId, fact.place)))];
  const days = openDays(await store.daysById(brandId, dayIds, session));
  for (const { gone, fresh } of steps) {
    for (const fact of gone) addFact(days, brandId, fact, -1);
    for (const fact of fresh) addFact(days, brandId, fact, 1);
  }
  await store.writeDays(closeDays(days, brandId), session);
  await store.writeContacts(changed, session);
}

/** What is gone and what is new; days that stay as they were are not touched. */
function changeOf(
  before: readonly ReportFact[],
  now: readonly ReportFact[],
): { gone: readonly ReportFact[]; fresh: readonly ReportFact[] } {
  const counts = new Map<string, number>();
  for (const fact of before) counts.set(JSON.stringify(fact), (counts.get(JSON.stringify(fact)) ?? 0) + 1);
  const fresh = now.filter((fact) => {
    const key = JSON.stringify(fact);
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    return left === 0;
  });
  const gone = [...counts].flatMap(([key, count]) =>
    Array.from({ length: count }, () => JSON.parse(key) as ReportFact),
  );
  return { gone, fresh };
}

/**
 * Counts a brand anew from everything stored. While it runs, reports lack what is not counted yet; a cut-off rebuild is taken up again
 * by the next run. What changes meanwhile is marked and counted afterwards. `stillMine` throws when another process took the work over.
 */
export async function rebuild(
  deps: RollUpDependencies,
  brandId: string,
  stillMine: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await deps.store.beginRebuild(brandId, deps.clock.now());
  await deps.store.clear(brandId);
  const rules = await rulesOf(deps, brandId);
  const days: OpenDays = new Map();
  let lastId = '';
  for (;;) {
    const ids = await deps.store.contactIds(brandId, lastId, contactsAtOnce);
    if (ids.length === 0) break;
    await stillMine();
    lastId = ids.at(-1) ?? lastId;
    const facts = (await factsOf(deps, brandId, ids, rules)).filter((doc) => doc.facts.length > 0);
    for (const fact of facts.flatMap((doc) => doc.facts)) addFact(days, brandId, fact, 1);
    await deps.store.writeContacts(facts);
    if (days.size >= mostOpenDays) await flushDays(deps.store, brandId, days);
  }
  await flushDays(deps.store, brandId, days);
  await deps.store.endRebuild(brandId);
}

/** Adds what is open to what is stored, and closes it. */
async function flushDays(store: ReportsStore, brandId: string, days: OpenDays): Promise<void> {
  mergeDays(days, await store.daysById(brandId, [...days.keys()]));
  await store.writeDays(closeDays(days, brandId));
  days.clear();
}
