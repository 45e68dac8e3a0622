import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Tables, Tx } from './database.ts'

/**
 * Runs a story in one transaction whose statements do not wait for each other: those that are asked for together
 * travel together, and the server works them off in that order. A story that needs an answer awaits it.
 * @throws whatever a statement threw; then nothing of it has happened.
 */
export async function runPipelined<T>(pool: pg.Pool, story: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const [, result] = await Promise.all([client.query('begin'), story(transactionOn(client))])
    const { command } = await client.query('commit')
    // The server answers a commit after a failed statement with ROLLBACK, and calls that a success.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back.')
    client.release()
    return result
  } catch (fault) {
    const isClean = await client.query('rollback').then(
      () => true,
      () => false,
    )
    client.release(!isClean)
    throw fault
  }
}

const transactions = new WeakMap<pg.PoolClient, Tx>()

/** Stores take a transaction of Kysely's; this one sends what it is given at once. */
function transactionOn(client: pg.PoolClient): Tx {
  const known = transactions.get(client)
  if (known) return known
  const kysely = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOn(client),
      createIntrospector: (database) => new PostgresIntrospector(database),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  // Begin and commit are sent around it, so that it is one.
  const made = kysely as unknown as Tx
  transactions.set(client, made)
  return made
}

function driverOn(client: pg.PoolClient): Driver {
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
      const { rows, rowCount } = await client.query(sql, [...parameters])
      return { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) }
    },
    streamQuery: () => {
      throw new Error('A pipeline does not stream.')
    },
  }
  const nothing = async () => {}
  return {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: nothing,
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    releaseConnection: nothing,
    destroy: nothing,
  }
}
