import type { NotificationSettingsInput, Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { liveField } from '#server/graphql/live-field.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';
import type { NotificationSettings, SettingsFault } from './notification-settings.ts';

const faults = {
  chain: {
    nl: 'De stappen moeten oplopen in tijd: hooguit zes, van 0 minuten tot een week.',
    en: 'The steps must go up in time: six at most, from 0 minutes to a week.',
  },
  people: {
    nl: 'Kies voor elke stap en voor het dagoverzicht collega’s die hier nog werken.',
    en: 'Choose colleagues who still work here for every step and for the overview.',
  },
  quietHours: {
    nl: 'Stille uren hebben een begin en een ander einde, zoals 20:00 en 08:00.',
    en: 'Quiet hours have a beginning and a different end, such as 20:00 and 08:00.',
  },
  digest: {
    nl: 'Een dagoverzicht heeft een tijd, ten minste één weekdag en ten minste één lezer.',
    en: 'An overview has a time, at least one weekday and at least one reader.',
  },
  reassignAfterMinutes: {
    nl: 'Teruggeven aan de wachtrij kan na 1 minuut tot een week.',
    en: 'Giving back to the queue can happen after 1 minute to a week.',
  },
  language: { nl: 'Kies nl of en.', en: 'Choose nl or en.' },
  url: {
    nl: 'Dit is geen openbaar https-adres.',
    en: 'This is no public https address.',
  },
} as const satisfies Record<SettingsFault | 'language' | 'url', { nl: string; en: string }>;

const notFound = {
  __typename: 'NotFound',
  message: { nl: 'Dit adres bestaat niet meer.', en: 'This address no longer exists.' },
} as const;

/** Resolvers of schema.graphql. */
export const notificationsResolvers: Resolvers = {
  Query: {
    notificationSettings: (_source, _args, context) =>
      context.modules.notifications.settings(viewerOf(context).brandId),
    outboundWebhooks: (_source, _args, context) => context.modules.notifications.webhooks(viewerOf(context).brandId),
  },
  Mutation: {
    setNotificationSettings: async (_source, { input }, context) => {
      const { brandId, userId } = viewerOf(context);
      const { language } = input;
      if (language !== 'nl' && language !== 'en') return invalid('language');
      const settings = settingsOf(input, language);
      const fault = await context.modules.notifications.setSettings(brandId, settings, userId);
      if (fault) return invalid(fault);
      const stored = await context.modules.notifications.settings(brandId);
      return { __typename: 'SetNotificationSettingsSuccess', settings: stored };
    },
    addOutboundWebhook: async (_source, { url }, context) => {
      const added = await context.modules.notifications.addWebhook(viewerOf(context).brandId, url.trim());
      return added ? { __typename: 'AddOutboundWebhookSuccess', ...added } : invalid('url');
    },
    enableOutboundWebhook: async (_source, { id, enabled }, context) => {
      const { brandId } = viewerOf(context);
      const webhook = await context.modules.notifications.enableWebhook(brandId, id, enabled);
      return webhook ? { __typename: 'OutboundWebhookSuccess', webhook } : notFound;
    },
    testOutboundWebhook: async (_source, { id }, context) => {
      const problem = await context.modules.notifications.testWebhook(viewerOf(context).brandId, id);
      if (problem === undefined) return notFound;
      return { __typename: 'OutboundWebhookTested', taken: problem === null, problem };
    },
    removeOutboundWebhook: async (_source, { id }, context) => {
      await context.modules.notifications.removeWebhook(viewerOf(context).brandId, id);
      return true;
    },
  },
  Subscription: {
    alertEscalated: liveField('alertEscalated', async ({ alertId }, context) =>
      existing(await context.modules.alerts.byId(viewerOf(context).brandId, alertId), 'escalated alert'),
    ),
  },
  NotificationSettings: {
    mailConfigured: (_settings, _args, { modules }) => modules.notifications.mailConfigured,
  },
  EscalationStep: {
    people: async ({ userIds }, _args, { loaders }) => present(await loaders.users.loadMany([...userIds])),
  },
  DigestSettings: {
    people: async ({ userIds }, _args, { loaders }) => present(await loaders.users.loadMany([...userIds])),
  },
  OutboundWebhook: { id: ({ _id }) => _id },
  Alert: {
    told: async ({ toldUserIds }, _args, { loaders }) => present(await loaders.users.loadMany([...toldUserIds])),
  },
};

function invalid(field: keyof typeof faults) {
  return { __typename: 'InvalidInput', field, message: faults[field] } as const;
}

function settingsOf(input: NotificationSettingsInput, language: 'nl' | 'en'): NotificationSettings {
  return {
    chain: input.chain.map(({ userIds, ...step }) => ({
      ...step,
      userIds: step.to === 'people' ? [...new Set(userIds ?? [])] : [],
    })),
    kinds: [...new Set(input.kinds)],
    language,
    quietHours: input.quietHours ?? null,
    digest: input.digest ?? null,
    reassignAfterMinutes: input.reassignAfterMinutes ?? null,
  };
}

/** Colleagues who left are left out. */
function present<T>(found: readonly (T | Error | null)[]): T[] {
  const failed = found.find((one) => one instanceof Error);
  if (failed) throw failed;
  return found.filter((one): one is T => one !== null);
}
