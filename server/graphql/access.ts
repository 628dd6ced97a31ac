import type { GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { GraphQLContext } from './context.ts';
import { clientError } from './error-codes.ts';
import type { Role } from './generated/resolver-types.ts';

/** Who may do an operation: everybody, also without a session, or the roles named. */
export type Access = 'public' | readonly Role[];

/** Anybody who is signed in. */
const everyone = ['agent', 'lead', 'admin', 'marketing'] as const;
/** Those who work on conversations. */
const workers = ['agent', 'lead', 'admin'] as const;
const leads = ['lead', 'admin'] as const;
/** Those who decide or write what is promised to the public. */
const advised = ['lead', 'admin', 'marketing'] as const;
const admins = ['admin'] as const;

/** The one place where roles are checked: every root field of the schema, and nothing else. */
export const accessTable = {
  'Query.ok': 'public',
  'Query.viewer': 'public',
  'Query.users': everyone,
  'Query.conversations': everyone,
  'Query.inboxCounts': everyone,
  'Query.conversation': everyone,
  'Query.demoStories': everyone,
  'Query.contact': everyone,
  'Query.alerts': everyone,
  'Query.alertHistory': leads,
  'Query.unseenAlerts': everyone,
  'Query.channels': everyone,
  'Query.channelAccounts': everyone,
  'Query.deadLetters': leads,
  'Query.deadLetterBody': admins,
  'Query.replyNorms': everyone,
  'Query.notificationSettings': leads,
  'Query.outboundWebhooks': leads,
  'Query.replyNormHistory': leads,
  'Query.warningRules': leads,
  'Query.openingHours': leads,
  'Query.teams': everyone,
  'Query.statusPage': leads,
  'Query.promiseAdvice': advised,
  'Query.simulatePromise': advised,
  'Query.promiseLabels': leads,
  'Query.promiseLabelLines': admins,
  'Query.platformTemplates': workers,
  'Query.report': everyone,
  'Query.promiseBoard': everyone,
  'Query.deviations': leads,
  'Query.deviationCounts': leads,
  'Query.cueLabels': leads,
  'Query.cueLabelLines': leads,
  'Query.cueWords': leads,
  'Query.cueWordEffect': leads,
  'Query.cueTrend': advised,
  'Query.cueMessages': advised,
  'Query.qualitySample': leads,
  'Query.reviewCase': leads,
  'Query.qualityTrend': leads,
  'Query.ownReviews': workers,
  'Query.replyTemplates': workers,
  'Query.offerIdeas': workers,
  'Query.allowedLinkHosts': workers,
  'Mutation.ping': 'public',
  'Mutation.signIn': 'public',
  'Mutation.signOut': everyone,
  'Mutation.markAlertsSeen': everyone,
  'Mutation.claimConversation': workers,
  'Mutation.assignConversation': workers,
  'Mutation.closeConversation': workers,
  'Mutation.reopenConversation': workers,
  'Mutation.markConversationRead': workers,
  'Mutation.correctAuthorKind': workers,
  'Mutation.logContactMoment': workers,
  'Mutation.sendReply': workers,
  'Mutation.resendMessage': workers,
  'Mutation.markMessageSent': workers,
  'Mutation.simulateIncomingMessage': workers,
  'Mutation.correctPromise': workers,
  'Mutation.addPromise': workers,
  'Mutation.markPromiseDone': workers,
  'Mutation.judgeCue': workers,
  'Mutation.addCueWord': leads,
  'Mutation.removeCueWord': leads,
  'Mutation.reviewReply': leads,
  'Mutation.proposeTemplate': workers,
  'Mutation.approveTemplate': leads,
  'Mutation.archiveTemplate': leads,
  'Mutation.setOfferIdea': leads,
  'Mutation.removeOfferIdea': leads,
  'Mutation.setAllowedLinkHosts': leads,
  'Mutation.setReplyNorm': leads,
  'Mutation.setWarningRules': leads,
  'Mutation.setOpeningWeek': leads,
  'Mutation.setSpecialDays': leads,
  'Mutation.setHolidays': leads,
  'Mutation.setBusinessZone': leads,
  'Mutation.removeHours': leads,
  'Mutation.recomputePromises': leads,
  'Mutation.saveTeam': leads,
  'Mutation.setPublicClaim': leads,
  'Mutation.setAutoReply': leads,
  'Mutation.setStatusPage': leads,
  'Mutation.setNotificationSettings': leads,
  'Mutation.addOutboundWebhook': admins,
  'Mutation.enableOutboundWebhook': admins,
  'Mutation.testOutboundWebhook': admins,
  'Mutation.removeOutboundWebhook': admins,
  'Mutation.addChannelAccount': admins,
  'Mutation.replayDeadLetter': leads,
  'Mutation.replayAllDeadLetters': leads,
  'Mutation.discardDeadLetter': leads,
  'Mutation.checkChannel': leads,
  'Mutation.resubscribeChannel': leads,
  'Mutation.fetchMissedMessages': leads,
  'Subscription.serverTime': everyone,
  'Subscription.conversationChanged': everyone,
  'Subscription.alertRaised': everyone,
  'Subscription.alertEscalated': everyone,
} as const satisfies Record<string, Access>;

/** Files, which go beside GraphQL: POST /media and GET /media/ID. */
export const mediaAccess = { upload: workers, download: everyone } as const satisfies Record<string, Access>;

/** Whether somebody signed in may do an operation. */
export function mayUse(access: Access, viewer: NonNullable<GraphQLContext['viewer']>): boolean {
  return access === 'public' || access.includes(viewer.role);
}

/** Wraps every root field of `schema` with its check. Throws when table and schema do not name the same fields. */
export function applyAccess(schema: GraphQLSchema, table: Readonly<Record<string, Access>> = accessTable): void {
  const unused = new Set(Object.keys(table));
  const missing: string[] = [];
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    if (type === null || type === undefined) continue;
    for (const name of Object.keys(type.getFields())) {
      const operation = `${type.name}.${name}`;
      const access = table[operation];
      unused.delete(operation);
      if (access === undefined) missing.push(operation);
      else guardField(type, name, access);
    }
  }
  if (missing.length > 0) throw new Error(`no access is set for ${missing.join(', ')} (server/graphql/access.ts)`);
  if (unused.size > 0) throw new Error(`access is set for unknown fields: ${[...unused].join(', ')}`);
}

/** Throws UNAUTHENTICATED without a session and FORBIDDEN for a role that is not named. */
function checkAccess(access: Access, viewer: GraphQLContext['viewer']): void {
  if (access === 'public') return;
  if (viewer === null) throw clientError('UNAUTHENTICATED');
  if (!mayUse(access, viewer)) throw clientError('FORBIDDEN');
}

type AnyResolver = GraphQLFieldResolver<unknown, GraphQLContext>;

function guardField(type: GraphQLObjectType, name: string, access: Access): void {
  const field = type.getFields()[name];
  if (field === undefined) return;
  const { resolve, subscribe } = field as { resolve?: AnyResolver; subscribe?: AnyResolver };
  const guard =
    (inner: AnyResolver): AnyResolver =>
    (source, args, context, info) => {
      checkAccess(access, context.viewer);
      return inner(source, args, context, info);
    };
  if (resolve !== undefined) field.resolve = guard(resolve);
  if (subscribe !== undefined) field.subscribe = guard(subscribe);
}
