/** Where an instant lies: before the sale, in it, after it. An end that is not set never comes. */
export type SaleSide = 'not_started' | 'open' | 'ended'

export interface SaleWindow {
  saleStartsAt: Date | null
  saleEndsAt: Date | null
}

export function saleSideOf({ saleStartsAt, saleEndsAt }: SaleWindow, now: Date): SaleSide {
  if (saleStartsAt && now < saleStartsAt) return 'not_started'
  return saleEndsAt && now > saleEndsAt ? 'ended' : 'open'
}
