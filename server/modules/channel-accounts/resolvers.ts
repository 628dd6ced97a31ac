import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';
import { autoReplyMisfit } from './auto-reply-length.ts';
import { problemOfTrouble } from './trouble-text.ts';

const faults = {
  channel: { nl: 'Dit kanaal bestaat niet.', en: 'This channel does not exist.' },
  externalId: {
    nl: 'Dit account-id klopt niet of is al in gebruik.',
    en: 'This account id does not fit or is already in use.',
  },
  name: { nl: 'Geef een naam van hooguit 80 tekens.', en: 'Give a name of at most 80 characters.' },
  accessToken: {
    nl: 'De toegangssleutel past niet bij dit kanaal.',
    en: 'The access token does not fit this channel.',
  },
  fields: {
    nl: 'Een van de extra gegevens past niet bij dit kanaal. Id’s bestaan alleen uit cijfers.',
    en: 'One of the additional details does not fit this channel. Ids consist of digits only.',
  },
} as const;

const longestAutoReply = 2_000;

/** Resolvers of schema.graphql. */
export const channelAccountsResolvers: Resolvers = {
  Query: {
    channels: (_source, _args, { modules }) => [...modules.channels],
    channelAccounts: async (_source, _args, context) => {
      const accounts = await context.modules.accounts.ofBrand(viewerOf(context).brandId);
      return accounts.sort((a, b) => a.channel.localeCompare(b.channel) || a.name.localeCompare(b.name));
    },
  },
  Mutation: {
    addChannelAccount: async (_source, { input }, context) => {
      const { accessToken, fields, ...rest } = input;
      const filled = (fields ?? []).filter(({ value }) => value.trim() !== '');
      const more = Object.fromEntries(filled.map(({ name, value }) => [name, value.trim()]));
      const outcome = await context.modules.accounts.add({
        ...rest,
        brandId: viewerOf(context).brandId,
        credentials: { ...more, accessToken },
      });
      if ('fault' in outcome) {
        return { __typename: 'InvalidInput', field: outcome.fault, message: faults[outcome.fault] };
      }
      return { __typename: 'AddChannelAccountSuccess', account: outcome };
    },
    setAutoReply: async (_source, { input }, context) => {
      const { brandId, userId } = viewerOf(context);
      const text = input.text.trim();
      if (text.length > longestAutoReply || (input.enabled && text === '')) {
        const message = {
          nl: 'Vul een tekst in van hooguit 2.000 tekens.',
          en: 'Give a text of at most 2,000 characters.',
        };
        return { __typename: 'InvalidInput', field: 'text', message };
      }
      const { enabled, publicEnabled } = input;
      const tooLong = await autoReplyMisfit(context, { ...input, text });
      if (tooLong) return { __typename: 'InvalidInput', field: 'text', message: tooLong };
      const setting = { enabled, publicEnabled, text, userId };
      const account = await context.modules.accounts.setAutoReply(brandId, input.accountId, setting);
      if (!account) {
        return { __typename: 'NotFound', message: { nl: 'Dit account bestaat niet.', en: 'No such account.' } };
      }
      return { __typename: 'SetAutoReplySuccess', account };
    },
  },
  Channel: {
    name: (channel) => channel.name,
    maxPrivateLength: (channel) => channel.capabilities.maxLength.private,
    maxPublicLength: (channel) => channel.capabilities.maxLength.public,
    accountFields: (channel) => [...channel.accountFields],
  },
  ChannelAccount: {
    id: (account) => account._id,
    channel: (account, _args, { modules }) =>
      existing(
        modules.channels.find((channel) => channel.name === account.channel),
        'channel of an account',
      ),
    autoReply: async (account, _args, { modules, loaders }) => {
      const { versionId, enabled, publicEnabled } = account.autoReply;
      return {
        enabled,
        publicEnabled,
        current: versionId === null ? null : await loaders.autoReplyVersions.load(versionId),
        versions: await modules.accounts.versionsOf(account.brandId, account._id),
      };
    },
    health: async (account, _args, { modules }) => {
      const counts = await modules.accounts.unknownCounts(account.brandId, account._id);
      return {
        lastEventAt: account.lastEventAt,
        unknownEvents: counts.reduce((sum, { count }) => sum + count, 0),
        unknownKinds: counts.map(({ kind, count }) => ({ kind, count })),
        trouble: problemOfTrouble(account.trouble),
      };
    },
  },
  AutoReplyVersion: { id: (version) => version._id },
};
