import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// Vite would take graphql's ESM build for our sources and Node its CommonJS build for the libraries: two realms in one process.
const oneGraphql = [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }];

const databaseSetup = ['test/support/global-setup.ts'];

export default defineConfig({
  test: {
    // Two workers: the smallest machine we promise to run on has two cores.
    pool: 'forks',
    maxWorkers: 2,
    // Generous: on a loaded machine a slow test is no broken one.
    testTimeout: 45_000,
    hookTimeout: 120_000,
    passWithNoTests: true,
    allowOnly: false,
    restoreMocks: true,
    projects: [
      { extends: true, test: { name: 'unit', environment: 'node', include: ['test/unit/**/*.test.ts'] } },
      {
        extends: true,
        resolve: { alias: oneGraphql },
        test: {
          name: 'server',
          environment: 'node',
          include: ['test/server/**/*.test.ts'],
          globalSetup: databaseSetup,
          testTimeout: 90_000,
        },
      },
      { extends: true, test: { name: 'contracts', environment: 'node', include: ['test/contracts/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'client',
          environment: 'jsdom',
          include: ['test/client/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/client-setup.ts'],
        },
      },
    ],
  },
});
