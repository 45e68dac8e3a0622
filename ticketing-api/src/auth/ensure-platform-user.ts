import type { UserId } from '@event-sphere/contract/values/ids'
import { newUuid } from '@event-sphere/kit/ids'
import type { Context } from '../context.ts'
import { hashPassword, matchesPassword } from './password-hash.ts'
import { endSessionsOf } from './session-store.ts'
import { findUserByEmail, insertUser, markPlatformUser } from './store.ts'

/**
 * The operator's account, with this password. True if something had to change; then sessions that were open
 * end, for they may be of somebody who took the address first.
 */
export async function ensurePlatformUser(
  { database }: Pick<Context, 'database'>,
  { email, password }: { email: string; password: string },
): Promise<boolean> {
  const known = await findUserByEmail(database.reader, email)
  const isTheirs = await matchesPassword(password, known?.passwordHash ?? null)
  if (known?.isPlatform && known.isActive && isTheirs) return false
  const passwordHash = await hashPassword(password)
  await database.transaction(async (tx) => {
    await insertUser(tx, { id: newUuid() as UserId, email, passwordHash })
    const user = await findUserByEmail(tx, email)
    if (!user) throw new Error('the platform user was not inserted')
    await endSessionsOf(tx, user.id)
    await markPlatformUser(tx, user.id, passwordHash)
  })
  return true
}
