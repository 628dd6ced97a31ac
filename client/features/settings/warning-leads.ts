import type { WarningLeadInput, WarningLeadKind, WarningRules_RulesFragment } from '#client/gql/graphql.ts';
import { formatDuration } from '#client/lib/durations.ts';
import type { Language } from '#client/lib/i18n/language.ts';
import type { Dictionary } from '#client/lib/i18n/nl.ts';

/** What is warned of, in the order of the form. */
export const warnedSubjects = ['norm', 'explicit', 'vague'] as const;
/** One of `warnedSubjects`. */
export type WarnedSubject = (typeof warnedSubjects)[number];

/** The ways in which a lead time counts, in the order offered. */
export const leadKinds: readonly WarningLeadKind[] = ['share', 'calendar', 'openHours'];
/** The most lead times that the server takes. */
export const mostLeads = 4;

/** A lead time while it is being edited; `key` tells rows apart. */
export type EditedLead = { readonly key: number; readonly kind: WarningLeadKind; readonly amount: number };

/** The lead times of rules as rows to edit. */
export function editedLeads(leads: WarningRules_RulesFragment['norm']): EditedLead[] {
  return leads.map(({ kind, amount }, key) => ({ key, kind, amount }));
}

/** A further row: an hour, a quarter of an hour, and so on, whichever is not there yet. */
export function nextLead(leads: readonly EditedLead[]): EditedLead {
  const key = 1 + Math.max(-1, ...leads.map((lead) => lead.key));
  const taken = new Set(leads.flatMap(({ kind, amount }) => (kind === 'share' ? [] : [amount])));
  return { key, kind: 'calendar', amount: [60, 15, 120, 30, 5].find((each) => !taken.has(each)) ?? 10 };
}

/** What is asked of the server: rows without their keys. */
export function leadsInput(leads: readonly EditedLead[]): WarningLeadInput[] {
  return leads.map(({ kind, amount }) => ({ kind, amount }));
}

/** A lead time in words. */
export function leadInWords(
  { kind, amount }: Pick<EditedLead, 'kind' | 'amount'>,
  t: Dictionary,
  language: Language,
): string {
  if (kind === 'share') return amount === 20 ? t.warnings.lastFifth : t.warnings.lastShare(amount);
  const length = formatDuration(amount * 60_000, language);
  return kind === 'calendar' ? t.warnings.before(length) : t.warnings.beforeOpen(length);
}
