import { checkDraft } from '#shared/replies/draft-check.ts';
import type { DraftFinding } from '#shared/replies/draft-check.ts';
import { contextOfInput } from '#shared/replies/check-input.ts';
import { fillReplyTemplate } from '#shared/replies/template-model.ts';

/** How a template is looked at: its language, whether it says "u", and the present. */
export type PreviewWishes = { readonly language: 'nl' | 'en'; readonly formal: boolean; readonly now: Date };

const examples = {
  nl: {
    naam: 'Noor',
    wens: 'mijn kaartje omruilen',
    wachttijd: '3 uur',
    deadline: 'morgen om 17.00 uur',
    medewerker: 'Sam',
  },
  en: { naam: 'Nora', wens: 'change my ticket', wachttijd: '3 hours', deadline: 'tomorrow at 5 pm', medewerker: 'Sam' },
} as const;

/** A template filled with an example, and what the draft check says of its words; what only a real customer can show is left out. */
export function previewOf(
  body: string,
  { language, formal, now }: PreviewWishes,
): { text: string; findings: DraftFinding[] } {
  const text = fillReplyTemplate(body, { language, formal, values: examples[language] });
  const context = { ...contextOfInput({ draft: text, customer: '' }), language, now };
  // Open slots are what a template is for.
  const findings = checkDraft(text, context).filter(({ code }) => code !== 'open_slot');
  return { text, findings };
}
