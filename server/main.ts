import { fileURLToPath } from 'node:url';
import { ConfigError, readConfig, type Config } from '#server/config.ts';
import { createLog } from '#server/log.ts';
import { startServer } from './start-server.ts';

const clientDir = fileURLToPath(new URL('../dist/client', import.meta.url));

/** Starts the server by the environment and stops it cleanly on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = configOrExit();
  const log = createLog({ level: config.logLevel });
  const print = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  const server = await startServer({ config, log, clientDir, print });
  const stop = (): void => {
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
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
  process.stderr.write(
    `Woordhouder could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
