import type { Session } from '@event-sphere/contract/auth'
import type { Tx } from '@event-sphere/kit/database/database'
import { refuse } from '../call/refuse.ts'
import type { Visitor } from '../call/visitor.ts'
import type { Context } from '../context.ts'
import { hashSecret } from '../hash-secret.ts'
import { takeEmailLink } from './email-link-store.ts'
import { openSession } from './open-session.ts'
import { endSessionsOf } from './session-store.ts'
import { rememberSource } from './sign-in-source.ts'
import { endShadows, findUser, markEmailVerified, type UserRow } from './store.ts'
import { viewSession } from './view-session.ts'

/** The holder of the link controls the mailbox, and so owns everything bought with its address. */
export async function redeemEmailLink(ctx: Context, token: string, visitor: Visitor): Promise<Session> {
  const opened = await ctx.database.transaction(async (tx) => {
    const user = await proveMailbox(tx, hashSecret(token))
    if (!user) throw refuse('link_used')
    await ctx.jobs.enqueue(tx, 'purchases.claim', [{ userId: user.id, email: user.email }])
    await rememberSource(ctx, tx, user.id, visitor)
    return openSession(tx, user)
  })
  return viewSession(ctx, opened)
}

async function proveMailbox(tx: Tx, tokenHash: Buffer): Promise<UserRow | undefined> {
  const userId = await takeEmailLink(tx, tokenHash)
  if (!userId) return undefined
  // Until now anybody could have registered this address and waited for its owner to come.
  if (await markEmailVerified(tx, userId)) await endSessionsOf(tx, userId)
  const user = await findUser(tx, userId)
  if (!user?.isActive) return undefined
  await endShadows(tx, user.email)
  return user
}
