import { buffer } from 'node:stream/consumers';
import { channelRegistry } from '#server/channels/registry.ts';
import { systemClock } from '#server/clock.ts';
import { runCommand } from './command-line.ts';

async function readStandardInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY) process.stderr.write('Reading the body from the terminal; end it with Ctrl-D.\n');
  return buffer(process.stdin);
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const { exitCode, stdout, stderr } = await runCommand({
  args: process.argv.slice(2),
  channels: channelRegistry,
  now: systemClock.now(),
  readBody: readStandardInput,
});
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;
