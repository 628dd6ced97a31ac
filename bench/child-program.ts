import { fork } from 'node:child_process';
import path from 'node:path';

/** Runs a program of this folder with `job` as its message and gives the message it answers; throws when it ends without one. */
export async function runChild<Result>(program: string, job: object): Promise<Result> {
  // The same loader as ours; a profile that is being taken is of this process only.
  const child = fork(path.join(import.meta.dirname, program), { execArgv: ['--import', 'tsx'] });
  const answered: Result[] = [];
  child.on('message', (message) => answered.push(message as Result));
  child.send(job);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const [result] = answered;
  if (result === undefined) throw new Error(`${program} ended with code ${String(code)} and no answer`);
  return result;
}
