import type { WebhookId } from '@event-sphere/contract/values/ids'
import type { changeWebhook as changeWebhookCall, Webhook } from '@event-sphere/contract/webhooks'
import type { Tx } from '@event-sphere/kit/database/database'
import type { z } from 'zod'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { disableWebhook } from './disable-webhook.ts'
import { refuseBadUrl } from './refuse-bad-url.ts'
import { refuseIfKnown } from './refuse-if-known.ts'
import { findRow, lockRow, markActive, updateWebhook } from './store.ts'
import { typesToKeep } from './types-to-keep.ts'
import { viewWebhook } from './view.ts'

type Change = z.output<NonNullable<typeof changeWebhookCall.body>>

export async function changeWebhook(
  ctx: Context,
  caller: Caller,
  id: WebhookId,
  change: Change,
): Promise<Webhook> {
  const organizationId = ownOrganization(caller)
  if (change.url !== undefined) refuseBadUrl(ctx, change.url)
  const row = await ctx.database
    .transaction(async (tx) => {
      if (!(await lockRow(tx, id, organizationId))) throw refuse('not_found')
      const { url, description, types } = change
      await updateWebhook(tx, id, { url, description, types: types && typesToKeep(types) })
      await moveTo(tx, id, change.status)
      return findRow(tx, id, organizationId)
    })
    .catch(refuseIfKnown)
  if (!row) throw refuse('not_found')
  return viewWebhook(row)
}

async function moveTo(tx: Tx, id: WebhookId, status: Change['status']): Promise<void> {
  if (status === 'active') await markActive(tx, id)
  if (status === 'disabled') await disableWebhook(tx, id, 'asked')
}
