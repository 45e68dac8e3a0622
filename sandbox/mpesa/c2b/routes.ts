import type { FastifyInstance } from 'fastify'
import { newRequestId } from '../ids.ts'
import type { Sandbox } from '../sandbox.ts'
import { requireCaller } from '../wire/bearer.ts'
import { invalidField } from '../wire/daraja-refusal.ts'
import { isCallableUrl } from '../wire/public-url.ts'
import { type Fields, readFields, textOf } from '../wire/request-body.ts'
import { confirm } from './confirm.ts'
import type { C2bPayment } from './payload.ts'
import type { C2bUrls } from './register.ts'
import { validate } from './validate.ts'

/** The key is misspelled on the wire. */
const acknowledged = (description: string) => ({
  OriginatorCoversationID: newRequestId(),
  ResponseCode: '0',
  ResponseDescription: description,
})

function readShortcode(fields: Fields): string {
  const shortcode = textOf(fields.ShortCode)
  if (!/^\d{5,7}$/.test(shortcode)) throw invalidField('ShortCode')
  return shortcode
}

function readUrls(fields: Fields, version: C2bUrls['version'], allowHttpLoopback: boolean): C2bUrls {
  const responseType = textOf(fields.ResponseType)
  if (responseType !== 'Completed' && responseType !== 'Cancelled') throw invalidField('ResponseType')
  const [confirmationUrl, validationUrl] = [textOf(fields.ConfirmationURL), textOf(fields.ValidationURL)]
  if (!isCallableUrl(confirmationUrl, allowHttpLoopback)) throw invalidField('ConfirmationURL')
  if (!isCallableUrl(validationUrl, allowHttpLoopback)) throw invalidField('ValidationURL')
  return { version, responseType, confirmationUrl, validationUrl }
}

function readSimulation(sandbox: Sandbox, fields: Fields): C2bPayment {
  const shortcode = readShortcode(fields)
  const command = textOf(fields.CommandID)
  if (command !== 'CustomerPayBillOnline' && command !== 'CustomerBuyGoodsOnline')
    throw invalidField('CommandID')
  const [amount, phoneNumber] = [textOf(fields.Amount), textOf(fields.Msisdn)]
  if (!/^[1-9]\d{0,8}$/.test(amount)) throw invalidField('Amount')
  if (!/^254[17]\d{8}$/.test(phoneNumber)) throw invalidField('Msisdn')
  const paidAt = sandbox.clock.date()
  return {
    transactionType: command === 'CustomerPayBillOnline' ? 'Pay Bill' : 'Buy Goods',
    receipt: sandbox.receipts.next(paidAt),
    paidAt,
    amount: Number(amount),
    shortcode,
    billRefNumber: textOf(fields.BillRefNumber).slice(0, 20),
    phoneNumber,
  }
}

async function payIn(sandbox: Sandbox, payment: C2bPayment): Promise<void> {
  const urls = sandbox.c2b.find(payment.shortcode)
  const verdict = urls ? await validate(sandbox, urls, payment) : { isAccepted: true, thirdPartyId: '' }
  if (verdict.isAccepted) await confirm(sandbox, payment, verdict.thirdPartyId)
}

/** C2B as in Safaricom's sandbox: URLs may be registered repeatedly, payments may be simulated. */
export function c2bRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  for (const version of ['v1', 'v2'] as const) {
    app.all(`/mpesa/c2b/${version}/registerurl`, async (request) => {
      requireCaller(sandbox, request, 'c2b')
      const fields = readFields(request, 'ShortCode')
      const urls = readUrls(fields, version, sandbox.settings.allowHttpLoopback)
      sandbox.c2b.register(readShortcode(fields), urls)
      return acknowledged('Success')
    })
    app.all(`/mpesa/c2b/${version}/simulate`, async (request) => {
      requireCaller(sandbox, request, 'c2b')
      const payment = readSimulation(sandbox, readFields(request, 'ShortCode'))
      sandbox.courier.track(payIn(sandbox, payment))
      return acknowledged('Accept the service request successfully.')
    })
  }
}
