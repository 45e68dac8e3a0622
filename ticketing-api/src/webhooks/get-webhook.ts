import type { WebhookId } from '@event-sphere/contract/values/ids'
import type { Webhook } from '@event-sphere/contract/webhooks'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { findRow } from './store.ts'
import { viewWebhook } from './view.ts'

export async function getWebhook(ctx: Context, caller: Caller, id: WebhookId): Promise<Webhook> {
  const row = await findRow(ctx.database.reader, id, ownOrganization(caller))
  if (!row) throw refuse('not_found')
  return viewWebhook(row)
}
