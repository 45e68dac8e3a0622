import type { SaleState } from '@event-sphere/contract/ticket-types'

export interface SaleFacts {
  saleStartsAt: Date | null
  saleEndsAt: Date | null
  /** What can be bought now. */
  remaining: number
  quantity: number
  now: Date
}

/** Where a ticket type stands between the opening of its sale and the end of it. */
export function saleStateOf({ saleStartsAt, saleEndsAt, remaining, quantity, now }: SaleFacts): SaleState {
  if (saleStartsAt && now < saleStartsAt) return 'not_started'
  if (saleEndsAt && now >= saleEndsAt) return 'ended'
  if (remaining <= 0) return 'sold_out'
  return remaining <= Math.max(10, quantity * 0.05) ? 'few_left' : 'on_sale'
}
