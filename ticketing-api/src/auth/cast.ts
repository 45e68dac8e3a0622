import type { Context } from '../context.ts'
import { openSession } from './open-session.ts'
import { findUserByEmail } from './store.ts'
import { viewSession } from './view-session.ts'

/** An access token of somebody who has an account, in a session of its own, without the cost of a password. */
export async function signInSilently(ctx: Context, email: string): Promise<string> {
  const user = await findUserByEmail(ctx.database.reader, email)
  if (!user) throw new Error(`${email} has no account`)
  const opened = await ctx.database.transaction((tx) => openSession(tx, user))
  return (await viewSession(ctx, opened)).access_token
}
