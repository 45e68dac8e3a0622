import { z } from 'zod'
import { broken } from '../faults.ts'

export type Cents = number & { readonly __unit: 'cents' }

/** Integer cents, so that sums are exact. */
export const toCents = (whole: number) => Math.round(whole) as Cents
export const noCents = toCents(0)

/**
 * Whole shillings on the wire, as a JSON number (`1500`): M-Pesa moves nothing smaller, so fractions from a caller are
 * refused. Integer cents internally; an amount received in another way is shown with its cents.
 */
export const money = z.codec(
  z.number().min(0).max(100_000_000).meta({ description: 'Whole shillings' }),
  z.custom<Cents>((value) => Number.isSafeInteger(value)),
  {
    decode: (shillings, { issues }) => {
      if (!Number.isInteger(shillings))
        issues.push({ code: 'custom', input: shillings, ...broken('whole_shillings') })
      return toCents(shillings * 100)
    },
    encode: (cents) => cents / 100,
  },
)

/** The most that M-Pesa moves in one transaction: KSh 250,000. Source: Safaricom, M-Pesa transaction limits. */
export const mostOnePaymentCents = toCents(250_000 * 100)

export const currency = z.literal('KES')
