import { promiserOf, type Promiser } from '#server/modules/promises/index.ts';
import { durationsOf, rateOf, type DurationFigures, type RateFigures } from './figures.ts';
import type { PartKey } from './report-days.ts';
import type { Figures } from './report.ts';
import { digestOf, newTally, type Tally } from './tally.ts';

/** Who or what promised; `publicClaim`: what the page says about its reply time, to everybody who writes. */
export type ReportPromiser = Promiser | 'publicClaim';

/** What became of the promises of one of them. */
export type PromiserFigures = {
  readonly promiser: ReportPromiser;
  readonly kept: number;
  readonly keptLate: number;
  readonly missed: number;
  readonly open: number;
  readonly keptRate: RateFigures;
  readonly lateBy: DurationFigures;
};

/** In the order they are shown. */
const textPromisers = ['ownAutoReply', 'instantReply', 'bot', 'agent', 'outsideAgent', 'unknown'] as const;

const second = 1000;
const ofWriters: Partial<Record<PartKey, Promiser>> = {
  'wording:autoReply': 'instantReply',
  'wording:bot': 'bot',
  'author:agent': 'agent',
  'author:outsideAgent': 'outsideAgent',
  'author:outsideUnknown': 'unknown',
};

/** Whose promises a part of a roll-up holds; null for parts that hold those of several, or of some again. */
export function promiserOfPart(key: PartKey): Promiser | null {
  return ofWriters[key] ?? (key.startsWith('wording:') ? 'ownAutoReply' : null);
}

/** The figures of each who promised anything: those who promised in words by their tallies, and the pages' claims by the whole. */
export function promisersOf(byPromiser: ReadonlyMap<Promiser, Tally>, whole: Figures, now: Date): PromiserFigures[] {
  const inWords = textPromisers.map((promiser): PromiserFigures => {
    const tally = byPromiser.get(promiser);
    const count = (name: 'kept' | 'keptLate' | 'missed'): number => tally?.counts.get(name) ?? 0;
    return figuresOf(promiser, {
      ...{ kept: count('kept'), keptLate: count('keptLate'), missed: count('missed') },
      open: whole.open.filter(({ promise }) => promiserOf(promise) === promiser).length,
      lateBy: durationsOf(digestOf(tally ?? newTally(), 'late'), second),
    });
  });
  const claimed = whole.waiting.flatMap(({ clock }) => clock.claim ?? []);
  const missed = claimed.filter(({ dueAt }) => dueAt.getTime() < now.getTime()).length;
  const claims = figuresOf('publicClaim', {
    kept: whole.tally.counts.get('claimKept') ?? 0,
    keptLate: whole.tally.counts.get('claimKeptLate') ?? 0,
    missed,
    open: claimed.length - missed,
    lateBy: durationsOf(digestOf(whole.tally, 'claimLate'), second),
  });
  return [...inWords, claims].filter(({ open, keptRate }) => open + keptRate.n > 0);
}

function figuresOf(promiser: ReportPromiser, counts: Omit<PromiserFigures, 'promiser' | 'keptRate'>): PromiserFigures {
  const { kept, keptLate, missed } = counts;
  return { promiser, ...counts, keptRate: rateOf(kept, kept + keptLate + missed) };
}
