import type { Database } from '@event-sphere/kit/database/database'

/** What a process remembers about one database: made at first use, gone with it. */
export function onePerDatabase<T extends object, Ctx extends { database: Database } = { database: Database }>(
  make: (ctx: Ctx) => T,
): (ctx: Ctx) => T {
  const made = new WeakMap<Database, T>()
  return (ctx) => {
    const known = made.get(ctx.database) ?? make(ctx)
    made.set(ctx.database, known)
    return known
  }
}
