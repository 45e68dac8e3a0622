import { stkPush } from '@event-sphere/contract/payments'
import { redirect } from 'react-router'
import { invalidFields, isSignedOut, refused, replyOf, type Sent, textOf } from '../../forms.ts'
import { isOtherNetwork } from './other-network.ts'

/** Sends a prompt to a phone; the number is remembered. */
export async function askPhone(sent: Sent, purchaseId: string): Promise<Response> {
  const { site, request, form } = sent
  const phoneNumber = textOf(form, 'phoneNumber')
  if (!phoneNumber) return refused(sent, invalidFields(['phoneNumber']))
  const isMeant = textOf(form, 'meant') === phoneNumber
  if (isOtherNetwork(phoneNumber) && !isMeant) return refused(sent, invalidFields([]), 'phone')
  const answer = await site.ticketing.call(stkPush, {
    // The amount that was shown is sent along, so that the phone never asks for a different one.
    body: { purchaseId, phoneNumber, amount: Number(textOf(form, 'amount')) },
    idempotencyKey: textOf(form, 'idempotencyKey'),
  })
  if (answer.ok) await site.session.remember({ phone: phoneNumber })
  else if (!isSignedOut(answer.problem)) return refused(sent, answer.problem)
  replyOf(answer, request)
  return redirect(`/pay/${purchaseId}/waiting`, 303)
}
