import type { UserId } from '@event-sphere/contract/values/ids'
import type { Context } from '../context.ts'
import { keepLiveReads } from '../live-reads.ts'
import { onePerDatabase } from '../one-per-database.ts'
import { findOpenSession, type OpenSession } from './session-store.ts'

const sessions = onePerDatabase(({ endedAccess }: Pick<Context, 'database' | 'endedAccess'>) =>
  keepLiveReads<OpenSession>(endedAccess),
)

/** The session while it is open and its person active: what they may do is what they may do now. */
export async function findLiveSession(
  ctx: Context,
  { sessionId, userId }: { sessionId: string; userId: UserId },
): Promise<OpenSession | undefined> {
  const load = () => findOpenSession(ctx.database.reader, sessionId)
  const session = await sessions(ctx).read(`session ${sessionId}`, `user ${userId}`, load)
  const isTheirs = session?.user.id === userId && session.expiresAt > ctx.clock.now()
  return isTheirs ? session : undefined
}
