import type { Visibility } from '#server/channels/channel.ts';
import type { HoursBook } from '#server/modules/opening-hours/index.ts';
import type { ClaimBook } from '#server/modules/public-claims/index.ts';
import type { CompiledBook } from '#shared/emotion/cue-book.ts';
import type { WarningBook, WarningRules } from '#server/modules/warnings/index.ts';
import type { OpeningHours } from '#shared/time/opening-hours.ts';
import type { ReplyNormDoc } from './norms.store.ts';

const hour = 3_600_000;

/** The field's usual norm for social media: an hour, a day at most (design.md section 1). Also what a vague promise means. */
export const fieldDefaultNorm = { usualMs: hour, maxMs: 24 * hour } as const;

/** A norm in force: usual and longest reply time in ms, and since when. */
export type NormInForce = Pick<ReplyNormDoc, 'channel' | 'visibility' | 'usualMs' | 'maxMs' | 'validFrom'> & {
  id: string;
};

/** What else a brand is measured and read by: its opening hours, the claims of its pages, when it is warned, the words that show signs. */
export type BrandRules = {
  readonly hours: HoursBook;
  readonly claims: ClaimBook;
  readonly warnings: WarningBook;
  readonly cueBook: CompiledBook;
};

/** A brand's norms, opening hours and public claims, fit to be asked for any past instant, and its words as they are now. */
export type NormTable = {
  /** By what customers' texts that come in now are read. */
  readonly cueBook: CompiledBook;
  /** Opening hours of an account as they were known at `at`: editing them later changes nothing that was counted before. */
  hoursOf(accountId: string, at: Date): OpeningHours;
  /** The team that worked the account at `at`; null when none did. */
  teamOf(accountId: string, at: Date): string | null;
  /** What the account's page claimed at `at`; null when nothing. */
  claimAt(accountId: string, at: Date): ReturnType<ClaimBook['at']>;
  /** When to warn of a deadline that was set at `at`. */
  warningsAt(channel: string, visibility: Visibility, at: Date): WarningRules;
  /** The norm that held for a channel and visibility at `at`; the field's default where the brand set none. */
  normAt(channel: string, visibility: Visibility, at: Date): NormInForce;
  /** The norms in force at `at`: the general ones and those of channels with their own. */
  inForceAt(at: Date): NormInForce[];
  /** Every norm that was ever set, newest first. */
  history(): NormInForce[];
};

/** Makes the table of one brand. */
export function createNormTable(
  norms: readonly ReplyNormDoc[],
  { hours, claims, warnings, cueBook }: BrandRules,
): NormTable {
  const newestFirst = [...norms].sort((a, b) => b.validFrom.getTime() - a.validFrom.getTime());
  const find = (channel: string | null, visibility: Visibility, at: Date): NormInForce | null => {
    const norm = newestFirst.find(
      (candidate) =>
        candidate.channel === channel &&
        candidate.visibility === visibility &&
        candidate.validFrom.getTime() <= at.getTime(),
    );
    return norm ? { ...norm, id: norm._id } : null;
  };
  const general = (visibility: Visibility, at: Date): NormInForce =>
    find(null, visibility, at) ?? {
      id: `default-${visibility}`,
      channel: null,
      visibility,
      ...fieldDefaultNorm,
      validFrom: new Date(0),
    };
  return {
    cueBook,
    hoursOf: (accountId, at) => hours.of(accountId, at),
    teamOf: (accountId, at) => hours.teamOf(accountId, at),
    claimAt: (accountId, at) => claims.at(accountId, at),
    warningsAt: (channel, visibility, at) => warnings.at(channel, visibility, at),
    history: () => newestFirst.map((norm) => ({ ...norm, id: norm._id })),
    normAt: (channel, visibility, at) => find(channel, visibility, at) ?? general(visibility, at),
    inForceAt: (at) => {
      const channels = new Set(norms.flatMap((norm) => (norm.channel === null ? [] : [norm.channel])));
      const own = [...channels].flatMap((channel) =>
        (['private', 'public'] as const).flatMap((visibility) => find(channel, visibility, at) ?? []),
      );
      return [general('private', at), general('public', at), ...own];
    },
  };
}
