import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'kysely'
import pg from 'pg'
import type { Tx } from './tx.ts'

/**
 * Who asks, as the database hears of it: settings by their names, such as `app.customer`, which the policies of row-level
 * security read. What a scope does not name is unset.
 */
export type Scope = Readonly<Record<string, string>>

const scopes = new AsyncLocalStorage<Scope>()

/** Runs the act as whoever these settings say: they go with all that it asks of a database, and with what it starts. */
export const inScope = <T>(scope: Scope, act: () => T): T => scopes.run(scope, act)

/** Undefined outside of every scope. */
export const currentScope = (): Scope | undefined => scopes.getStore()

/** The statements that turn a session from one scope to another. */
export function turnScope(from: Scope, to: Scope): string[] {
  if (from === to) return []
  const names = new Set([...Object.keys(from), ...Object.keys(to)])
  return [...names]
    .filter((name) => from[name] !== to[name])
    .map((name) => `set session ${settingName(name)} to ${settingValue(to[name])}`)
}

/** PostgreSQL takes any setting whose name has two parts. */
function settingName(name: string): string {
  if (/^[a-z_]+\.[a-z_]+$/.test(name)) return name
  throw new Error(`${name} is no name of a scope's setting`)
}

const settingValue = (value: string | undefined) =>
  value === undefined ? 'default' : pg.escapeLiteral(value)

/** Adds to the scope of a transaction that is under way, until the act is done; if the act fails, so must the transaction. */
export async function widenScope<T>(tx: Tx, scope: Scope, act: () => Promise<T>): Promise<T> {
  const before = await setLocally(tx, scope)
  const done = await act()
  await setLocally(tx, before)
  return done
}

/** What was set before. */
async function setLocally(tx: Tx, scope: Scope): Promise<Scope> {
  const { rows } = await sql<{ name: string; before: string }>`
    select name, coalesce(current_setting(name, true), '') as before, set_config(name, value, true)
    from unnest(${Object.keys(scope)}::text[], ${Object.values(scope)}::text[]) as said (name, value)`.execute(
    tx,
  )
  return Object.fromEntries(rows.map(({ name, before }) => [name, before]))
}
