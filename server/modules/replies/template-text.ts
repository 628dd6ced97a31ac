import type { ChannelTemplate, OutgoingTemplate, TemplateParameter } from '#server/channels/channel.ts';
import type { LocalText } from '#shared/local-text.ts';
import { fillTemplate } from '#shared/replies/fill-template.ts';

/** Values of a template's variables as an agent filled them in, by part and name. */
export type TemplateValues = readonly {
  readonly part: 'header' | 'body';
  readonly name: string;
  readonly text: string;
}[];

/** A template ready to be sent with the words the customer reads, or what is wrong with the values. */
export type FilledTemplate =
  { readonly outgoing: OutgoingTemplate; readonly text: string } | { readonly fault: LocalText };

const longestValue = 1024;

/** Fills a template in. Every variable needs a value on one line: the platform refuses line breaks, tabs and runs of spaces. */
export function filledTemplate(template: ChannelTemplate, values: TemplateValues): FilledTemplate {
  const valueOf = (part: 'header' | 'body', name: string): string =>
    (values.find((value) => value.part === part && value.name === name)?.text ?? '').replace(/\s+/gu, ' ').trim();
  const parameters = (part: 'header' | 'body', names: readonly string[]): TemplateParameter[] =>
    names.map((name) => ({ name: template.named ? name : null, text: valueOf(part, name) }));
  const header = parameters('header', template.headerVariables);
  const body = parameters('body', template.bodyVariables);
  if ([...header, ...body].some(({ text }) => text === '')) {
    return {
      fault: { nl: 'Vul alle open plekken van het sjabloon in.', en: "Fill in all of the template's open places." },
    };
  }
  if ([...header, ...body].some(({ text }) => text.length > longestValue)) {
    return { fault: { nl: 'Een ingevulde waarde is te lang.', en: 'A value that was filled in is too long.' } };
  }
  const parts = [
    fillTemplate(template.header ?? '', (name) => valueOf('header', name)),
    fillTemplate(template.body, (name) => valueOf('body', name)),
    template.footer ?? '',
  ];
  const { name, language } = template;
  return { outgoing: { name, language, header, body }, text: parts.filter((part) => part !== '').join('\n\n') };
}
