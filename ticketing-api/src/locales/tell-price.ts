import type { Locale } from '@event-sphere/contract/auth'
import { fill, words } from './words.ts'

/** `KSh 1,500`, cents only if there are any; a price of zero is a word. */
export function tellPrice(cents: number, locale: Locale): string {
  const { free, price } = words(locale).tickets
  if (cents === 0) return free
  const digits = cents % 100 === 0 ? 0 : 2
  const shillings = new Intl.NumberFormat('en-KE', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return fill(price, { amount: shillings.format(cents / 100) })
}
