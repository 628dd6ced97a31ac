import type { GraphQLContext } from '#server/graphql/context.ts';
import type { BothLanguages } from '#server/graphql/error-codes.ts';
import { viewerOf } from '#server/graphql/viewer-of.ts';
import type { NamedGroup } from './named-group.ts';
import type { FigureGroup, ReportGrouping } from './report.ts';

const fixedLabels: Readonly<Record<string, BothLanguages>> = {
  private: { nl: 'privé', en: 'private' },
  public: { nl: 'openbaar', en: 'public' },
  agent: { nl: 'medewerker', en: 'agent' },
  autoReply: { nl: 'automatisch antwoord', en: 'automatic reply' },
  bot: { nl: 'bot', en: 'bot' },
  outsideAgent: { nl: 'medewerker elders', en: 'agent elsewhere' },
  outsideUnknown: { nl: 'elders, onbekend', en: 'elsewhere, unknown' },
};

const nobodyYet: BothLanguages = { nl: 'nog niemand', en: 'nobody yet' };
const noTeam: BothLanguages = { nl: 'geen team', en: 'no team' };

const bothOf = (name: string): BothLanguages => ({ nl: name, en: name });

/** Gives groups their names, in the order of the names: never of the figures. */
export async function groupLabels(
  by: ReportGrouping,
  groups: readonly FigureGroup[],
  context: GraphQLContext,
): Promise<NamedGroup[]> {
  const named = await Promise.all(
    groups.map(async (group) => ({ ...group, ...(await nameOf(by, group.key, context)) })),
  );
  return named.sort((a, b) => Number(a.key === null) - Number(b.key === null) || a.label.nl.localeCompare(b.label.nl));
}

async function nameOf(
  by: ReportGrouping,
  key: string | null,
  context: GraphQLContext,
): Promise<Pick<NamedGroup, 'label' | 'wording'>> {
  if (key === null) return { label: by === 'team' ? noTeam : nobodyYet, wording: null };
  if (by === 'wording') return wordingName(key, context);
  if (by === 'visibility' || by === 'authorKind') return { label: fixedLabels[key] ?? bothOf(key), wording: null };
  return { label: bothOf((await storedName(by, key, context)) ?? key), wording: null };
}

async function storedName(
  by: 'account' | 'channel' | 'agent' | 'team',
  key: string,
  context: GraphQLContext,
): Promise<string | undefined> {
  const { loaders, modules } = context;
  const { brandId } = viewerOf(context);
  if (by === 'channel') return modules.channels.find(({ name }) => name === key)?.label;
  if (by === 'agent') return (await loaders.users.load(key))?.name;
  if (by === 'team') return (await modules.teams.byId(brandId, key))?.name;
  const account = await loaders.accounts.load(key);
  return account ? `${account.name} (${account.channel})` : undefined;
}

/** A version of an automatic reply by its account and its number among the account's versions, oldest first. */
async function wordingName(key: string, context: GraphQLContext): Promise<Pick<NamedGroup, 'label' | 'wording'>> {
  const version = await context.loaders.autoReplyVersions.load(key);
  if (!version) return { label: fixedLabels[key] ?? bothOf(key), wording: null };
  const { brandId } = viewerOf(context);
  const account = await context.loaders.accounts.load(version.accountId);
  const versions = await context.modules.accounts.versionsOf(brandId, version.accountId);
  const number = versions.length - versions.findIndex(({ _id }) => _id === key);
  const name = account?.name ?? '';
  return {
    label: { nl: `${name}, versie ${String(number)}`, en: `${name}, version ${String(number)}` },
    wording: version.text,
  };
}
