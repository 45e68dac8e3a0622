import type { Session } from '@event-sphere/contract/auth'
import type { Tx } from '@event-sphere/kit/database/database'
import { randomHex } from '@event-sphere/kit/ids'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { hashSecret } from '../hash-secret.ts'
import type { OpenedSession } from './open-session.ts'
import { idleDays } from './rules.ts'
import { endSession, insertRefreshToken, lockSession, markTokenUsed } from './session-store.ts'
import { findUser } from './store.ts'
import { viewSession } from './view-session.ts'

/** Each token works once. One that comes twice was stolen from somebody, and nobody can tell from whom: the session ends. */
export async function refresh(ctx: Context, token: string): Promise<Session> {
  const rotated = await ctx.database.transaction((tx) => rotate(tx, hashSecret(token)))
  if (!rotated) throw refuse('unauthenticated')
  return viewSession(ctx, rotated)
}

/** Answers undefined instead of throwing, so that the end of a stolen session is committed. */
async function rotate(tx: Tx, tokenHash: Buffer): Promise<OpenedSession | undefined> {
  const session = await lockSession(tx, tokenHash, idleDays)
  if (!session?.isOpen) return undefined
  const isFirstUse = await markTokenUsed(tx, tokenHash)
  const user = await findUser(tx, session.userId)
  if (!isFirstUse || !user?.isActive) {
    await endSession(tx, session.id)
    return undefined
  }
  const refreshToken = randomHex(32)
  await insertRefreshToken(tx, session.id, hashSecret(refreshToken))
  return { id: session.id, user, refreshToken }
}
