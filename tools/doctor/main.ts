import { join } from 'node:path'
import process from 'node:process'
import { openDatabase } from '@event-sphere/kit/database/database'
import { everything } from '../../ticketing-api/src/call/scope.ts'
import { findEmbeddedPostgres } from '../postgres/find-embedded-postgres.ts'
import { readStartConfig } from '../start/config.ts'
import { findAilments } from './find-ailments.ts'
import { findBrokenPromises } from './find-broken-promises.ts'

const root = join(import.meta.dirname, '../..')
const migrations = join(root, 'ticketing-api/src/migrations')
/** Reading a large event takes minutes, and only the operator waits for it. */
const statementSeconds = 600

/**
 * `npm run doctor`: prints one line for each broken invariant and each process that has stopped; exits with 1 if there
 * are any.
 */
async function main(): Promise<void> {
  const { config } = readStartConfig(root)
  const url = config.databaseUrl ?? (await findEmbeddedPostgres(join(config.dataDir, 'postgres')))
  if (!url) return tell(['no database: set DATABASE_URL, or start the street with npm start'])
  const onFault = (fault: Error) => tell([`database connection failed: ${fault.message}`])
  const database = openDatabase({ url, schema: 'ticketing', statementSeconds, scope: everything, onFault })
  try {
    tell([
      ...(await findBrokenPromises(database.reader)),
      ...(await findAilments(database.reader, migrations)),
    ])
  } catch (fault) {
    tell([`the database could not be read: ${fault instanceof Error ? fault.message : String(fault)}`])
  } finally {
    await database.close()
  }
  if (!process.exitCode) process.stdout.write('All invariants hold, and nothing has stopped.\n')
}

function tell(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`)
  if (lines.length > 0) process.exitCode = 1
}

await main()
