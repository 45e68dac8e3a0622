import type { WebhookId } from '@event-sphere/contract/values/ids'
import { readNow } from '@event-sphere/kit/clock'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { makeSecret, readSecret, writeSecret } from './secret.ts'
import { endSecrets, insertSecret, listSecrets } from './secret-store.ts'
import { lockRow } from './store.ts'

const bothSignMilliseconds = 24 * 3_600_000

/** The new secret signs from now on, the old one beside it for a day. A secret that signs already stays as it is. */
export async function rotateSecret(
  ctx: Context,
  caller: Caller,
  webhookId: WebhookId,
  brought: string | undefined,
): Promise<{ secret: string; previousUntil: Date | null }> {
  const organizationId = ownOrganization(caller)
  return ctx.database.transaction(async (tx) => {
    if (!(await lockRow(tx, webhookId, organizationId))) throw refuse('not_found')
    const now = await readNow(tx)
    const [current, previous] = await listSecrets(tx, webhookId, now)
    const secret = brought ? readSecret(brought) : makeSecret()
    const text = writeSecret(secret)
    if (current?.secret.equals(secret)) return { secret: text, previousUntil: previous?.endsAt ?? null }
    const previousUntil = new Date(now.getTime() + bothSignMilliseconds)
    await endSecrets(tx, webhookId, previousUntil)
    await insertSecret(tx, { organizationId, webhookId, secret })
    return { secret: text, previousUntil }
  })
}
