import type { RawBuilder } from 'kysely'
import { inBatches } from '../in-batches.ts'
import { type Database, sql, type Tx } from './database.ts'

export interface OldRows {
  table: string
  /** On columns that an index leads with, and with every instant passed as a parameter: `clock.now()` never uses an index. */
  where: RawBuilder<unknown>
  batchSize?: number
  /** What is left after this time is for the next round. */
  withinMilliseconds?: number
}

/**
 * Deletes what has had its time, each batch in a short transaction of its own, so that no amount of it runs into a
 * deadline or holds up a sale. Several processes share the work.
 * @returns how many rows are gone
 */
export async function deleteInBatches(database: Database, old: OldRows): Promise<number> {
  const { batchSize = 1000, withinMilliseconds } = old
  let deleted = 0
  await inBatches(
    async () => {
      const batch = await database.transaction((tx) => deleteBatch(tx, old, batchSize))
      deleted += batch
      return batch === batchSize
    },
    { withinMilliseconds },
  )
  return deleted
}

async function deleteBatch(tx: Tx, { table, where }: OldRows, batchSize: number): Promise<number> {
  // A limit makes reading the whole table look cheap to the planner, and so does a plan that does not know the instant.
  await sql`set local enable_seqscan = off`.execute(tx)
  await sql`set local plan_cache_mode = force_custom_plan`.execute(tx)
  const { numAffectedRows = 0n } = await sql`
    delete from ${sql.table(table)} where ctid = any(array(
      select ctid from ${sql.table(table)} where ${where} limit ${batchSize} for update skip locked))`.execute(
    tx,
  )
  return Number(numAffectedRows)
}
