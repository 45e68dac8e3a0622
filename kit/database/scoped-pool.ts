import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { NamingClient } from './naming-client.ts'
import type { Scope } from './scope.ts'

/** The same connections, each of which is told who asks when it is lent out. */
export function scopedPool(pool: pg.Pool, scope: () => Scope): PostgresPool {
  return {
    options: pool.options,
    connect: async () => {
      // Read before the wait: who asks is known now.
      const asking = scope()
      const client = await pool.connect()
      const turned = client instanceof NamingClient ? client.turnTo(asking) : undefined
      return (turned ? heardAfter(client, turned) : client) as unknown as PostgresPoolClient
    },
    end: () => pool.end(),
  }
}

/** Nothing that is asked through it is believed unless the connection has turned to whoever asks. */
function heardAfter(client: pg.PoolClient, turned: Promise<unknown>) {
  // Whoever asks hears of the fault; if nobody does, it is not one that ends the process.
  turned.catch(() => undefined)
  return {
    query: async (text: string, values: unknown[]) => {
      const [, answer] = await Promise.all([turned, client.query(text, values)])
      return answer
    },
    release: (isSpoilt?: boolean) => client.release(isSpoilt),
  }
}
