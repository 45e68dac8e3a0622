import { createTestDatabase } from '@event-sphere/kit/testing/test-database'
import { inject, onTestFinished } from 'vitest'
import { type RunningSite, startSite } from '../app.ts'
import type { World } from './answers.ts'
import { type PretendApi, startPretendApi } from './pretend-api.ts'
import { organizationId } from './world.ts'

/** The built site before a pretended Ticketing API, with a database of its own; gone when the test ends. */
export async function openStreet(
  change: Partial<World> = {},
): Promise<{ site: RunningSite; api: PretendApi }> {
  const database = await aDatabase()
  const api = await startPretendApi(change)
  const site = await startSite({
    databaseUrl: database,
    port: 0,
    logLevel: 'silent',
    ticketing: { baseUrl: api.url, token: 'es_test_of_the_organization', organizationId },
  })
  onTestFinished(async () => {
    await site.close()
    await api.close()
  })
  return { site, api }
}

export async function aDatabase(): Promise<string> {
  const database = await createTestDatabase(inject('testDatabaseUrl'), {
    name: 'site_empty',
    prepare: async () => {},
  })
  onTestFinished(database.drop)
  return database.url
}
