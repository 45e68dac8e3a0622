import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../../context.ts'
import type { CallbackVerdict, KeptCallback } from './store.ts'

/** Judges the callbacks of one kind of address. */
export interface CallbackJudge {
  /**
   * Judges callbacks that the caller has locked, all in this transaction.
   * @returns the ids of those that have to wait for the next group
   */
  judge(ctx: Context, tx: Tx, callbacks: readonly KeptCallback[]): Promise<string[]>
  /** The verdict on a callback that ran into a constraint, by the constraint's name; any other fault is tried again. */
  walls: Readonly<Record<string, CallbackVerdict>>
  /** Writes such a verdict down, after the transaction that failed. */
  turnDown(ctx: Context, tx: Tx, callback: KeptCallback, because: CallbackVerdict): Promise<void>
}
