import { openDatabase } from '#server/db/embedded/open-database.ts';
import { embeddedExecutable, embeddedProgram } from '#server/db/embedded/database-program.ts';

/** A server that only opens the database of the folder it is given, for the tests of crashes and sharing. */
const [dataDir] = process.argv.slice(2);
const executable = embeddedExecutable();
if (dataDir === undefined || executable === null) throw new Error('Needs a data folder and the embedded database.');

const database = await openDatabase({ dataDir, log: () => undefined, program: embeddedProgram(executable) });

process.once('message', () => {
  void database.stop().then(() => process.exit(0));
});
process.send?.('ready');
