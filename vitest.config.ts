import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // A forgotten `.only` would leave the rest out without a word.
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'rooms',
          // Files share a process, so that each does not load the whole house again; a test leaves nothing behind in it.
          isolate: false,
          maxWorkers: 2,
          include: [
            '{contract,api-client,kit,ticketing-api,site,gate,sandbox,tools,bench}/**/*.test.{ts,tsx}',
          ],
          exclude: ['**/node_modules/**', '**/build/**', '**/dist/**'],
          globalSetup: ['tools/test/setup/start-postgres.ts'],
          setupFiles: ['tools/test/setup/refuse-stray-lines.ts'],
          // The first test of a run also prepares the database that all others copy.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.ts'],
          globalSetup: ['journeys/street.ts'],
          fileParallelism: false,
          // A journey may stop the street and start it again, beside a busy neighbour.
          testTimeout: 240_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
