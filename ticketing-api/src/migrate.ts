import { fileURLToPath } from 'node:url'
import { migrateSchema } from '@event-sphere/kit/database/migrate'
import { refuseBypass } from '@event-sphere/kit/database/refuse-bypass'
import { runTask } from '@event-sphere/kit/run-task'
import { everything } from './call/scope.ts'
import { readTicketingConfig } from './config.ts'

/** Brings the Ticketing API's schema up to date. */
export async function migrateTicketing(databaseUrl: string): Promise<void> {
  await refuseBypass(databaseUrl)
  const folder = fileURLToPath(new URL('./migrations', import.meta.url))
  await migrateSchema({ url: databaseUrl, schema: 'ticketing', folder, scope: everything })
}

if (import.meta.main)
  await runTask('migrate', () => migrateTicketing(readTicketingConfig(process.env).databaseUrl))
