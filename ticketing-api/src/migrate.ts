import { fileURLToPath } from 'node:url'
import { migrateSchema } from '@event-sphere/kit/database/migrate'
import { runTask } from '@event-sphere/kit/run-task'
import { readTicketingConfig } from './config.ts'

/** Brings the Ticketing API's schema up to date. */
export async function migrateTicketing(databaseUrl: string): Promise<void> {
  const folder = fileURLToPath(new URL('./migrations', import.meta.url))
  await migrateSchema({ url: databaseUrl, schema: 'ticketing', folder })
}

if (import.meta.main)
  await runTask('migrate', () => migrateTicketing(readTicketingConfig(process.env).databaseUrl))
