import { adviceResolvers } from '#server/modules/advice/resolvers.ts';
import { agentsResolvers } from '#server/modules/agents/resolvers.ts';
import { alertsResolvers } from '#server/modules/alerts/resolvers.ts';
import { channelAccountsResolvers } from '#server/modules/channel-accounts/resolvers.ts';
import { channelHealthResolvers } from '#server/modules/channel-health/resolvers.ts';
import { clocksResolvers } from '#server/modules/clocks/resolvers.ts';
import { contactsResolvers } from '#server/modules/contacts/resolvers.ts';
import { contactHistoryResolvers } from '#server/modules/conversations/contact-resolvers.ts';
import { messageResolvers } from '#server/modules/conversations/message-resolvers.ts';
import { conversationsMutations } from '#server/modules/conversations/mutations.ts';
import { conversationsResolvers } from '#server/modules/conversations/resolvers.ts';
import { ingestResolvers } from '#server/modules/ingest/resolvers.ts';
import { cueLabelsResolvers } from '#server/modules/cue-labels/resolvers.ts';
import { cueTrendsResolvers } from '#server/modules/cue-trends/resolvers.ts';
import { cueWordsResolvers } from '#server/modules/cue-words/resolvers.ts';
import { deviationsResolvers } from '#server/modules/deviations/resolvers.ts';
import { normsResolvers } from '#server/modules/norms/resolvers.ts';
import { notificationsResolvers } from '#server/modules/notifications/resolvers.ts';
import { promiseMutations } from '#server/modules/conversations/promise-mutations.ts';
import { openingHoursResolvers } from '#server/modules/opening-hours/resolvers.ts';
import { platformTemplatesResolvers } from '#server/modules/platform-templates/resolvers.ts';
import { promisesResolvers } from '#server/modules/promises/resolvers.ts';
import { publicClaimsResolvers } from '#server/modules/public-claims/resolvers.ts';
import { publicStatusResolvers } from '#server/modules/public-status/resolvers.ts';
import { qualityReviewsResolvers } from '#server/modules/quality-reviews/resolvers.ts';
import { repliesResolvers } from '#server/modules/replies/resolvers.ts';
import { reportsResolvers } from '#server/modules/reports/resolvers.ts';
import { simulationResolvers } from '#server/modules/simulation/resolvers.ts';
import { teamsResolvers } from '#server/modules/teams/resolvers.ts';
import { templatesResolvers } from '#server/modules/templates/resolvers.ts';
import { warningsResolvers } from '#server/modules/warnings/resolvers.ts';

/** Every module's resolvers; the schema is put together from the modules' schema.graphql files. */
export const resolvers = [
  adviceResolvers,
  agentsResolvers,
  alertsResolvers,
  channelAccountsResolvers,
  channelHealthResolvers,
  clocksResolvers,
  contactHistoryResolvers,
  contactsResolvers,
  conversationsMutations,
  conversationsResolvers,
  ingestResolvers,
  cueLabelsResolvers,
  cueTrendsResolvers,
  cueWordsResolvers,
  deviationsResolvers,
  messageResolvers,
  normsResolvers,
  notificationsResolvers,
  openingHoursResolvers,
  promiseMutations,
  platformTemplatesResolvers,
  promisesResolvers,
  publicClaimsResolvers,
  publicStatusResolvers,
  qualityReviewsResolvers,
  repliesResolvers,
  reportsResolvers,
  simulationResolvers,
  teamsResolvers,
  templatesResolvers,
  warningsResolvers,
];
