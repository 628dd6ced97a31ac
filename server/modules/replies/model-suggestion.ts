import { checkDraft } from '#shared/replies/draft-check.ts';
import type { DraftContext } from '#shared/replies/draft-check.ts';
import { writesFormally } from '#shared/replies/suggested-replies.ts';
import type { ReplySuggestion } from '#shared/replies/suggested-replies.ts';
import { openSlotNames } from '#shared/replies/template-model.ts';
import type { ReplySuggester } from './language-model-suggester.ts';

/** Id of what a language model drafted, so that its use and outcome are counted like a template's. */
const modelTemplateId = 'language-model';

/** A model's draft, marked as such; null when none came or when the draft check finds an error in it other than an open slot. */
export async function modelSuggestion(
  suggest: ReplySuggester,
  basis: DraftContext,
  maxLength: number,
): Promise<ReplySuggestion | null> {
  const { language, customerTexts, customerName, late } = basis;
  if (customerTexts.length === 0) return null;
  const names = customerName === null ? [] : [customerName];
  const formal = language === 'nl' && writesFormally(customerTexts);
  const text = await suggest({ language, formal, customerTexts, names, late, maxLength });
  if (text === null) return null;
  const wrong = checkDraft(text, basis).some(({ code, level }) => level === 'error' && code !== 'open_slot');
  if (wrong) return null;
  return {
    templateId: modelTemplateId,
    title: { nl: 'Voorstel van een taalmodel', en: 'Draft by a language model' },
    text,
    why: {
      nl: 'door een machine geschreven en door de tekstcontrole: lees het na',
      en: 'written by a machine and passed by the draft check: read it through',
    },
    openSlots: openSlotNames(text),
  };
}
