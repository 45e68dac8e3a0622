import { listPurchasePayments } from '@event-sphere/contract/payments'
import type { Site } from '../../../backend/site.ts'
import type { WirePurchase } from '../holdings.ts'
import { readStage } from './read-stage.ts'

/** Ids of the unpaid purchases whose prompt is open on a phone now. */
export async function findPrompted(site: Site, pending: WirePurchase[]): Promise<string[]> {
  const now = site.now().toISOString()
  const asked = pending.map(async ({ id }) => {
    const answer = await site.ticketing.call(listPurchasePayments, { params: { id } })
    // If the API does not answer, the payment page shows the state.
    const newest = answer.ok ? answer.reply.items[0] : undefined
    return newest && readStage(newest, now) === 'asking' ? [id] : []
  })
  return (await Promise.all(asked)).flat()
}
