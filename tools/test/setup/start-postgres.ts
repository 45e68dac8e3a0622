import process from 'node:process'
import type { TestProject } from 'vitest/node'
import { startTestPostgres } from '../../postgres/start-test-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The base URL of the run's databases; its role may create databases. */
    testDatabaseUrl: string
  }
}

/** One PostgreSQL for the whole run: `inject('testDatabaseUrl')`, or TEST_DATABASE_URL for processes that a test starts. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const yours = process.env.TEST_DATABASE_URL
  const superuserUrl = process.env.TEST_SUPERUSER_URL ?? ''
  const postgres = yours ? { url: yours, superuserUrl, stop: async () => {} } : await startTestPostgres()
  process.env.TEST_DATABASE_URL = postgres.url
  // For what is refused to a superuser; with a PostgreSQL of yours, yours to give.
  process.env.TEST_SUPERUSER_URL = postgres.superuserUrl
  project.provide('testDatabaseUrl', postgres.url)
  return postgres.stop
}
