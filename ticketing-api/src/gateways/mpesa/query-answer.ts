import { z } from 'zod'
import { type Envelope, isThrottle } from './envelope.ts'
import type { QueryAnswer } from './mpesa-gateway.ts'

const result = z.object({
  CheckoutRequestID: z.string(),
  // A string here and a number in the callback.
  ResultCode: z.union([z.string().min(1).max(128), z.number()]).transform(String),
  ResultDesc: z.coerce.string().default(''),
})

/**
 * What Daraja's answer to a query means. Every error is `no_answer`, with 500.001.1001 first among them: it comes
 * while the prompt is open, now and then long after it has ended, and with status 200 as well as 500.
 * Source: Safaricom, Daraja portal, "M-Pesa Express Query".
 */
export function readQueryAnswer(envelope: Envelope, checkoutRequestId: string): QueryAnswer {
  if (envelope.kind === 'error') return noAnswer(`error ${envelope.code}`, envelope.code, envelope.httpStatus)
  if (envelope.kind === 'unreadable')
    return noAnswer(`an unreadable answer with status ${envelope.httpStatus}`, '', envelope.httpStatus)
  const read = result.safeParse(envelope.fields)
  if (!read.success) return { kind: 'no_answer', text: 'an answer without a result' }
  if (read.data.CheckoutRequestID !== checkoutRequestId)
    return { kind: 'no_answer', text: 'an answer about another prompt' }
  return { kind: 'result', resultCode: read.data.ResultCode, resultText: read.data.ResultDesc }
}

function noAnswer(text: string, code: string, httpStatus: number): QueryAnswer {
  return { kind: 'no_answer', text, ...(isThrottle(code, httpStatus) && { isThrottled: true }) }
}
