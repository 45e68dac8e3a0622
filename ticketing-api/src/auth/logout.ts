import type { Context } from '../context.ts'
import { hashSecret } from '../hash-secret.ts'
import { idleDays } from './rules.ts'
import { endSession, lockSession } from './session-store.ts'

/** Any refresh token of the session ends it, even a used one; an unknown token ends nothing. */
export async function logout(ctx: Context, token: string): Promise<undefined> {
  await ctx.database.transaction(async (tx) => {
    const session = await lockSession(tx, hashSecret(token), idleDays)
    if (session) await endSession(tx, session.id)
  })
}
