import type { RawBuilder } from 'kysely'
import { inBatches } from '../in-batches.ts'
import { type Database, sql, type Tx } from './database.ts'

export interface OldRows {
  table: string
  /**
   * Must use the leading columns of an index and pass every instant as a parameter: `clock.now()` never uses an index.
   */
  where: RawBuilder<unknown>
  batchSize?: number
  /** Rows left after this time are deleted in the next round. */
  withinMilliseconds?: number
}

/**
 * Deletes expired rows. Each batch is a short transaction of its own, so a large backlog neither exceeds a deadline nor
 * delays a sale. Several processes can share the work.
 * @returns how many rows were deleted
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
  // With a limit, or without knowing the instant, the planner believes that a sequential scan is cheap.
  await sql`set local enable_seqscan = off`.execute(tx)
  await sql`set local plan_cache_mode = force_custom_plan`.execute(tx)
  const { numAffectedRows = 0n } = await sql`
    delete from ${sql.table(table)} where ctid = any(array(
      select ctid from ${sql.table(table)} where ${where} limit ${batchSize} for update skip locked))`.execute(
    tx,
  )
  return Number(numAffectedRows)
}
