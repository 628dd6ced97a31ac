import type { ReplyTemplateDoc } from '#server/modules/templates/index.ts';
import { momentInWords } from '#shared/replies/moment-in-words.ts';
import { promisableAt, promisableFrom } from '#shared/replies/promise-checks.ts';
import { libraryReplies, writesFormally } from '#shared/replies/suggested-replies.ts';
import type { ReplySuggestion, ReplySuggestionContext } from '#shared/replies/suggested-replies.ts';
import { fillReplyTemplate, openSlotNames } from '#shared/replies/template-model.ts';
import type { TemplateIntent } from '#shared/replies/template-model.ts';
import { waitInWords } from '#shared/replies/wait-in-words.ts';
import type { DraftContext } from '#shared/replies/draft-check.ts';

/** A moment by which an answer can be promised, by calendar and adviser, in the customer's language; null when the calendar knows no opening. */
export function deadlineTextOf({ hours, now, language, advice }: DraftContext): string | null {
  const byCalendar = promisableAt(hours, now);
  const isHonest = !advice || (byCalendar !== null && byCalendar.getTime() >= advice.honestAt.getTime());
  const at = isHonest ? byCalendar : promisableFrom(hours, advice.honestAt);
  return at === null ? null : momentInWords(at, now, hours.timeZone)[language];
}

const kindOf: Readonly<Record<TemplateIntent, string>> = {
  answer: 'answer',
  refuse: 'decline',
  ask_details: 'ask_details',
  apologise: 'apologise',
  deadline: 'deadline',
  callback: 'call',
  hand_over: 'hand_over',
  thank: 'thanks',
  pass_on: 'pass_on',
  invite: 'invite',
  close: 'close',
};

function fits(template: ReplyTemplateDoc, { language, visibility }: DraftContext, formal: boolean): boolean {
  const form = template.form === 'any' || (template.form === 'formal') === formal;
  const place = template.visibility === null || template.visibility === (visibility ?? 'private');
  return template.state === 'approved' && template.language === language && place && (form || language === 'en');
}

function filledFrom(template: ReplyTemplateDoc, context: ReplySuggestionContext, formal: boolean): ReplySuggestion[] {
  const version = template.versions.find(({ number }) => number === template.approvedVersion);
  if (version === undefined) return [];
  const { language, customerName, wish, waitedMs, delayReason, deadlineText, agentName } = context;
  const values = {
    naam: formal ? customerName : (customerName?.trim().split(/\s+/)[0] ?? null),
    wens: wish?.text ?? null,
    wachttijd: waitInWords(waitedMs, language),
    reden: delayReason,
    deadline: deadlineText,
    medewerker: agentName,
  };
  const text = fillReplyTemplate(version.body, { language, formal, values });
  const title = { nl: template.name, en: template.name };
  const why = { nl: 'sjabloon van jullie merk', en: "your brand's template" };
  return [{ templateId: template._id, title, text, why, openSlots: openSlotNames(text) }];
}

/** Everything the picker offers: replies in the order in which they fit, the brand's own before the library's of the same kind. */
export function templateChoices(
  context: ReplySuggestionContext,
  templates: readonly ReplyTemplateDoc[],
): ReplySuggestion[] {
  const formal = context.language === 'nl' && writesFormally(context.customerTexts);
  const own = templates.filter((template) => fits(template, context, formal));
  const library = libraryReplies(context);
  const placed = new Set<string>();
  const choices = library.flatMap((reply) => {
    const kind = reply.templateId.split('.').at(-1);
    const before = own.filter(({ intent }) => kindOf[intent] === kind);
    for (const { _id } of before) placed.add(_id);
    return [...before.flatMap((template) => filledFrom(template, context, formal)), reply];
  });
  const rest = own.filter(({ _id }) => !placed.has(_id));
  return [...choices, ...rest.flatMap((template) => filledFrom(template, context, formal))];
}
