import { fileURLToPath } from 'node:url';
import { ConfigError, readConfig, type Config } from '#server/config.ts';
import { createLog } from '#server/log.ts';
import { runBackupCommand } from './backup/backup-command.ts';
import { BackupError } from './backup/manifest.ts';
import { rebuildReports } from './rebuild-reports.ts';
import { startFaultCode, startFaultOf } from './start-fault.ts';
import { startServer, type StartedServer } from './start-server.ts';

const clientDir = fileURLToPath(new URL('../dist/client', import.meta.url));

/** Starts the server by the environment and stops it cleanly on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = configOrExit();
  const [verb, target] = process.argv.slice(2);
  if (verb === 'backup' || verb === 'restore') await runBackupCommand(verb, target, { config, print });
  else if (verb === 'rebuild-reports') await rebuildReports({ config, print });
  else await serve(config);
}

async function serve(config: Config): Promise<void> {
  const log = createLog({ level: config.logLevel });
  // Somebody who closes the terminal's pipe wants no more lines, not a dead server.
  process.stdout.on('error', () => undefined);
  const starting = new AbortController();
  let server: StartedServer | null = null;
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    // A second SIGTERM is a supervisor's habit, a second Ctrl-C a person's wish.
    if (stopping && signal === 'SIGINT') process.exit(130);
    if (stopping) return;
    stopping = true;
    starting.abort(new Error('told to stop while starting'));
    server?.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  try {
    server = await startServer({ config, log, clientDir, print, stopEarly: starting.signal });
  } catch (error) {
    if (starting.signal.aborted) process.exit(0);
    const fault = startFaultOf(error, config.dataDir);
    if (fault === null) throw error;
    process.stderr.write(`Woordhouder could not start: ${fault.message}\n`);
    process.exit(startFaultCode);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

main().catch((error: unknown) => {
  if (error instanceof BackupError) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  process.stderr.write(
    `Woordhouder could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
