import type { Database, Tx } from '@event-sphere/kit/database/database'

/** Everything that the database refused inside a transaction from now on, by its code: also what a second try made good. */
export function faultsOf(database: Database): string[] {
  const faults: string[] = []
  const told =
    (run: Database['transaction']): Database['transaction'] =>
    (story) =>
      run(async (tx: Tx) => {
        try {
          return await story(tx)
        } catch (fault) {
          faults.push(String((fault as { code?: unknown }).code))
          throw fault
        }
      })
  database.transaction = told(database.transaction)
  database.pipeline = told(database.pipeline)
  return faults
}

/**
 * Deadlocks, serialization failures and waits that were given up, and what a statement hears that was sent along behind
 * one of them: whoever locks in one order meets none of these.
 */
export const crossings = (faults: readonly string[]) =>
  faults.filter((code) => ['40P01', '40001', '55P03', '25P02'].includes(code))
