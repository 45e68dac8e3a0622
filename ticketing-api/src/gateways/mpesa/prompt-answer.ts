import { z } from 'zod'
import { type Envelope, isThrottle, isTokenRefused } from './envelope.ts'
import type { PromptAnswer } from './mpesa-gateway.ts'

/** The subscriber has another session open; the same matter travels as ResultCode 1001 too, so it gets that name. */
export const busySubscriber = '1001'
/** M-Pesa does not take this number. */
export const refusedPhone = 'phone'

const accepted = z.object({
  ResponseCode: z.union([z.string(), z.number()]).transform(String).optional(),
  MerchantRequestID: z.string().min(1).max(128),
  CheckoutRequestID: z.string().min(1).max(128),
})
const declined = z.object({
  ResponseCode: z.coerce.string().regex(/^(?!0+$)./),
  ResponseDescription: z.string().default(''),
})

/**
 * What Daraja's answer to a push means. `accepted` needs both ids and no ResponseCode other than 0; `refused` needs a named
 * refusal that comes before anything is done. The rest is `unknown`: a prompt may be on the phone.
 * Source: Safaricom, Daraja portal, "M-Pesa Express", response and error tables.
 */
export function readPromptAnswer(envelope: Envelope): PromptAnswer {
  // Its text would spell the token.
  if (isTokenRefused(envelope)) return { kind: 'refused', code: 'token', text: 'token refused', isBusy: true }
  if (envelope.kind === 'unreadable') return ofUnreadable(envelope.httpStatus)
  if (envelope.kind === 'error') return ofError(envelope)
  const answer = accepted.safeParse(envelope.fields)
  // Both ids and no word against it: the ids let us ask what became of it.
  if (answer.success && (answer.data.ResponseCode ?? '0') === '0') {
    const { MerchantRequestID: merchantRequestId, CheckoutRequestID: checkoutRequestId } = answer.data
    return { kind: 'accepted', merchantRequestId, checkoutRequestId }
  }
  const no = declined.safeParse(envelope.fields)
  if (!no.success) return { kind: 'unknown', text: 'an answer without its ids' }
  // A ResponseCode is about the request; in a ResultCode the same digits would be about the money.
  const { ResponseCode: code, ResponseDescription: text } = no.data
  return { kind: 'refused', code: `response ${code}`, text, isBusy: false }
}

function ofUnreadable(httpStatus: number): PromptAnswer {
  // A limiter answers before the request goes any further, readable or not.
  if (httpStatus === 429)
    return { kind: 'refused', code: '429', text: 'too many requests', isBusy: true, isThrottled: true }
  // A firewall's page or a redirect: the request went no further than that.
  if ((httpStatus >= 300 && httpStatus < 400) || [403, 404, 405].includes(httpStatus))
    return {
      kind: 'refused',
      code: 'blocked',
      text: `status ${httpStatus} on the way to M-Pesa`,
      isBusy: true,
    }
  return { kind: 'unknown', text: `an unreadable answer with status ${httpStatus}` }
}

type ErrorEnvelope = Extract<Envelope, { kind: 'error' }>
type Refused = Extract<PromptAnswer, { kind: 'refused' }>

/** 500.001.1001 stands for half a dozen things, and only its text tells them apart. */
const namedByText: readonly [RegExp, Pick<Refused, 'code' | 'isBusy'>][] = [
  [/unable to lock subscriber/i, { code: busySubscriber, isBusy: true }],
  [/merchant does not exist/i, { code: 'merchant', isBusy: false }],
  [/wrong credentials/i, { code: 'credentials', isBusy: false }],
  [/system is busy|under maintenance/i, { code: 'busy', isBusy: true }],
  [/invalid phone ?number/i, { code: refusedPhone, isBusy: false }],
]

function ofError({ code, text, httpStatus }: ErrorEnvelope): PromptAnswer {
  if (isThrottle(code, httpStatus)) return { kind: 'refused', code, text, isBusy: true, isThrottled: true }
  const named = namedByText.find(([pattern]) => pattern.test(text))
  if (named) return { kind: 'refused', ...named[1], text }
  if (/^(400|401|403|404|405)\./.test(code)) return { kind: 'refused', code, text, isBusy: false }
  if (/^(oauth|keymanagement)\./.test(code)) return { kind: 'refused', code, text, isBusy: false }
  return { kind: 'unknown', text: `error ${code} with status ${httpStatus}` }
}
