import { purchase } from '@event-sphere/contract/purchases'
import { z } from 'zod'
import { KeptReply } from '../call/route.ts'
import type { Context } from '../context.ts'
import { addDrawings } from '../tickets/add-drawings.ts'
import type { PlacedPurchase } from './place-purchase.ts'
import { type FirstPrompt, startFirstPrompt } from './start-first-prompt.ts'

/**
 * How a purchase ends, whatever it began with: the phone is asked where one is named, and the answer is bytes. QR codes are
 * drawn here, outside of every lock; the same token draws the same picture.
 */
export async function promptAndReply(
  ctx: Context,
  placed: PlacedPurchase,
  { isMinimal, ...prompt }: FirstPrompt & { isMinimal: boolean },
): Promise<KeptReply> {
  const asked = await startFirstPrompt(ctx, placed.purchase, prompt)
  const shown = isMinimal ? asked : await addDrawings(asked)
  return new KeptReply(JSON.stringify(z.encode(purchase, shown)), placed.isReplay)
}
