import type { Db } from 'mongodb';
import { expect } from 'vitest';
import { demoAccounts, demoPassword, demoSecrets, demoVerifyToken } from '#server/demo/demo-accounts.ts';
import { createLog, type Log } from '#server/log.ts';

/** A log of everything, kept to be searched once the tests of a file are through. */
export type WatchedLog = {
  readonly log: Log;
  /** Fails as `expectQuietLog` does. */
  expectQuiet(db: Db): Promise<void>;
};

/** Shorter ones may stand in a log by chance. */
const shortestWords = 12;
const shortestName = 8;
/** The beginning of a text gives it away as well as the whole. */
const enough = 60;

/** Makes a log that is searched for what must never stand in one. */
export function createWatchedLog(): WatchedLog {
  const lines: string[] = [];
  const log = createLog({ level: 'trace', destination: { write: (line: string) => lines.push(line) } });
  return { log, expectQuiet: (db) => expectQuietLog(lines.join(''), db) };
}

/** Fails when `logged` holds words of a message stored in `db`, a customer's name, a token or another secret. */
export async function expectQuietLog(logged: string, db: Db): Promise<void> {
  if (logged === '') return;
  const texts = await db.collection('messages').distinct('text');
  const names = await db.collection('contacts').distinct('displayName');
  const words = [
    ...texts.filter((text): text is string => typeof text === 'string' && text.length >= shortestWords),
    ...names.filter((name): name is string => typeof name === 'string' && name.length >= shortestName),
    ...[demoPassword, demoVerifyToken, ...Object.values(demoSecrets)],
    ...Object.values(demoAccounts).map(({ accessToken }) => accessToken),
  ];
  // A line is JSON: words stand in it as JSON writes them.
  const told = words.filter((word) => logged.includes(JSON.stringify(word.slice(0, enough)).slice(1, -1)));
  expect(told, 'the log of this file holds what must not stand there').toEqual([]);
}
