import type { ChannelDefinition } from '#server/channels/channel.ts';
import { channelRegistry } from '#server/channels/registry.ts';
import type { Config } from '#server/config.ts';
import type { Lease } from '#server/db/lease.ts';
import type { SharedLeases } from '#server/db/shared-leases.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { WorkLoop } from '#server/jobs/work-loop.ts';
import type { Metrics } from '#server/metrics/metrics.ts';
import { createPromiseAdviser } from '#server/modules/advice/index.ts';
import { createAgents, type Agents } from '#server/modules/agents/index.ts';
import { createAlerts } from '#server/modules/alerts/index.ts';
import { createChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import { createClocks } from '#server/modules/clocks/index.ts';
import { createContacts, createNameLookup } from '#server/modules/contacts/index.ts';
import { createConversations } from '#server/modules/conversations/index.ts';
import { createCueLabels } from '#server/modules/cue-labels/index.ts';
import { createCueTrends } from '#server/modules/cue-trends/index.ts';
import { createCueWords } from '#server/modules/cue-words/index.ts';
import { createDeviations } from '#server/modules/deviations/index.ts';
import { partitionCount, type Ingest } from '#server/modules/ingest/index.ts';
import type { Modules } from '#server/modules/modules.ts';
import { createNotifications } from '#server/modules/notifications/index.ts';
import { createNorms, type BrandRules } from '#server/modules/norms/index.ts';
import { createOpeningHours } from '#server/modules/opening-hours/index.ts';
import { createMedia } from '#server/modules/media/index.ts';
import { createOutbox, createSendGates, type Outbox, type SendGates } from '#server/modules/outbox/index.ts';
import { createPlatformTemplates } from '#server/modules/platform-templates/index.ts';
import { createPromises } from '#server/modules/promises/index.ts';
import { createPublicClaims } from '#server/modules/public-claims/index.ts';
import { createPublicStatus } from '#server/modules/public-status/index.ts';
import { createQualityReviews } from '#server/modules/quality-reviews/index.ts';
import { createReplies, createSuggester } from '#server/modules/replies/index.ts';
import { createReportMarks } from '#server/modules/report-marks/index.ts';
import { createReports } from '#server/modules/reports/index.ts';
import { createSimulation } from '#server/modules/simulation/index.ts';
import { createTeams } from '#server/modules/teams/index.ts';
import { createTemplates } from '#server/modules/templates/index.ts';
import { createWarnings } from '#server/modules/warnings/index.ts';
import { openCredentialVault } from '#server/secrets/credential-vault.ts';
import type { AppOptions } from './app-options.ts';
import { troubleAlerts } from './channel-alerts.ts';
import { composeIngest } from './compose-ingest.ts';
import { budgetsOf, profilesBy, sendersOf } from './platform-senders.ts';

/** The modules and the work that runs beside requests. */
export type Composed = {
  readonly modules: Modules;
  readonly ingest: Ingest;
  readonly outbox: Outbox;
  readonly gates: SendGates;
  readonly names: WorkLoop;
  /** Whatever keeps documents: its indexes are made before the server listens, in this order. */
  readonly indexed: readonly { ensureIndexes(): Promise<void> }[];
};

/** The channels this installation is configured for. */
export function channelsOf({ config }: Pick<AppOptions, 'config'>): readonly ChannelDefinition[] {
  return channelRegistry.filter((channel) => channel.name in config.channels);
}

/** Makes every module and hands each what it needs. */
export async function composeModules(
  options: AppOptions & {
    metrics: Metrics;
    transact: Transactor;
    leaseOf: (name: string) => Lease;
    sharedLeases: (name: string, parts: number) => SharedLeases;
  },
): Promise<Composed> {
  const { config, clock, db, log, metrics, transact, leaseOf, sharedLeases } = options;
  const vault = await openCredentialVault({ secretKey: config.secretKey, dataDir: config.dataDir });
  const channels = channelsOf(options);
  const [outbox, marks] = [createOutbox({ db }), createReportMarks(db)];
  const agents = createAgents({ db, clock, log });
  const brand = brandRules({ db, clock, transact }, agents);
  const { openingHours, publicClaims, teams, warnings, norms, cueWords } = brand;
  const contacts = createContacts({ db, clock, transact, marks });
  const [clocks, promises, alerts] = [createClocks(db), createPromises({ db }), createAlerts({ db, clock })];
  const accounts = createChannelAccounts({ db, clock, vault, channels, onTrouble: troubleAlerts(alerts) });
  const adviser = createPromiseAdviser({ clock, clocks, norms, accounts });
  const parts = { db, clock, transact, accounts, contacts, norms, clocks, promises, alerts, outbox, marks };
  const conversations = createConversations({ ...parts, fillAutoReply: adviser.fillAutoReply });
  const reports = createReports({ ...parts, conversations, lease: leaseOf('reports'), zoneOf: zonesOf(agents) });
  const signs = createSigns({ db, clock, conversations, reports, cueWords }, agents);
  const qualityReviews = createQualityReviews({ ...parts, conversations, teams, zoneOf: zonesOf(agents) });
  const senders = sendersOf(channels, options, metrics);
  const sending = createSending({
    ...parts,
    config,
    log,
    channels,
    senders,
    conversations,
    budgetOf: budgetsOf(options),
  });
  const { gates, media, templates: platformTemplates } = sending;
  const writing = createWriting({ ...parts, config, log, conversations });
  const { deviations, replyTemplates } = writing;
  const replies = createReplies({
    ...parts,
    ...sending,
    ...writing,
    honestAnswer: adviser.honestAnswer,
    observer: metrics.sending,
    channels,
    senders,
    conversations,
    log,
  });
  const names = createNameLookup({
    ...parts,
    log,
    profileOf: profilesBy(accounts, senders),
    onNamed: conversations.store.touchOfContact,
  });
  const { ingest, health } = composeIngest({
    ...options,
    ...parts,
    channels,
    conversations,
    leases: sharedLeases('ingest', partitionCount),
    onFolded: () => {
      replies.sender.wake();
      names.wake();
    },
  });
  const notifications = createNotifications({
    ...parts,
    agents,
    conversations,
    vault,
    log,
    lease: leaseOf('notifications'),
    mail: config.mail,
    allowPrivate: config.outboundPrivate,
    publicOrigin: config.publicOrigin,
  });
  const simulation = options.play
    ? createSimulation({ ...parts, play: options.play, leads: options.storyLeads ?? [], conversations })
    : null;
  const publicStatus = createPublicStatus({ ...parts, agents, adviser, channels });
  const modules: Modules = {
    adviser,
    agents,
    accounts,
    health,
    deadLetters: ingest.deadLetters,
    contacts,
    conversations,
    clocks,
    promises,
    qualityReviews,
    replies,
    reports,
    alerts,
    norms,
    notifications,
    openingHours,
    publicClaims,
    publicStatus,
    teams,
    warnings,
    media,
    platformTemplates,
    ...signs,
    deviations,
    templates: replyTemplates,
    channels,
    simulation,
  };
  const own = [teams, warnings, notifications, deviations, replyTemplates, signs.cueWords, signs.cueLabels];
  const rules = [norms, openingHours, publicClaims, publicStatus, ...own];
  const sent = [outbox, gates, media, platformTemplates];
  const indexed = [
    agents,
    accounts,
    contacts,
    conversations,
    clocks,
    promises,
    alerts,
    ...rules,
    ingest,
    ...sent,
    reports,
    health,
    qualityReviews,
  ];
  return { modules, ingest, outbox, gates, names, indexed };
}

type SendingParts = Parameters<typeof createMedia>[0] &
  Parameters<typeof createPlatformTemplates>[0] & {
    config: Config;
    budgetOf: Parameters<typeof createSendGates>[0]['budgetOf'];
  };

/** What sending stands on beside the outbox: budgets and breakers, files, templates. */
function createSending(parts: SendingParts) {
  return {
    gates: createSendGates({ ...parts, breaker: parts.config.sending.breaker }),
    media: createMedia(parts),
    templates: createPlatformTemplates(parts),
  };
}

type WritingParts = Pick<AppOptions, 'db' | 'clock' | 'config' | 'log'> & Pick<Modules, 'conversations'>;

/** What writing a reply stands on: the brand's templates, reasons of errors left in, a language model where one is set up. */
function createWriting({ db, clock, config, log, conversations }: WritingParts) {
  return {
    deviations: createDeviations({ db }),
    replyTemplates: createTemplates({ db, clock, messagesOf: conversations.messages.ofConversations }),
    suggester: config.suggester === null ? null : createSuggester(config.suggester, { log }),
  };
}

type SignsParts = Pick<AppOptions, 'db' | 'clock'> & Pick<Modules, 'conversations' | 'reports' | 'cueWords'>;

/** What is made of the signs in customers' texts: the brand's words, agents' labels, the course over time. */
function createSigns({ db, clock, conversations, reports, cueWords }: SignsParts, agents: Agents) {
  const { byIds, fromCustomers } = conversations.messages;
  return {
    cueWords,
    cueLabels: createCueLabels({ db, clock, messagesOf: byIds }),
    cueTrends: createCueTrends({ reports, messagesOf: fromCustomers, zoneOf: zonesOf(agents) }),
  };
}

/** The time zone of a brand's business. */
function zonesOf(agents: Agents): (brandId: string) => Promise<string> {
  return async (brandId) => (await agents.brand(brandId))?.timeZone ?? 'Europe/Amsterdam';
}

/** What a brand is measured and read by: hours, claims, teams, words, and the norms that bring them together. */
function brandRules(
  parts: { db: AppOptions['db']; clock: AppOptions['clock']; transact: Transactor },
  agents: Agents,
): Pick<Modules, 'openingHours' | 'publicClaims' | 'teams' | 'warnings' | 'norms' | 'cueWords'> {
  const openingHours = createOpeningHours({
    ...parts,
    zoneOf: zonesOf(agents),
  });
  const publicClaims = createPublicClaims(parts);
  const warnings = createWarnings(parts);
  const teams = createTeams({ ...parts, assignAccounts: openingHours.assignTeam });
  const cueWords = createCueWords(parts);
  const rulesOf = async (brandId: string): Promise<BrandRules> => {
    const [hours, claims, book, cueBook] = await Promise.all([
      openingHours.bookOf(brandId),
      publicClaims.bookOf(brandId),
      warnings.bookOf(brandId),
      cueWords.bookOf(brandId),
    ]);
    return { hours, claims, warnings: book, cueBook };
  };
  const norms = createNorms({ ...parts, rulesOf });
  return { openingHours, publicClaims, teams, warnings, norms, cueWords };
}
