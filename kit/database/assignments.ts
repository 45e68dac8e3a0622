import { type RawBuilder, sql } from 'kysely'

/**
 * The SET list of an UPDATE: every column whose value is not undefined; null is a value. Undefined if nothing is to be
 * set. Column names come from our code, never from a caller.
 */
export function assignments(values: Record<string, unknown>): RawBuilder<unknown> | undefined {
  const named = Object.entries(values).filter(([, value]) => value !== undefined)
  if (named.length === 0) return undefined
  return sql.join(named.map(([column, value]) => sql`${sql.ref(column)} = ${value}`))
}
