import { buffer } from 'node:stream/consumers';
import { systemClock } from '#server/clock.ts';

async function readStandardInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY) process.stderr.write('Reading the body from the terminal; end it with Ctrl-D.\n');
  return buffer(process.stdin);
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

async function runWords(args: readonly string[]): Promise<void> {
  const { channelRegistry } = await import('#server/channels/registry.ts');
  const { runCommand } = await import('./command-line.ts');
  const { exitCode, stdout, stderr } = await runCommand({
    args,
    channels: channelRegistry,
    now: systemClock.now(),
    readBody: readStandardInput,
  });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = exitCode;
}

const args = process.argv.slice(2);
if (args.length === 1 && args[0] === 'analyse') {
  // Apart and without the channels: these stream, and should start at once.
  const { analyseLines } = await import('./analyse-command.ts');
  await analyseLines(process.stdin, process.stdout);
} else if (args.length === 1 && args[0] === 'promises') {
  const { readPromiseLines } = await import('./read-promise-lines.ts');
  process.exitCode = await readPromiseLines(process.stdin, process.stdout);
} else if (args.length === 1 && args[0] === 'check') {
  const { runCheck } = await import('./check-command.ts');
  await runCheck(process.stdin, process.stdout);
} else {
  await runWords(args);
}
