import type { Database } from '@event-sphere/kit/database/database'

/** What a process remembers about one database: made at first use, gone with it. */
export function onePerDatabase<T extends object>(make: () => T): (ctx: { database: Database }) => T {
  const made = new WeakMap<Database, T>()
  return ({ database }) => {
    const known = made.get(database) ?? make()
    made.set(database, known)
    return known
  }
}
