import type { Session } from '@event-sphere/contract/auth'
import type { Context } from '../context.ts'
import { refuse } from '../refuse.ts'
import { countTry, forgetTries } from './limits.ts'
import { openSession, viewSession } from './open-session.ts'
import { matchesPassword } from './password-hash.ts'
import { findUserByEmail } from './store.ts'

/** A wrong password, an account without one and an unknown address get the same answer after the same work. */
export async function login(
  ctx: Context,
  { email, password }: { email: string; password: string },
): Promise<Session> {
  await countTry(ctx, 'login', email)
  const user = await findUserByEmail(ctx.database.reader, email)
  const isTheirs = await matchesPassword(password, user?.passwordHash ?? null)
  if (!user?.isActive || !isTheirs) throw refuse('wrong_credentials')
  await forgetTries(ctx, 'login', email)
  const opened = await ctx.database.transaction((tx) => openSession(tx, user))
  return viewSession(ctx, opened)
}
