import type { FieldMergeFunction, Reference, TypePolicies } from '@apollo/client';

type ForwardPage = { readonly nodes: readonly Reference[]; readonly pageInfo: unknown };
type BackwardPage = {
  readonly nodes: readonly Reference[];
  readonly startCursor: string | null;
  readonly hasPreviousPage: boolean;
};

/** Appends a next page and replaces everything when the first page is read anew; an item stays where it was seen first. */
export function mergeForward(existing: ForwardPage | undefined, incoming: ForwardPage, after: unknown): ForwardPage {
  if (typeof after !== 'string' || !existing) return incoming;
  const known = new Set(existing.nodes.map((node) => node.__ref));
  return { ...incoming, nodes: [...existing.nodes, ...incoming.nodes.filter((node) => !known.has(node.__ref))] };
}

/** Puts an older page before what is known; reading the newest page anew keeps the older ones that join up with it. */
export function mergeBackward(
  existing: BackwardPage | undefined,
  incoming: BackwardPage,
  before: unknown,
): BackwardPage {
  if (!existing) return incoming;
  if (typeof before === 'string') {
    const known = new Set(existing.nodes.map((node) => node.__ref));
    return { ...incoming, nodes: [...incoming.nodes.filter((node) => !known.has(node.__ref)), ...existing.nodes] };
  }
  const firstRef = incoming.nodes[0]?.__ref;
  const joint = existing.nodes.findIndex((node) => node.__ref === firstRef);
  if (joint <= 0) return incoming;
  const { startCursor, hasPreviousPage } = existing;
  return { ...incoming, startCursor, hasPreviousPage, nodes: [...existing.nodes.slice(0, joint), ...incoming.nodes] };
}

const forward: FieldMergeFunction<ForwardPage, ForwardPage> = (existing, incoming, { args }) =>
  mergeForward(existing, incoming, args?.after);

const backward: FieldMergeFunction<BackwardPage, BackwardPage> = (existing, incoming, { args }) =>
  mergeBackward(existing, incoming, args?.before);

const embedded = { merge: true };

/** The members of every union; without them the cache cannot tell whether a fragment fits. A test holds them to the SDL. */
export const possibleTypes: Readonly<Record<string, string[]>> = {
  AddChannelAccountResult: ['AddChannelAccountSuccess', 'InvalidInput'],
  AddOutboundWebhookResult: ['AddOutboundWebhookSuccess', 'InvalidInput'],
  AlertHistoryResult: ['AlertConnection', 'InvalidInput'],
  AllowedHostsResult: ['AllowedHostsSet', 'InvalidInput'],
  AssignConversationResult: ['AlreadyClaimed', 'AssignConversationSuccess', 'NotFound'],
  ChangePromiseResult: ['ChangePromiseSuccess', 'InvalidInput', 'NotFound'],
  ChannelCareResult: ['ChannelCareSuccess', 'NotFound'],
  CloseConversationResult: ['CloseConversationSuccess', 'CustomerWaiting', 'NotFound'],
  CueMessagesResult: ['CueMessages', 'InvalidInput'],
  CueTrendResult: ['CueTrend', 'InvalidInput'],
  CueWordEffectResult: ['CueWordEffect', 'InvalidInput', 'NotFound'],
  CueWordsResult: ['CueWordsSaved', 'InvalidInput', 'NotFound'],
  DiscardDeadLetterResult: ['DeadLetterSuccess', 'InvalidInput', 'NotFound'],
  JudgeCueResult: ['CueJudged', 'InvalidInput', 'NotFound'],
  LogContactMomentResult: ['InvalidInput', 'LogContactMomentSuccess', 'NotFound'],
  OfferIdeaResult: ['InvalidInput', 'OfferIdeaStored'],
  OutboundWebhookResult: ['NotFound', 'OutboundWebhookSuccess'],
  PromiseAdviceResult: ['InvalidInput', 'PromiseAdviceGrid'],
  QualitySampleResult: ['InvalidInput', 'NotFound', 'QualitySample'],
  QualityTrendResult: ['InvalidInput', 'NotFound', 'QualityTrend'],
  RecomputePromisesResult: ['InvalidInput', 'RecomputePromisesSuccess'],
  ReplayDeadLetterResult: ['DeadLetterSuccess', 'NotFound'],
  ReportResult: ['InvalidInput', 'Report'],
  ReviewReplyResult: ['InvalidInput', 'NotFound', 'ReplyReviewed'],
  SaveTeamResult: ['InvalidInput', 'NotFound', 'SaveTeamSuccess'],
  SendReplyResult: [
    'CustomerWroteMeanwhile',
    'DraftStopped',
    'InvalidInput',
    'NotFound',
    'ReplyNotAllowed',
    'SendReplySuccess',
  ],
  SetAutoReplyResult: ['InvalidInput', 'NotFound', 'SetAutoReplySuccess'],
  SetHoursResult: ['HoursReachBack', 'InvalidInput', 'NotFound', 'SetHoursSuccess'],
  SetNotificationSettingsResult: ['InvalidInput', 'SetNotificationSettingsSuccess'],
  SetPublicClaimResult: ['InvalidInput', 'NotFound', 'SetPublicClaimSuccess'],
  SetReplyNormResult: ['InvalidInput', 'SetReplyNormSuccess'],
  SetWarningRulesResult: ['InvalidInput', 'SetWarningRulesSuccess'],
  SettleDeliveryResult: ['NotFound', 'NotSettleable', 'SettleDeliverySuccess'],
  SignInResult: ['SignInRefused', 'SignInSuccess', 'SignInThrottled'],
  SimulateMessageResult: ['InvalidInput', 'NotFound', 'SimulateMessageSuccess'],
  SimulatePromiseResult: ['InvalidInput', 'PromiseSimulation'],
  TemplateResult: ['ChangedMeanwhile', 'InvalidInput', 'NotFound', 'TemplateChanged'],
  TestOutboundWebhookResult: ['NotFound', 'OutboundWebhookTested'],
};

/** How lists and objects without an id live in the cache. */
export const typePolicies: TypePolicies = {
  Query: {
    fields: {
      conversations: { keyArgs: ['view', 'channel'], merge: forward },
      alerts: { keyArgs: false, merge: forward },
    },
  },
  Conversation: { fields: { messages: { keyArgs: false, merge: backward } } },
  Channel: { keyFields: ['name'] },
  Viewer: { merge: true, keyFields: [] },
  LocalText: embedded,
  TextSpan: embedded,
  ReplyWindow: embedded,
  MessageDelivery: embedded,
  Journey: embedded,
  ContactMood: embedded,
  AutoReply: embedded,
  ChannelHealth: embedded,
  InboxCounts: embedded,
  NotificationSettings: embedded,
  QuietHours: embedded,
  DigestSettings: embedded,
};
