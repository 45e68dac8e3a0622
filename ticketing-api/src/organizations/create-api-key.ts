import type { ApiKeyId, OrganizationId } from '@event-sphere/contract/values/ids'
import { newUuid, randomHex } from '@event-sphere/kit/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { hashSecret } from '../hash-secret.ts'
import { actsFor } from './own-organization.ts'
import { insertApiKey } from './store.ts'

/** The key itself is in this answer and nowhere else: we keep its hash. */
export async function createApiKey(
  ctx: Context,
  caller: Caller,
  organizationId: OrganizationId,
  { name, mode }: { name: string; mode: 'live' | 'test' },
) {
  if (!actsFor(caller, organizationId)) throw refuse('not_found')
  const id = newUuid() as ApiKeyId
  const key = `es_${mode}_${randomHex(32)}`
  const createdAt = await ctx.database.transaction((tx) =>
    insertApiKey(tx, { id, organizationId, name, mode, keyHash: hashSecret(key) }),
  )
  if (!createdAt) throw refuse('not_found')
  return { id, name, key, createdAt }
}
