import { type Database, openDatabase } from '@event-sphere/kit/database/database'
import type { Scope } from '@event-sphere/kit/database/scope'
import { onTestFinished } from 'vitest'

/** Two connections of the test's own, until it ends; without a scope they act for nobody, as the product's do. */
export function openOwnDatabase(url: string, scope?: Scope): Database {
  const database = openDatabase({
    url,
    schema: 'ticketing',
    maxConnections: 2,
    ...(scope && { scope }),
    onFault: () => {},
  })
  onTestFinished(() => database.close())
  return database
}
