import { purchase } from '@event-sphere/contract/purchases'
import { z } from 'zod'
import { KeptReply } from '../http/route.ts'
import { addDrawings } from '../tickets/add-drawings.ts'

/** Draws the QR codes of a kept answer, outside of every lock; the same token draws the same picture. */
export async function finishReply(reply: KeptReply, isMinimal: boolean): Promise<KeptReply> {
  if (isMinimal) return reply
  const drawn = await addDrawings(z.decode(purchase, JSON.parse(reply.body)))
  return new KeptReply(JSON.stringify(z.encode(purchase, drawn)), reply.isReplay)
}
