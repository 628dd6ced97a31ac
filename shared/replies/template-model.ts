/** What a reply sets out to do. */
export const templateIntents = [
  'answer',
  'refuse',
  'ask_details',
  'apologise',
  'deadline',
  'callback',
  'hand_over',
  'thank',
  'pass_on',
  'invite',
  'close',
] as const;

/** One of {@link templateIntents}. */
export type TemplateIntent = (typeof templateIntents)[number];

/** How a Dutch text addresses the reader; `any` = it avoids or adapts. */
export const templateForms = ['informal', 'formal', 'any'] as const;

/** One of {@link templateForms}. */
export type TemplateForm = (typeof templateForms)[number];

/** Variables that a template may use between braces, besides the forms of address ({je}, {jou}, {jouw}, {zich}). */
export const templateVariables = ['naam', 'wens', 'wachttijd', 'reden', 'deadline', 'link', 'medewerker'] as const;

/** One of {@link templateVariables}; the English names are accepted too. */
export type TemplateVariable = (typeof templateVariables)[number];

const englishNames: Readonly<Record<string, TemplateVariable>> = {
  name: 'naam',
  wish: 'wens',
  wait: 'wachttijd',
  reason: 'reden',
  deadline: 'deadline',
  link: 'link',
  agent: 'medewerker',
};
const addressWords = new Set(['je', 'Je', 'jou', 'jouw', 'Jouw', 'zich']);

/** The variable that a name between braces stands for; null when there is none. */
export function variableNamed(name: string): TemplateVariable | null {
  return templateVariables.find((known) => known === name) ?? englishNames[name] ?? null;
}

/** Names between braces in a body that stand for nothing, each once. */
export function unknownVariables(body: string): string[] {
  const names = [...body.matchAll(/\{([^{}\n]{1,40})\}/g)].map((match) => match[1] ?? '');
  return [...new Set(names.filter((name) => variableNamed(name) === null && !addressWords.has(name)))];
}

const informal: Readonly<Record<string, string>> = {
  je: 'je',
  Je: 'Je',
  jou: 'jou',
  jouw: 'je',
  Jouw: 'Je',
  zich: 'je',
};
const formal: Readonly<Record<string, string>> = { je: 'u', Je: 'U', jou: 'u', jouw: 'uw', Jouw: 'Uw', zich: 'zich' };

const openNames: Record<'nl' | 'en', Record<TemplateVariable, string>> = {
  nl: {
    naam: 'naam',
    wens: 'wat de klant vraagt',
    wachttijd: 'wachttijd',
    reden: 'reden',
    deadline: 'dag en tijd',
    link: 'link',
    medewerker: 'je naam',
  },
  en: {
    naam: 'name',
    wens: 'what the customer asks',
    wachttijd: 'waiting time',
    reden: 'reason',
    deadline: 'day and time',
    link: 'link',
    medewerker: 'your name',
  },
};

/** What a template is filled from; null values stay open as a slot in square brackets. */
export type TemplateFacts = {
  readonly language: 'nl' | 'en';
  readonly formal: boolean;
  readonly values: Readonly<Partial<Record<TemplateVariable, string | null>>>;
};

/** Fills a template. What is not known stands in square brackets; words that stand for nothing are left as they are. */
export function fillReplyTemplate(body: string, { language, formal: isFormal, values }: TemplateFacts): string {
  const address = isFormal ? formal : informal;
  return body.replaceAll(/\{([^{}\n]{1,40})\}/g, (slot, name: string) => {
    const variable = variableNamed(name);
    if (variable === null) return address[name] ?? slot;
    const value = values[variable]?.replaceAll(/[[\]{}]/g, '').trim() ?? '';
    return value === '' ? `[${openNames[language][variable]}]` : value;
  });
}

/** Names of the open slots of a text, in order. */
export function openSlotNames(text: string): string[] {
  return [...text.matchAll(/\[([\p{L}\p{N} ,'’-]{2,60})\]/gu)].map((match) => match[1] ?? '');
}
