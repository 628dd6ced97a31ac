/**
 * Which server-side type stands behind a GraphQL object type, as
 * `TypeName: '../../modules/NAME/index.ts#ExportedType'` (codegen cannot read a path that starts with `#`, so the path is
 * relative to server/graphql/generated/).
 * A type that is not listed is returned field by field, as the SDL says it. Read by codegen.ts.
 */
export const mappers: Record<string, string> = {
  Alert: '../../modules/alerts/index.ts#StoredAlert',
  AutoReplyVersion: '../../modules/channel-accounts/index.ts#AutoReplyVersionDoc',
  Channel: '../../channels/channel.ts#ChannelDefinition',
  ChannelAccount: '../../modules/channel-accounts/index.ts#ChannelAccountDoc',
  ChannelCare: '../../modules/channel-health/index.ts#ChannelCare as CareOfChannel',
  Contact: '../../modules/contacts/index.ts#ContactDoc',
  ContactIdentity: '../../modules/contacts/index.ts#ContactIdentityDoc',
  ContactMoment: '../../modules/contacts/index.ts#ContactMomentDoc',
  Conversation: '../../modules/conversations/index.ts#ConversationDoc',
  Cue: '../../../shared/emotion/cues.ts#Cue as MarkedCue',
  OpeningHours: '../../../shared/time/opening-hours.ts#OpeningHours as CountedHours',
  OpeningHoursSetup: '../../modules/opening-hours/index.ts#HoursSetup',
  PublicClaim: '../../modules/public-claims/index.ts#PublicClaimDoc',
  DeadLetter: '../../modules/ingest/dead-letters.store.ts#DeadLetterDoc',
  DeadLetterStep: '../../modules/ingest/dead-letters.store.ts#DeadLetterStep as StoredLetterStep',
  Deviation: '../../modules/deviations/index.ts#DeviationDoc',
  Message: '../../modules/conversations/index.ts#MessageDoc',
  MessageDelivery: '../../modules/conversations/index.ts#MessageDelivery as StoredDelivery',
  NotificationSettings: '../../modules/notifications/index.ts#StoredSettings',
  EscalationStep: '../../modules/notifications/notification-settings.ts#EscalationStep as PlannedStep',
  DigestSettings: '../../modules/notifications/notification-settings.ts#DigestSettings as StoredDigest',
  OutboundWebhook: '../../modules/notifications/index.ts#OutboundWebhookDoc',
  FirstTimeFixFigures: '../../modules/reports/report.ts#Figures',
  PromiseFigures: '../../modules/reports/report.ts#Figures',
  Report: '../../modules/reports/report.ts#Report as ReportData',
  ReportFigures: '../../modules/reports/report.ts#Figures',
  ReportGroup: '../../modules/reports/named-group.ts#NamedGroup',
  ReportHour: '../../modules/reports/report.ts#HourOfWeek',
  ReportLeftOut: '../../modules/reports/report.ts#Figures',
  ReplyNorm: '../../modules/norms/index.ts#NormInForce',
  OfferIdea: '../../modules/templates/index.ts#OfferIdeaDoc',
  ReplyTemplate: '../../modules/templates/index.ts#ReplyTemplateDoc',
  ReplyPromise: '../../modules/promises/index.ts#ReplyPromiseDoc',
  ResponseClock: '../../modules/clocks/index.ts#ResponseClockDoc',
  Team: '../../modules/teams/index.ts#TeamDoc',
};
