import { placePurchase } from '@event-sphere/contract/purchases'
import { createTicketType } from '@event-sphere/contract/ticket-types'
import { purchaseId, ticketTypeId } from '@event-sphere/contract/values/ids'
import { decodeId } from '../scene/decode-id.ts'
import { post } from '../scene/post.ts'

export interface Stage {
  apiUrl: string
  key: string
  eventId: string
  ticketTypeId: string
}

/** Makes one purchase of each kind through the product: a completed one and one that awaits payment. */
export async function sellModels({ apiUrl, key, eventId, ticketTypeId: free }: Stage) {
  const type = { eventId, name: 'Dinner', code: 'DINNER', price: 1500, quantity: 1_000_000 }
  const { id: paid } = await post(apiUrl, createTicketType, { token: key, body: type })
  const buy = async (bought: string, totalAmount: number) => {
    const body = {
      eventId,
      items: [{ ticketTypeId: bought, quantity: 1 }],
      totalAmount,
      buyer: { email: `model-of-${totalAmount}@example.com`, firstName: 'Jepkoech', lastName: 'Rono' },
    }
    const { id } = await post(apiUrl, placePurchase, {
      token: key,
      body,
      headers: { 'idempotency-key': `model-of-a-${totalAmount}-shilling-purchase` },
    })
    return { purchaseId: decodeId(purchaseId, id), ticketTypeId: decodeId(ticketTypeId, bought) }
  }
  return { sold: await buy(free, 0), waiting: await buy(paid, 1500) }
}

export type Models = Awaited<ReturnType<typeof sellModels>>
