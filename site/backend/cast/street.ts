import { createTestDatabase } from '@event-sphere/kit/testing/test-database'
import { inject, onTestFinished } from 'vitest'
import { type RunningSite, startSite } from '../app.ts'
import type { SiteConfig } from '../config.ts'
import type { World } from './answers.ts'
import { type PretendApi, startPretendApi } from './pretend-api.ts'
import { organizationId } from './world.ts'

export const organizationToken = 'es_test_of_the_organization'

export interface Street {
  site: RunningSite
  api: PretendApi
  /** Starts another process of the same site. */
  startAnother(): Promise<RunningSite>
}

/** The built site with a pretended Ticketing API and its own database, until the test ends. */
export async function openStreet(
  change: Partial<World> = {},
  settings: Partial<SiteConfig> = {},
): Promise<Street> {
  const database = await aDatabase()
  const api = await startPretendApi(change)
  const start = async () => {
    const site = await startSite({
      databaseUrl: database,
      port: 0,
      logLevel: 'silent',
      ticketing: { baseUrl: api.url, token: organizationToken, organizationId },
      ...settings,
    })
    onTestFinished(site.close)
    return site
  }
  onTestFinished(api.close)
  return { site: await start(), api, startAnother: start }
}

export async function aDatabase(): Promise<string> {
  const database = await createTestDatabase(inject('testDatabaseUrl'), {
    name: 'site_empty',
    prepare: async () => {},
  })
  onTestFinished(database.drop)
  return database.url
}
