import type { ChannelTemplate, SenderAccount, SenderDependencies } from '#server/channels/channel.ts';
import { ChannelError } from '#server/channels/errors.ts';
import { field, list, text } from '#server/channels/body/fields.ts';
import { readGraph } from '#server/channels/meta/graph-call.ts';
import type { WhatsAppCredentials } from './credentials.ts';
import { whatsAppErrors } from './send-errors.data.ts';

const fields = ['name', 'status', 'language', 'category', 'parameter_format', 'components'];
/** More templates than a person can choose from; the platform allows 250 unless the business is verified. */
const mostTemplates = 250;

/** Names of the variables in a text in order of first appearance: digits or words in double braces. */
function variablesIn(words: string | null): string[] {
  const found = [...(words ?? '').matchAll(/\{\{\s*([0-9]{1,2}|[a-z][a-z0-9_]{0,59})\s*\}\}/gu)];
  return [...new Set(found.map((match) => match[1] ?? ''))];
}

function obstacleOf(status: string, header: unknown, components: readonly unknown[]): ChannelTemplate['obstacle'] {
  if (status !== 'APPROVED') return 'notApproved';
  const format = text(field(header, 'format')) ?? 'TEXT';
  if (format !== 'TEXT') return 'mediaHeader';
  const buttons = components.flatMap((each) => list(field(each, 'buttons')) ?? []);
  const isOpen = buttons.some((button) => (text(field(button, 'url')) ?? '').includes('{{'));
  return isOpen ? 'buttonVariable' : null;
}

function readTemplate(raw: unknown): ChannelTemplate[] {
  const [name, language] = [text(field(raw, 'name')), text(field(raw, 'language'))];
  const components = list(field(raw, 'components')) ?? [];
  const part = (type: string): unknown => components.find((each) => field(each, 'type') === type);
  const body = text(field(part('BODY'), 'text'));
  if (name === null || language === null || body === null) return [];
  const status = text(field(raw, 'status')) ?? 'UNKNOWN';
  const header = text(field(part('HEADER'), 'text'));
  const [headerVariables, bodyVariables] = [variablesIn(header), variablesIn(body)];
  const named = [...headerVariables, ...bodyVariables].some((variable) => !/^\d+$/u.test(variable));
  return [
    {
      name,
      language,
      category: text(field(raw, 'category')) ?? 'UTILITY',
      status,
      header,
      body,
      footer: text(field(part('FOOTER'), 'text')),
      named,
      headerVariables,
      bodyVariables: named ? bodyVariables : bodyVariables.sort((a, b) => Number(a) - Number(b)),
      obstacle: obstacleOf(status, part('HEADER'), components),
    },
  ];
}

/** Asks for the templates of the number's business account. A template that cannot be read is left out. */
export async function readTemplates(
  dependencies: SenderDependencies,
  account: SenderAccount<WhatsAppCredentials>,
  signal: AbortSignal,
): Promise<ChannelTemplate[]> {
  const { businessAccountId } = account.credentials;
  if (businessAccountId === undefined) {
    throw new ChannelError('rejected', 'noBusinessAccount', 'the id of the business account is not known', {
      meaning: 'accountSetup',
    });
  }
  const read = { path: [businessAccountId, 'message_templates'], fields, errors: whatsAppErrors };
  const query = { limit: String(mostTemplates) };
  const json = await readGraph(dependencies, account, { ...read, query }, signal);
  return (list(field(json, 'data')) ?? []).slice(0, mostTemplates).flatMap(readTemplate);
}
