import { z } from 'zod'
import { parseJson } from './parse-json.ts'

/** What a callback says about one prompt. Nobody has checked yet whether it is true. */
export interface StkCallback {
  merchantRequestId: string
  checkoutRequestId: string
  resultCode: string
  resultText: string
  /** Shillings; undefined if missing or not a number. */
  amountShillings: number | undefined
  receipt: string | undefined
}

/** No id or code of Safaricom's is nearly as long, and an index takes no long ones. */
const scalar = z.union([z.string().max(128), z.number()]).transform(String)
const item = z.object({ Name: z.string(), Value: z.unknown().optional() })
const shape = z.object({
  Body: z.object({
    stkCallback: z.object({
      MerchantRequestID: scalar,
      CheckoutRequestID: scalar,
      ResultCode: scalar,
      ResultDesc: z.union([z.string(), z.number()]).transform(String).default(''),
      CallbackMetadata: z.object({ Item: z.array(item) }).nullish(),
    }),
  }),
})

/**
 * Reads the body of a callback; undefined if it is not a callback. Items are found by name, for `Balance` comes without
 * a value and in any place; numbers may be strings and strings numbers; a failure has no metadata at all.
 * Source: Safaricom, Daraja portal, "M-Pesa Express", callback samples.
 */
export function readStkCallback(body: string): StkCallback | undefined {
  const read = shape.safeParse(parseJson(body))
  if (!read.success) return undefined
  const said = read.data.Body.stkCallback
  const findValue = (name: string) =>
    said.CallbackMetadata?.Item.find((entry) => entry.Name === name && entry.Value !== undefined)?.Value
  return {
    merchantRequestId: said.MerchantRequestID,
    checkoutRequestId: said.CheckoutRequestID,
    resultCode: said.ResultCode,
    resultText: said.ResultDesc.slice(0, 500),
    amountShillings: readNumber(findValue('Amount')),
    receipt: readReceipt(findValue('MpesaReceiptNumber')),
  }
}

function readNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^-?\d{1,12}(\.\d{1,4})?$/.test(value) ? Number(value) : undefined
}

function readReceipt(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Z0-9]{6,20}$/i.test(value) ? value.toUpperCase() : undefined
}
