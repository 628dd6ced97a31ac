import type { Collection, Db } from 'mongodb';
import type { ChannelSender, ChannelTemplate } from '#server/channels/channel.ts';
import { ChannelError } from '#server/channels/errors.ts';
import type { Clock } from '#server/clock.ts';
import type { Log } from '#server/log.ts';
import type { ChannelAccountDoc, ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { LocalText } from '#shared/local-text.ts';

/** An account's templates as they were last fetched. */
export type PlatformTemplateList = {
  readonly templates: readonly ChannelTemplate[];
  /** Null when they were never fetched. */
  readonly fetchedAt: Date | null;
  /** Why they could not be fetched just now; null when they could. */
  readonly problem: LocalText | null;
};

/** Messages approved beforehand, per account. */
export type PlatformTemplates = {
  ensureIndexes(): Promise<void>;
  /** The account's templates, fetched anew after an hour or when `fresh` is asked; the last known ones when that fails. */
  ofAccount(account: ChannelAccountDoc, fresh: boolean): Promise<PlatformTemplateList>;
  /** One of them by name and language; null when there is none. */
  find(account: ChannelAccountDoc, name: string, language: string): Promise<ChannelTemplate | null>;
};

type TemplatesDoc = { _id: string; brandId: string; fetchedAt: Date; templates: ChannelTemplate[] };

const keepMs = 3_600_000;
const patienceMs = 10_000;

/** Makes the platform-templates module. */
export function createPlatformTemplates(deps: {
  db: Db;
  clock: Clock;
  log: Log;
  accounts: ChannelAccounts;
  senders: ReadonlyMap<string, ChannelSender<unknown>>;
}): PlatformTemplates {
  const lists: Collection<TemplatesDoc> = deps.db.collection('platformTemplates');
  const fetchList = async (account: ChannelAccountDoc): Promise<ChannelTemplate[]> => {
    const sender = deps.senders.get(account.channel);
    if (!sender?.templatesOf) return [];
    const found = await sender.templatesOf(deps.accounts.senderAccount(account), AbortSignal.timeout(patienceMs));
    return found.sort((a, b) => a.name.localeCompare(b.name) || a.language.localeCompare(b.language));
  };
  const ofAccount: PlatformTemplates['ofAccount'] = async (account, fresh) => {
    const { _id, brandId } = account;
    const known = await lists.findOne({ brandId, _id });
    const now = deps.clock.now();
    const age = known ? now.getTime() - known.fetchedAt.getTime() : Number.POSITIVE_INFINITY;
    if (known && !fresh && age < keepMs) return { ...listOf(known), problem: null };
    try {
      const templates = await fetchList(account);
      await lists.updateOne({ _id }, { $set: { brandId, fetchedAt: now, templates } }, { upsert: true });
      return { templates, fetchedAt: now, problem: null };
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      deps.log.warn({ account: _id, kind: error.kind, code: error.code }, 'templates could not be fetched');
      return { ...(known ? listOf(known) : { templates: [], fetchedAt: null }), problem: problemOf(error) };
    }
  };
  return {
    ensureIndexes: async () => {
      await lists.createIndex({ brandId: 1, _id: 1 });
    },
    ofAccount,
    find: async (account, name, language) => {
      const { templates } = await ofAccount(account, false);
      return templates.find((each) => each.name === name && each.language === language) ?? null;
    },
  };
}

function listOf({ templates, fetchedAt }: TemplatesDoc): Pick<PlatformTemplateList, 'templates' | 'fetchedAt'> {
  return { templates, fetchedAt };
}

function problemOf(error: ChannelError): LocalText {
  if (error.code === 'noBusinessAccount') {
    return {
      nl: 'Van dit nummer is het id van het WhatsApp Business-account niet bekend. Een beheerder kan het bij Instellingen invullen.',
      en: "The id of this number's WhatsApp Business account is not known. An admin can fill it in under Settings.",
    };
  }
  return {
    nl: `De sjablonen konden niet worden opgehaald (${error.code}). Probeer het straks opnieuw.`,
    en: `The templates could not be fetched (${error.code}). Try again later.`,
  };
}
