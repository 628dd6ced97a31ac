import { cueCodes } from '#shared/emotion/cue-model.ts';
import type { Cue, CueCode } from '#shared/emotion/cue-model.ts';
import { checkDraft } from '#shared/replies/draft-check.ts';
import type { DraftContext } from '#shared/replies/draft-check.ts';
import { countUtf16, countXWeighted } from '#shared/text-length.ts';
import type { ComposerQuery } from '#client/gql/graphql.ts';
import type { LocalText } from '#client/lib/i18n/language.ts';

/** The server's basis for checking a draft. */
export type Basis = NonNullable<ComposerQuery['conversation']>['draftBasis'];

/** A remark on the draft, from the shared check in the page or from the server. */
export type Finding = {
  readonly code: string;
  readonly level: 'error' | 'warn' | 'hint';
  readonly start: number | null;
  readonly end: number | null;
  readonly message: LocalText;
  readonly suggestion: LocalText | null;
};

function isCueCode(code: string): code is CueCode {
  return cueCodes.some((known) => known === code);
}

function promiseStateOf(state: string): DraftContext['promiseState'] {
  return state === 'open' || state === 'missed' ? state : 'none';
}

/** The context of the shared check. The channel's length is counted apart, because X does not count in UTF-16 units. */
export function draftContextOf(basis: Basis, now: Date, visibility: 'public' | 'private' = 'private'): DraftContext {
  const cues = basis.cues.flatMap((cue): Cue[] =>
    isCueCode(cue.code) ? [{ code: cue.code, score: cue.score, spans: cue.spans, ruleId: cue.code, why: cue.why }] : [],
  );
  const wish =
    basis.wish === null ? null : { text: basis.wish, start: 0, end: basis.wish.length, keywords: basis.wishKeywords };
  return {
    language: basis.language === 'en' ? 'en' : 'nl',
    now,
    hours: basis.hours,
    vagueMaxMs: basis.vagueMaxMs,
    customerName: basis.customerName,
    customerTexts: basis.customerTexts,
    cues,
    wish,
    waitedMs: basis.waitedMs,
    late: basis.late,
    promiseState: promiseStateOf(basis.promiseState),
    contactMoments: basis.contactMoments,
    maxLength: null,
    recentReplies: basis.recentReplies,
    delayReason: null,
    visibility,
    judgesCalendar: true,
    repliesToCustomer: basis.repliesToCustomer,
    allowedHosts: basis.allowedHosts,
    advice: basis.advice && { honestAt: new Date(basis.advice.honestAt), keptShare: basis.advice.keptShare },
  };
}

const severity: Record<Finding['level'], number> = { error: 0, warn: 1, hint: 2 };

/** What the shared check says about a draft, together with what the server said about it; the most serious first. Empty drafts have none. */
export function findingsOf(
  text: string,
  { basis, visibility }: { readonly basis: Basis; readonly visibility: 'public' | 'private' },
  now: Date,
  fromServer: readonly Finding[],
): Finding[] {
  if (text.trim() === '') return [];
  const local: readonly Finding[] = checkDraft(text, draftContextOf(basis, now, visibility));
  const missing = fromServer.filter((finding) => !local.some((each) => each.code === finding.code));
  return [...local, ...missing].sort((a, b) => severity[a.level] - severity[b.level]);
}

/** The length of a text in the counting of a channel (by short name). */
export function lengthOn(channelName: string, text: string): number {
  return channelName === 'x' ? countXWeighted(text) : countUtf16(text);
}

/** A place in square brackets that the agent must still fill in: UTF-16 offsets with the brackets, and the words between them. */
export type OpenSlot = { readonly start: number; readonly end: number; readonly name: string };

/** The open slots of a text, in order. */
export function openSlotsOf(text: string): OpenSlot[] {
  return [...text.matchAll(/\[([^[\]\n]{1,80})\]/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[1] ?? '',
  }));
}
