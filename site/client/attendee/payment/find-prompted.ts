import { listPurchasePayments } from '@event-sphere/contract/payments'
import type { Site } from '../../../backend/site.ts'
import type { WirePurchase } from '../holdings.ts'
import { readStage } from './read-stage.ts'

/** Of the purchases that wait for money, those whose phone is being asked for the PIN now. */
export async function findPrompted(site: Site, pending: WirePurchase[]): Promise<string[]> {
  const now = site.now().toISOString()
  const asked = pending.map(async ({ id }) => {
    const answer = await site.ticketing.call(listPurchasePayments, { params: { id } })
    // Where nobody can say, the page to pay on knows, or says that it does not.
    const newest = answer.ok ? answer.reply.items[0] : undefined
    return newest && readStage(newest, now) === 'asking' ? [id] : []
  })
  return (await Promise.all(asked)).flat()
}
