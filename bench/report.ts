import { performance } from 'node:perf_hooks';
import { print } from 'graphql';
import type { Collection } from 'mongodb';
import { ReportPageDocument } from '#client/features/report/report-documents.ts';
import { createSeededRandom } from '#server/demo/seeded-random.ts';
import {
  addFact,
  closeDays,
  type OpenDays,
  type ReportDayDoc,
  type ReportFact,
} from '#server/modules/reports/report-days.ts';
import { addDays, localDateOf } from '#shared/time/zoned-time.ts';
import { openBed, type Bed } from './bed.ts';
import type { Bench } from './bench.ts';
import { byTurns, ratioOf, together, type Findings } from './figures.ts';

const days = 90;
const zone = 'Europe/Amsterdam';
/** Reports asked for in one round. */
const reportsPerRound = 5;

/**
 * A report of 90 days over the large installation, asked for over HTTP with the page's own query, against reading the same roll-ups
 * bare; and against the same of the small one, which should hardly be felt.
 */
export const report: Bench = async ({ database, scale, times, rounds }): Promise<Findings> => {
  const [small, large] = [
    await openBed(database, 'bench_report_small', 'still'),
    await openBed(database, 'bench_report_large', 'still'),
  ];
  try {
    const period = { from: addDays(today(large), 1 - days), to: today(large) };
    await fill(small, period.from, scale);
    const documents = await fill(large, period.from, scale * times);
    const stored: Collection<ReportDayDoc> = large.db.collection('reportDays');
    const bare = await byTurns(rounds, {
      floor: () => timed(() => readBare(stored, large.brandId, period)),
      ours: () => timed(() => ask(large, period)),
    });
    const growth = await byTurns(rounds, {
      floor: () => timed(() => ask(small, period)),
      ours: () => timed(() => ask(large, period)),
    });
    const unit = `ms for ${reportsPerRound} reports`;
    return together(ratioOf('report', unit, bare), ratioOf('report_growth', unit, growth), {
      figures: [],
      details: [`report: ${scale * times} messages in ${documents} roll-ups of ${days} days; growth from ${scale}`],
    });
  } finally {
    await small.close();
    await large.close();
  }
};

type Period = { readonly from: string; readonly to: string };

const today = (bed: Bed): string => localDateOf(bed.clock.now(), zone);

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  for (let index = 0; index < reportsPerRound; index++) await work();
  return performance.now() - startedAt;
}

/** The floor: the roll-ups as they are stored, read whole by the same index. */
async function readBare(stored: Collection<ReportDayDoc>, brandId: string, { from, to }: Period): Promise<void> {
  const found = await stored.find({ brandId, day: { $gte: from, $lte: to } }).toArray();
  if (found.length === 0) throw new Error('there are no roll-ups to read');
}

async function ask(bed: Bed, input: Period): Promise<void> {
  const variables = { input, by: 'channel', step: 'week' };
  const answer = await fetch(`${bed.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: bed.cookies[2] ?? '' },
    body: JSON.stringify({ operationName: 'ReportPage', query: print(ReportPageDocument), variables }),
  });
  const { data } = (await answer.json()) as { data?: { report?: { total?: { answered: number } } } };
  if ((data?.report?.total?.answered ?? 0) === 0) throw new Error(`no report came: ${String(answer.status)}`);
}

/** Stores roll-ups of the product's own making for as many messages, spread over 90 days as a brand's days are; returns how many. */
async function fill(bed: Bed, from: string, messages: number): Promise<number> {
  const { next: random } = createSeededRandom(messages);
  const accounts = await bed.app.modules.accounts.ofBrand(bed.brandId);
  let stored = 0;
  for (let index = 0; index < days; index++) {
    const open: OpenDays = new Map();
    for (let message = 0; message < messages / days; message += messagesPerTurn) {
      const account = accounts[Math.floor(random() * accounts.length)];
      if (!account) throw new Error('the brand has no accounts');
      const visibility = account.channel !== 'whatsapp' && random() < 0.3 ? 'public' : 'private';
      const place = {
        day: addDays(from, index),
        accountId: account._id,
        channel: account.channel,
        visibility,
      } as const;
      for (const fact of factsOfTurn(place, random)) addFact(open, bed.brandId, fact, 1);
    }
    const docs = closeDays(open, bed.brandId).flatMap(({ doc }) => doc ?? []);
    await bed.db.collection<ReportDayDoc>('reportDays').insertMany(docs);
    stored += docs.length;
  }
  return stored;
}

/** A question, an automatic reply with a promise, an answer. */
const messagesPerTurn = 3;
const agents = 12;
const wordings = 6;

function factsOfTurn(place: ReportFact['place'], random: () => number): ReportFact[] {
  const hour = `hour:${String(Math.min(23, Math.floor(8 + random() * 14))).padStart(2, '0')}` as const;
  const writer = [`author:agent`, `agent:agent-${Math.floor(random() * agents)}`] as const;
  // Most answers within hours, some after days: the shape that reply times have.
  const reply = Math.round(60 * Math.exp(4 + 1.4 * (random() + random() + random() - 1.5)));
  const replyOpen = Math.round(reply * (0.3 + random() / 2));
  const promised = 14_400;
  const kept = reply <= promised;
  return [
    {
      place,
      groups: [hour, ...writer],
      n: reply <= 86_400 ? ['answered', 'inNorm'] : ['answered'],
      v: {
        ...{ reply, replyOpen, first: reply, firstOpen: replyOpen },
        ...{ platformDelay: Math.round(random() * 4_000), peopleDelay: reply, sendDelay: Math.round(random() * 900) },
      },
    },
    {
      place,
      groups: [hour, 'author:autoReply', `wording:version-${Math.floor(random() * wordings)}`],
      n: [kept ? 'kept' : 'keptLate'],
      v: { promised, real: reply, ...(kept ? {} : { late: reply - promised }) },
    },
    { place, groups: [...writer], n: ['resolved'], v: { resolution: reply, resolutionOpen: replyOpen, turns: 1 } },
    { place, groups: [...writer], n: ['matters', 'fixedFirstTime'], v: { moments: 1 } },
    { place, groups: [hour], n: ['received'], v: {} },
    { place, groups: [...writer], n: ['sentByPeople'], v: {} },
    { place, groups: ['author:autoReply'], n: ['sentByMachines'], v: {} },
  ];
}
