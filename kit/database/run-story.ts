import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely'
import type pg from 'pg'
import { NamingClient } from './naming-client.ts'
import { hidesAnotherFault } from './retry.ts'
import type { Scope } from './scope.ts'
import type { Tables, Tx } from './tx.ts'

export type Story<T> = (tx: Tx) => Promise<T>

/** One run of one story: its handle works until commit or rollback begins, and never afterwards. */
interface Run {
  isOver: boolean
  firstFault?: unknown
}

/**
 * Begins a story whose statements travel together: they are the same few each time, so each is planned once and by its
 * indexes, however new its tables were then.
 */
const forIndexes = ['set local enable_seqscan = off', 'set local plan_cache_mode = force_generic_plan']

export interface StoryOptions {
  /** Who asks; told together with `begin`. */
  scope: Scope
  /** Saves a trip: the first statements do not wait for the answer to begin. */
  sendsBeginAlong: boolean
}

/**
 * Runs a story in one transaction. Statements sent together travel together; the server runs them in that order, with
 * commit or rollback last, and a statement sent after those is refused.
 * @throws the first fault of a statement; the whole story is then rolled back
 */
export async function runStory<T>(
  pool: pg.Pool,
  story: Story<T>,
  { scope, sendsBeginAlong }: StoryOptions,
): Promise<T> {
  const client = await pool.connect()
  const run: Run = { isOver: false }
  try {
    // The session turns before `begin`: if only that fails, what was sent along is still asked by whoever asks.
    const turned = client instanceof NamingClient ? client.turnTo(scope) : undefined
    const began = client.query(['begin', ...(sendsBeginAlong ? forIndexes : [])].join('; '))
    const begun = Promise.all([turned, began])
    if (!sendsBeginAlong) await begun
    const [, result] = await Promise.all([begun, story(openHandle(client, run, begun))])
    run.isOver = true
    const { command } = await client.query('commit')
    // The server answers a commit after a failed statement with ROLLBACK, and calls that a success.
    if (command !== 'COMMIT') throw run.firstFault ?? new Error('the transaction was rolled back')
    client.release()
    return result
  } catch (fault) {
    run.isOver = true
    const isClean = await client.query('rollback').then(
      () => true,
      () => false,
    )
    client.release(!isClean)
    // Branches of a story learn of their faults in no fixed order, and all but one of them see only the consequences of
    // another's.
    throw hidesAnotherFault(fault) ? (run.firstFault ?? fault) : fault
  }
}

const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()
const driver = new DummyDriver()
const dialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createIntrospector: (database) => new PostgresIntrospector(database),
  createQueryCompiler: () => compiler,
}

/** Stores take a Kysely transaction; this one sends each statement at once while its run lasts. */
function openHandle(client: pg.PoolClient, run: Run, begun: Promise<unknown>): Tx {
  const connection = connectionOf(client, run, begun)
  const executor = new DefaultQueryExecutor(compiler, adapter, {
    provideConnection: (consumer) => consumer(connection),
  })
  return new Transaction<Tables>({ config: { dialect }, dialect, driver, executor })
}

/** No answer is believed unless the transaction has begun: outside of one, each statement would stand by itself. */
function connectionOf(client: pg.PoolClient, run: Run, begun: Promise<unknown>): DatabaseConnection {
  return {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
      if (run.isOver) throw new Error('statement sent after the end of its transaction')
      try {
        const { rows, rowCount } = await client.query(sql, [...parameters])
        await begun
        return { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) }
      } catch (fault) {
        run.firstFault ??= fault
        throw fault
      }
    },
    streamQuery: () => {
      throw new Error('transactions do not support streaming')
    },
  }
}
