import type { WebhookId } from '@event-sphere/contract/values/ids'
import type { createWebhook as createWebhookCall } from '@event-sphere/contract/webhooks'
import { mostWebhooks, type Webhook } from '@event-sphere/contract/webhooks'
import { newUuid } from '@event-sphere/kit/ids'
import type { z } from 'zod'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { refuseBadUrl } from './refuse-bad-url.ts'
import { refuseIfKnown } from './refuse-if-known.ts'
import { makeSecret, readSecret, writeSecret } from './secret.ts'
import { insertSecret } from './secret-store.ts'
import { insertWebhook, lockAndCount } from './store.ts'
import { typesToKeep } from './types-to-keep.ts'
import { viewWebhook } from './view.ts'

type Wanted = z.output<NonNullable<typeof createWebhookCall.body>>

/** The secret is in this answer and in no other. */
export async function createWebhook(
  ctx: Context,
  caller: Caller,
  { url, description, types, secret: brought }: Wanted,
): Promise<Webhook & { secret: string }> {
  const organizationId = ownOrganization(caller)
  refuseBadUrl(ctx, url)
  const id = newUuid() as WebhookId
  const secret = brought ? readSecret(brought) : makeSecret()
  const row = await ctx.database
    .transaction(async (tx) => {
      if ((await lockAndCount(tx, organizationId)) >= mostWebhooks) throw refuse('too_many_webhooks')
      const kept = { id, organizationId, url, description: description ?? null, types: typesToKeep(types) }
      const inserted = await insertWebhook(tx, kept)
      await insertSecret(tx, { organizationId, webhookId: id, secret })
      return inserted
    })
    .catch(refuseIfKnown)
  return { ...viewWebhook(row), secret: writeSecret(secret) }
}
