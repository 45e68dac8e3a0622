import type { WebhookId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { deleteWebhookRow } from './store.ts'

export async function deleteWebhook(ctx: Context, caller: Caller, id: WebhookId): Promise<undefined> {
  const organizationId = ownOrganization(caller)
  const isGone = await ctx.database.transaction((tx) => deleteWebhookRow(tx, id, organizationId))
  if (!isGone) throw refuse('not_found')
}
