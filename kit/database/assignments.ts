import { type RawBuilder, sql } from 'kysely'

/**
 * What an UPDATE sets: each column whose value is not undefined; null is a value. Undefined where there is nothing to set.
 * The columns are named by us, never by a caller.
 */
export function assignments(values: Record<string, unknown>): RawBuilder<unknown> | undefined {
  const named = Object.entries(values).filter(([, value]) => value !== undefined)
  if (named.length === 0) return undefined
  return sql.join(named.map(([column, value]) => sql`${sql.ref(column)} = ${value}`))
}
