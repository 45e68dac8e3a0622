import { z } from 'zod'

export type Cents = number & { readonly __unit: 'cents' }

/** Whole cents inside, so that no sum ever drifts. */
export const toCents = (whole: number) => Math.round(whole) as Cents
export const noCents = toCents(0)

/** Shillings on the wire as a JSON number with at most two decimals (`1500`, `99.5`); integer cents inside. */
export const money = z.codec(
  z.number().min(0).max(100_000_000).multipleOf(0.01),
  z.custom<Cents>((value) => Number.isSafeInteger(value)),
  { decode: (shillings) => toCents(shillings * 100), encode: (cents) => cents / 100 },
)

export const currency = z.literal('KES')
