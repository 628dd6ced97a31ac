import type { SessionViewer } from '#server/graphql/context.ts';
import type { ReportInput, Resolvers } from '#server/graphql/generated/resolver-types.ts';
import type { LocalText } from '#shared/local-text.ts';
import { viewerOf } from '#server/graphql/viewer-of.ts';
import {
  countOf,
  durationsOf,
  inNorm,
  keptRate,
  promiseBars,
  rateOf,
  replyFigures,
  secondsFigures,
} from './figures.ts';
import { quantileOf } from './digest.ts';
import { groupLabels } from './group-labels.ts';
import { periodFault } from './period-fault.ts';
import { promiseBoard } from './promise-board.ts';
import type { ReportWriter } from './report-filter.ts';
import { digestOf } from './tally.ts';

const faults = {
  writer: {
    nl: 'Kies een medewerker, een soort afzender of een tekst: één tegelijk.',
    en: 'Choose an agent, a kind of sender or a wording: one at a time.',
  },
  colleague: {
    nl: 'Cijfers van een collega zijn er alleen voor teamleiders.',
    en: 'Figures of a colleague are for leads only.',
  },
} as const;

function isLead({ role }: SessionViewer): boolean {
  return role === 'lead' || role === 'admin';
}

/** Whose writing is asked for. */
function writersOf({ agentId, authorKind, wordingId }: ReportInput): ReportWriter[] {
  return [
    ...(agentId ? [{ by: 'agent' as const, key: agentId }] : []),
    ...(authorKind ? [{ by: 'authorKind' as const, key: authorKind }] : []),
    ...(wordingId ? [{ by: 'wording' as const, key: wordingId }] : []),
  ];
}

/** What is wrong with whose writing is asked for; no public ranking of persons: who does not lead asks for nobody else. */
function writerFault(input: ReportInput, viewer: SessionViewer): { field: string; message: LocalText } | null {
  const [writer, other] = writersOf(input);
  if (other) return { field: 'writer', message: faults.writer };
  if (writer?.by !== 'agent' || isLead(viewer) || writer.key === viewer.userId) return null;
  return { field: 'agentId', message: faults.colleague };
}

/** Resolvers of schema.graphql. */
export const reportsResolvers: Resolvers = {
  Query: {
    report: async (_source, { input }, context) => {
      const viewer = viewerOf(context);
      const { from, to, channel = null, accountId = null, visibility = null, teamId = null } = input;
      const fault = periodFault(from, to) ?? writerFault(input, viewer);
      if (fault) return { __typename: 'InvalidInput', ...fault };
      const filter = { from, to, channel, accountId, visibility, teamId, writer: writersOf(input)[0] ?? null };
      const report = await context.modules.reports.report(viewer.brandId, filter);
      return { __typename: 'Report', ...report };
    },
    promiseBoard: (_source, _args, context) => promiseBoard(context),
  },
  Report: {
    from: (report) => report.filter.from,
    to: (report) => report.filter.to,
    total: (report) => report.total(),
    hours: (report) => report.hours(),
    promisers: (report) => report.promisers(),
    groups: async (report, { by }, context) => {
      const viewer = viewerOf(context);
      const leads = isLead(viewer);
      // No public ranking of persons: who does not lead sees nobody but themselves.
      const shown = report.groups(by).filter(({ key }) => by !== 'agent' || leads || key === viewer.userId);
      return groupLabels(by, shown, context);
    },
    trend: (report, { step }) =>
      report
        .trend(step)
        .map((group) => ({ ...group, label: { nl: group.key ?? '', en: group.key ?? '' }, wording: null })),
    promiseBars: (report) => promiseBars(report.total()),
    leftOut: (report) => report.total(),
  },
  ReportHour: {
    turns: ({ figures }) => countOf(figures, 'answered') + figures.waiting.length,
    reply: ({ figures }) => replyFigures(figures, 'calendar'),
    inNorm: ({ figures }) => inNorm(figures, 'inNorm'),
    keptRate: ({ figures }) => keptRate(figures),
  },
  ReportFigures: {
    answered: (figures) => countOf(figures, 'answered'),
    waiting: (figures) => figures.waiting.length,
    waitingLate: (figures) => figures.waiting.filter(({ late }) => late).length,
    inNorm: (figures) => inNorm(figures, 'inNorm'),
    inUsual: (figures) => inNorm(figures, 'inUsual'),
    reply: (figures) => ({
      calendar: replyFigures(figures, 'calendar'),
      openHours: replyFigures(figures, 'openHours'),
    }),
    firstResponse: (figures) => ({
      calendar: secondsFigures(figures, 'first'),
      openHours: secondsFigures(figures, 'firstOpen'),
    }),
    resolution: (figures) => ({
      calendar: secondsFigures(figures, 'resolution'),
      openHours: secondsFigures(figures, 'resolutionOpen'),
    }),
    promises: (figures) => figures,
    firstTimeFix: (figures) => figures,
  },
  PromiseFigures: {
    kept: (figures) => countOf(figures, 'kept'),
    keptLate: (figures) => countOf(figures, 'keptLate'),
    missed: (figures) => countOf(figures, 'missed'),
    superseded: (figures) => countOf(figures, 'superseded'),
    withdrawn: (figures) => countOf(figures, 'withdrawn'),
    open: (figures) => figures.open.length,
    vague: (figures) => countOf(figures, 'vague'),
    onTopOfMissed: (figures) => countOf(figures, 'onTopOfMissed'),
    chased: (figures) => countOf(figures, 'chased'),
    otherContact: (figures) => countOf(figures, 'otherContact'),
    keptRate: (figures) => keptRate(figures),
    lateBy: (figures) => secondsFigures(figures, 'late'),
    promised: (figures) => secondsFigures(figures, 'promised'),
    real: (figures) => secondsFigures(figures, 'real'),
  },
  FirstTimeFixFigures: {
    rate: (figures) => rateOf(countOf(figures, 'fixedFirstTime'), countOf(figures, 'matters')),
    medianMoments: ({ tally }) => quantileOf(digestOf(tally, 'moments'), 0.5),
    p90Moments: ({ tally }) => quantileOf(digestOf(tally, 'moments'), 0.9),
    medianTurns: ({ tally }) => quantileOf(digestOf(tally, 'turns'), 0.5),
  },
  ReportLeftOut: {
    excused: (figures) => countOf(figures, 'excused'),
    notNeeded: (figures) => countOf(figures, 'notNeeded'),
    waiting: (figures) => figures.waiting.length,
    undecided: (figures) => figures.waiting.filter(({ late }) => !late).length,
    machineMeanwhile: (figures) => countOf(figures, 'machineMeanwhile'),
    ownClock: (figures) => countOf(figures, 'ownClock'),
    superseded: (figures) => countOf(figures, 'superseded'),
    withdrawn: (figures) => countOf(figures, 'withdrawn'),
    open: (figures) => figures.open.length,
    received: (figures) => countOf(figures, 'received'),
    sentByPeople: (figures) => countOf(figures, 'sentByPeople'),
    sentByMachines: (figures) => countOf(figures, 'sentByMachines'),
    platformDelay: ({ tally }) => durationsOf(digestOf(tally, 'platformDelay'), 1),
    peopleDelay: (figures) => secondsFigures(figures, 'peopleDelay'),
    sendDelay: ({ tally }) => durationsOf(digestOf(tally, 'sendDelay'), 1),
  },
};
