import { purchase } from '@event-sphere/contract/purchases'
import { z } from 'zod'
import { KeptReply } from '../http/route.ts'
import type { PlacedPurchase } from '../purchases/place-purchase.ts'
import { addDrawings } from '../tickets/add-drawings.ts'

/** The bytes of an answer. QR codes are drawn here, outside of every lock; the same token draws the same picture. */
export async function replyWith(placed: PlacedPurchase, isMinimal: boolean): Promise<KeptReply> {
  const shown = isMinimal ? placed.purchase : await addDrawings(placed.purchase)
  return new KeptReply(JSON.stringify(z.encode(purchase, shown)), placed.isReplay)
}
