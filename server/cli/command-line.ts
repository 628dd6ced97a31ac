import { parseArgs } from 'node:util';
import { parseLosslessJson } from '#server/channels/body/lossless-json.ts';
import type { ChannelDefinition } from '#server/channels/channel.ts';
import { checkUsage } from './check-command.ts';

/** What a command is run on. */
export type CommandInput = {
  /** The words after the program's name. */
  readonly args: readonly string[];
  readonly channels: readonly ChannelDefinition[];
  /** The present, for events whose body has no time. */
  readonly now: Date;
  /** Reads standard input to its end, as raw bytes. */
  readBody(): Promise<Uint8Array>;
};

/** What a command says and ends with: 0 = done, 2 = wrong arguments or no JSON. Texts end in a line feed or are empty. */
export type CommandOutcome = { readonly exitCode: 0 | 2; readonly stdout: string; readonly stderr: string };

/** Why a command cannot be run; told to the operator with the usage. */
class UsageError extends Error {}

const options = { help: { type: 'boolean', short: 'h' }, secret: { type: 'string' } } as const;

/** Commands that read lines and take nothing else. */
const streaming: ReadonlySet<string> = new Set(['analyse', 'check', 'promises']);

/** Runs `parse` or `sign`; throws only when standard input cannot be read. */
export async function runCommand(input: CommandInput): Promise<CommandOutcome> {
  const usage = usageOf(input.channels);
  try {
    const { values, positionals } = readArguments(input.args);
    if (values.help === true) return said(usage);
    const [command, channelName, ...rest] = positionals;
    if (command !== undefined && streaming.has(command)) throw new UsageError(`"${command}" takes no arguments.`);
    if (command !== 'parse' && command !== 'sign') {
      throw new UsageError(command === undefined ? 'A command is missing.' : `There is no command "${command}".`);
    }
    const channel = findChannel(input.channels, channelName);
    if (rest.length > 0) throw new UsageError(`There is one argument too many: "${rest.join(' ')}".`);
    return command === 'parse' ? await parse(input, channel, values.secret) : await sign(input, channel, values.secret);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return refused(`${error.message}\n\n${usage}`);
  }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // Only the parser's own complaint is the operator's fault.
    if (error instanceof TypeError && 'code' in error) throw new UsageError(error.message);
    throw error;
  }
}

function findChannel(channels: readonly ChannelDefinition[], name: string | undefined): ChannelDefinition {
  const channel = channels.find((candidate) => candidate.name === name);
  if (channel) return channel;
  throw new UsageError(name === undefined ? 'A channel is missing.' : `There is no channel "${name}".`);
}

async function parse(
  input: CommandInput,
  channel: ChannelDefinition,
  secret: string | undefined,
): Promise<CommandOutcome> {
  if (secret !== undefined) throw new UsageError('--secret belongs to "sign".');
  const body = await input.readBody();
  if (!isJson(body)) {
    const what = body.length === 0 ? 'Standard input is empty' : 'Standard input is no JSON';
    return refused(`${what}: give a webhook body, as in: woordhouder parse ${channel.name} < body.json\n`);
  }
  const events = channel.parse(body, input.now);
  return said(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
}

/** A body nested too deeply for the product is JSON all the same, and is shown as the product takes it. */
function isJson(body: Uint8Array): boolean {
  if (parseLosslessJson(body).ok) return true;
  try {
    JSON.parse(new TextDecoder('utf-8').decode(body));
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

async function sign(
  input: CommandInput,
  channel: ChannelDefinition,
  secret: string | undefined,
): Promise<CommandOutcome> {
  if (secret === undefined || secret === '') throw new UsageError('"sign" needs the app secret: --secret S.');
  const headers = channel.sign(await input.readBody(), secret);
  return said(
    Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\n`)
      .join(''),
  );
}

function said(stdout: string): CommandOutcome {
  return { exitCode: 0, stdout, stderr: '' };
}

function refused(stderr: string): CommandOutcome {
  return { exitCode: 2, stdout: '', stderr };
}

function usageOf(channels: readonly ChannelDefinition[]): string {
  const names = channels.map((channel) => channel.name).join('|');
  return [
    'Usage:',
    `  npm run -s woordhouder -- parse ${names} < body.json`,
    '      prints the events in a webhook body, one JSON object a line; what is not known has kind "unknown"',
    `  npm run -s woordhouder -- sign ${names} --secret S < body.json`,
    '      prints the header with which the platform would sign exactly these bytes',
    '  npm run -s woordhouder -- analyse < texts.jsonl',
    '      reads lines {"text","lang"?,"channel"?} and prints the signs and the wish in each, a line a text (docs/cues.md)',
    '  npm run -s woordhouder -- rebuild-reports',
    '      counts the reports anew from everything stored; servers may be running',
    '  npm run -s woordhouder -- promises < lines.jsonl',
    '      reads lines {"text","at","zone"?,"lang"?,"hours"?} and prints the promises in each, a line a text (docs/promises.md)',
    checkUsage,
    '  --help  prints this',
    'Ends with 0, with 2 when standard input is no JSON or the arguments are wrong, with 3 when "promises" met a bad line.',
    '',
  ].join('\n');
}
