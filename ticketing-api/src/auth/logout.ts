import type { Context } from '../context.ts'
import { hashSecret } from '../hash-secret.ts'
import { idleDays } from './rules.ts'
import { endSession, lockSession } from './session-store.ts'

/** Whoever holds a refresh token of the session may end it, a used one too; an unknown token ends nothing. */
export async function logout(ctx: Context, token: string): Promise<undefined> {
  await ctx.database.transaction(async (tx) => {
    const session = await lockSession(tx, hashSecret(token), idleDays)
    if (session) await endSession(tx, session.id)
  })
}
