import { hash } from 'node:crypto'
import type { UserId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import type { Visitor } from '../limits/visitor.ts'
import { hasKnownSource, insertKnownSources } from './store.ts'

/** Whether the owner of an account has signed in from this browser or network before. */
export async function isKnownSource(
  ctx: Context,
  userId: UserId | undefined,
  visitor: Visitor,
): Promise<boolean> {
  // Asked for unknown addresses too, so that they take as long.
  return hasKnownSource(ctx.database.reader, userId ?? nobody, hashesOf(visitor))
}

export async function rememberSource(ctx: Context, tx: Tx, userId: UserId, visitor: Visitor): Promise<void> {
  await insertKnownSources(tx, userId, hashesOf(visitor), ctx.clock.now())
}

const nobody = '00000000-0000-0000-0000-000000000000' as UserId

const hashesOf = ({ network, browser }: Visitor) =>
  [`network ${network}`, ...(browser ? [`browser ${browser}`] : [])].map((name) =>
    hash('sha256', name, 'buffer').subarray(0, 16),
  )
