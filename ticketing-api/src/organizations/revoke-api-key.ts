import type { ApiKeyId, OrganizationId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { actsFor } from './own-organization.ts'
import { markKeyRevoked } from './store.ts'

/** Every process hears of it with the commit; a key that is revoked already stays so. */
export async function revokeApiKey(
  ctx: Context,
  caller: Caller,
  { id, keyId }: { id: OrganizationId; keyId: ApiKeyId },
): Promise<undefined> {
  if (!actsFor(caller, id)) throw refuse('not_found')
  const isRevoked = await ctx.database.transaction((tx) => markKeyRevoked(tx, id, keyId))
  if (!isRevoked) throw refuse('not_found')
}
