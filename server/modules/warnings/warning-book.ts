import type { Visibility } from '#server/channels/channel.ts';
import { usualLeads } from '#shared/turns/warning-times.ts';
import type { WarningRulesDoc } from './warnings.store.ts';

/** Warning rules in force: lead times for each subject, and since when. */
export type WarningRules = Omit<WarningRulesDoc, '_id' | 'brandId' | 'createdBy'> & { readonly id: string };

/** A brand's warning rules, fit to be asked for any past instant. */
export type WarningBook = {
  /** The rules for a deadline that was set at `at`: those of the channel, else the general ones, else the usual warning. */
  at(channel: string, visibility: Visibility, at: Date): WarningRules;
  /** The rules in force at `at`: the general ones and those of channels with their own. */
  inForceAt(at: Date): WarningRules[];
};

/** Makes the book of one brand. */
export function warningBookOf(docs: readonly WarningRulesDoc[]): WarningBook {
  const newestFirst = [...docs].sort((a, b) => b.validFrom.getTime() - a.validFrom.getTime());
  const find = (channel: string | null, visibility: Visibility, at: Date): WarningRules | null => {
    const found = newestFirst.find(
      (doc) => doc.channel === channel && doc.visibility === visibility && doc.validFrom.getTime() <= at.getTime(),
    );
    return found ? { ...found, id: found._id } : null;
  };
  const general = (visibility: Visibility, at: Date): WarningRules =>
    find(null, visibility, at) ?? usualRules[visibility];
  return {
    at: (channel, visibility, at) => find(channel, visibility, at) ?? general(visibility, at),
    inForceAt: (at) => {
      const channels = new Set(docs.flatMap(({ channel }) => channel ?? []));
      const own = [...channels].flatMap((channel) =>
        (['private', 'public'] as const).flatMap((visibility) => find(channel, visibility, at) ?? []),
      );
      return [general('private', at), general('public', at), ...own];
    },
  };
}

function usualRulesOf(visibility: Visibility): WarningRules {
  const leads = { norm: usualLeads, explicit: usualLeads, vague: usualLeads };
  return { id: `usual-${visibility}`, channel: null, visibility, ...leads, validFrom: new Date(0) };
}

const usualRules = { private: usualRulesOf('private'), public: usualRulesOf('public') };
