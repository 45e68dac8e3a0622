import type { Webhook } from '@event-sphere/contract/webhooks'
import type { Caller } from '../call/caller.ts'
import type { Context } from '../context.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { listRows } from './store.ts'
import { viewWebhook } from './view.ts'

export async function listWebhooks(ctx: Context, caller: Caller): Promise<{ items: Webhook[]; next: null }> {
  const rows = await listRows(ctx.database.reader, ownOrganization(caller))
  return { items: rows.map(viewWebhook), next: null }
}
