import type { FastifyInstance, FastifyReply } from 'fastify'
import { chance } from './chance.ts'
import { endings } from './payments/outcomes.ts'
import { isSettled, type Payment } from './payments/payment.ts'
import type { Sandbox } from './sandbox.ts'
import { requireCaller } from './wire/bearer.ts'
import { invalidField, overloaded } from './wire/daraja-refusal.ts'
import { errorEnvelope } from './wire/error-envelope.ts'
import { isTimestamp, requireMerchant } from './wire/merchant.ts'
import { type Fields, readFields, textOf } from './wire/request-body.ts'
import { isStruckOnWire } from './wire/wire-fault.ts'

function readQuery(fields: Fields) {
  const shortcode = textOf(fields.BusinessShortCode)
  const password = textOf(fields.Password)
  const timestamp = textOf(fields.Timestamp)
  const checkoutRequestId = textOf(fields.CheckoutRequestID)
  if (!/^\d{5,7}$/.test(shortcode)) throw invalidField('BusinessShortCode')
  if (password === '') throw invalidField('Password')
  if (!isTimestamp(timestamp)) throw invalidField('Timestamp')
  if (checkoutRequestId === '') throw invalidField('CheckoutRequestID')
  return { shortcode, password, timestamp, checkoutRequestId }
}

/** ResultCode is a string here, and a number in the callback. */
const answerOf = (payment: Payment, code: string, text: string) => ({
  ResponseCode: '0',
  ResponseDescription: 'The service request has been accepted successfully',
  MerchantRequestID: payment.merchantRequestId,
  CheckoutRequestID: payment.checkoutRequestId,
  ResultCode: code,
  ResultDesc: text,
})

/** Three formats in which Safaricom has been seen to report an open prompt, in turn. */
function answerInFlight(payment: Payment, reply: FastifyReply) {
  switch ((payment.sequence + payment.queries) % 3) {
    case 1:
      return reply.send(errorEnvelope(overloaded('')))
    case 2:
      throw overloaded('The transaction is being processed')
    default:
      return answerOf(payment, '4999', 'The transaction is still under processing')
  }
}

/** `POST /mpesa/stkpushquery/v1/query`: no receipt or amount, and occasionally 500 for no reason. */
export function stkQueryRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const { settings, rules, payments } = sandbox
  app.all('/mpesa/stkpushquery/v1/query', async (request, reply) => {
    if (isStruckOnWire(sandbox, 'query', request, reply)) return reply
    requireCaller(sandbox, request, 'stk')
    const query = readQuery(readFields(request, 'BusinessShortCode'))
    requireMerchant(settings, query)
    const payment = payments.find(query.checkoutRequestId)
    if (!payment) throw overloaded('The transaction does not Exist')
    payment.queries += 1
    if (!isSettled(payment) || !payment.outcome) return answerInFlight(payment, reply)
    const roll = chance(rules.seed, 'query', payment.sequence, payment.queries)
    if (roll < rules.queryBusyRate) throw overloaded('')
    const { code, queryText } = endings[payment.outcome]
    return answerOf(payment, code, queryText)
  })
}
