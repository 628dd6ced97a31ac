import { parseArgs } from 'node:util';

import { belowFloor } from './evaluation.ts';
import { evaluations } from './evaluations.ts';

const { values, positionals } = parseArgs({
  options: { verbose: { type: 'boolean', short: 'v', default: false } },
  allowPositionals: true,
});

const chosen = evaluations.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
if (chosen.length === 0) {
  process.stderr.write(`No such evaluation; there are: ${evaluations.map(({ name }) => name).join(', ')}\n`);
  process.exitCode = 2;
}
for (const evaluation of chosen) {
  const { figures, misses } = evaluation.run();
  if (values.verbose) for (const miss of misses) process.stdout.write(`${miss}\n`);
  for (const { name, value } of figures) process.stdout.write(`${name} ${value.toFixed(4)}\n`);
  for (const { name, value, floor } of belowFloor(figures)) {
    process.stderr.write(`${name} is ${value.toFixed(4)}, below its floor of ${String(floor)}\n`);
    process.exitCode = 1;
  }
}
