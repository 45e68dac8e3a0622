import type { Context } from '../../context.ts'
import { keepLetters, type NewLetter } from './store.ts'

/** Letters that are kept in one transaction, at the most. */
export const mostKeptTogether = 100

/**
 * Keeps letters that came at the same time, and leaves a job for each, in one transaction: Safaricom writes once, and a
 * thousand transactions at the same time would wait for a connection until they are given up.
 * @returns for each, whether it is kept
 */
export async function keepGroup(ctx: Context, letters: readonly NewLetter[]): Promise<boolean[]> {
  return ctx.database.transaction(async (tx) => {
    const kept = await keepLetters(tx, letters)
    const jobs = letters.flatMap(({ id }) => (kept.has(id) ? { callbackId: id } : []))
    await ctx.jobs.enqueue(tx, 'payments.judge-callback', jobs)
    return letters.map(({ id }) => kept.has(id))
  })
}
