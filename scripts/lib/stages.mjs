import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkout } from './checkout.mjs';
import { generate } from './generated.mjs';
import { Obstacle, explain, secondsSince } from './report.mjs';
import { runTool } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Tally
 * @typedef {{ name: string, work: () => Promise<Tally | void>, needs?: string[] }} Stage work throws when it failed
 */

/** Runs a tool as a stage. @param {string} packageName @param {string} name @param {string[]} args @param {NodeJS.ProcessEnv} [changes] */
export async function toolStage(packageName, name, args, changes) {
  const code = await runTool(packageName, name, args, changes);
  if (code !== 0) throw new Obstacle(`${name} failed (exit code ${code}).`, 'mend what is named above.');
}

/** The checks that run nothing of the product, in order. @type {Stage[]} */
export const staticStages = [
  { name: 'GraphQL code generation and schema drift', work: checkSchema },
  {
    name: 'types (tsc)',
    work: () => toolStage('typescript', 'tsc', ['--noEmit']),
    needs: ['GraphQL code generation and schema drift'],
  },
  { name: 'lint (eslint)', work: () => toolStage('eslint', 'eslint', ['.', '--max-warnings', '0']) },
  { name: 'format (prettier)', work: () => toolStage('prettier', 'prettier', ['--check', '--log-level', 'warn', '.']) },
  {
    name: 'import rules (dependency-cruiser)',
    work: () =>
      toolStage('dependency-cruiser', 'depcruise', [
        '--config',
        '.dependency-cruiser.cjs',
        'server',
        'client',
        'shared',
        'test',
        'bench',
      ]),
  },
  { name: 'unused code (knip)', work: () => toolStage('knip', 'knip', []) },
];

async function checkSchema() {
  const file = path.join(checkout, 'shared/schema.graphql');
  const before = readIfPresent(file);
  await generate();
  if (before !== readIfPresent(file)) {
    throw new SchemaDrift();
  }
}

/** The types were generated all the same, so the later stages can run. */
class SchemaDrift extends Obstacle {
  constructor() {
    super(
      'shared/schema.graphql was not what the modules’ SDL makes; it has been written anew.',
      'look through the change of the API and commit the file.',
    );
  }
}

function readIfPresent(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Runs the stages in order; one that fails stops only those that need it. A stage counts as one test unless it gives its own
 * tally. Prints a table and, as the very last line, the totals; answers the exit code. @param {Stage[]} stages
 */
export async function runStages(stages) {
  const total = { passed: 0, failed: 0 };
  const broken = new Set();
  const table = [];
  for (const { name, work, needs = [] } of stages) {
    const startedAt = performance.now();
    console.log(`\n== ${name}`);
    const missing = needs.find((need) => broken.has(need));
    const tally = missing === undefined ? await tallyOf(name, work, broken) : cannotRun(name, missing, broken);
    total.passed += tally.passed;
    total.failed += tally.failed;
    const line = `${tally.failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${tally.passed} passed, ${tally.failed} failed, ${secondsSince(startedAt)}`;
    table.push(line);
    console.log(line);
  }
  console.log(`\n== summary\n${table.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

async function tallyOf(name, work, broken) {
  try {
    return (await work()) ?? { passed: 1, failed: 0 };
  } catch (error) {
    explain(error);
    if (!(error instanceof SchemaDrift)) broken.add(name);
    return { passed: 0, failed: 1 };
  }
}

function cannotRun(name, missing, broken) {
  console.log(`Cannot run: "${missing}" failed.`);
  broken.add(name);
  return { passed: 0, failed: 1 };
}
