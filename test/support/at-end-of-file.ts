import { afterAll } from 'vitest';

type Task = () => Promise<void>;

const tasks: Task[] = [];

// A hook that is registered while tests run is never called: the importing file gets this one by the import.
afterAll(async () => {
  const failures: unknown[] = [];
  for (const task of tasks.splice(0).reverse()) await task().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures);
});

/** Runs `task` after all tests of the file, what was asked for last first; may be called anywhere in a file. */
export function atEndOfFile(task: Task): void {
  tasks.push(task);
}
