import type { ChannelDefinition } from '#server/channels/channel.ts';
import type { PromiseAdviser } from './advice/index.ts';
import type { Agents } from './agents/index.ts';
import type { Alerts } from './alerts/index.ts';
import type { ChannelAccounts } from './channel-accounts/index.ts';
import type { ChannelHealth } from './channel-health/index.ts';
import type { Clocks } from './clocks/index.ts';
import type { Contacts } from './contacts/index.ts';
import type { Conversations } from './conversations/index.ts';
import type { DeadLetters } from './ingest/index.ts';
import type { Notifications } from './notifications/index.ts';
import type { Media } from './media/index.ts';
import type { Norms } from './norms/index.ts';
import type { OpeningHoursModule } from './opening-hours/index.ts';
import type { PlatformTemplates } from './platform-templates/index.ts';
import type { Promises } from './promises/index.ts';
import type { PublicClaims } from './public-claims/index.ts';
import type { PublicStatus } from './public-status/index.ts';
import type { Replies } from './replies/index.ts';
import type { Reports } from './reports/index.ts';
import type { Simulation } from './simulation/index.ts';
import type { Teams } from './teams/index.ts';

/** Everything resolvers may call; made in app.ts. */
export type Modules = {
  readonly adviser: PromiseAdviser;
  readonly agents: Agents;
  readonly accounts: ChannelAccounts;
  readonly health: ChannelHealth;
  readonly deadLetters: DeadLetters;
  readonly contacts: Contacts;
  readonly conversations: Conversations;
  readonly clocks: Clocks;
  readonly promises: Promises;
  readonly replies: Replies;
  readonly reports: Reports;
  readonly alerts: Alerts;
  readonly norms: Norms;
  readonly notifications: Notifications;
  readonly openingHours: OpeningHoursModule;
  readonly publicClaims: PublicClaims;
  readonly publicStatus: PublicStatus;
  readonly teams: Teams;
  readonly media: Media;
  readonly platformTemplates: PlatformTemplates;
  readonly channels: readonly ChannelDefinition[];
  /** Null outside the demo. */
  readonly simulation: Simulation | null;
};
