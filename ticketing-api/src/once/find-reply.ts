import type { Context } from '../context.ts'
import { KeptReply } from '../http/route.ts'
import { refuse } from '../refuse.ts'
import { findKeptReplies } from './kept-replies.ts'
import type { OnceKey } from './once-key.ts'

/** The answer already given under a key, if there is one. */
export async function findReply(ctx: Context, once: OnceKey): Promise<KeptReply | undefined> {
  const [kept] = await ctx.database.transaction((tx) => findKeptReplies(tx, [once]))
  if (!kept) return undefined
  if (!kept.fingerprint.equals(once.fingerprint)) throw refuse('idempotency_key_reused')
  return new KeptReply(kept.body, true)
}
