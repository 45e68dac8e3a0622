import type { Tx } from '@event-sphere/kit/database/database'
import { acrossOrganizations } from '../../call/scope.ts'
import type { Context } from '../../context.ts'
import { keepCallbacks, type NewCallback } from './store.ts'

/** Callbacks that are kept in one transaction, at the most. */
export const mostKeptTogether = 100

/**
 * Keeps callbacks that came at the same time, and leaves a job for each, in one transaction: Safaricom writes once, and a
 * thousand transactions at the same time would wait for a connection until they are given up.
 * @returns for each, whether it is kept
 */
export async function keepGroup(ctx: Context, callbacks: readonly NewCallback[]): Promise<boolean[]> {
  // Whose they are, their addresses say.
  return acrossOrganizations(() => ctx.database.transaction((tx) => keep(ctx, tx, callbacks)))
}

async function keep(ctx: Context, tx: Tx, callbacks: readonly NewCallback[]): Promise<boolean[]> {
  const kept = await keepCallbacks(tx, callbacks)
  const jobs = callbacks.flatMap(({ id }) => (kept.has(id) ? { callbackId: id } : []))
  await ctx.jobs.enqueue(tx, 'payments.judge-callback', jobs)
  return callbacks.map(({ id }) => kept.has(id))
}
