import { stkPush } from '@event-sphere/contract/payments'
import { redirect } from 'react-router'
import type { Site } from '../../../backend/site.ts'
import { invalidFields, isSignedOut, refused, replyOf, textOf } from '../../forms.ts'

/** Asks a phone for the PIN; the number is kept for the next time. */
export async function askPhone(site: Site, request: Request, form: FormData, purchaseId: string) {
  const phoneNumber = textOf(form, 'phoneNumber')
  if (!phoneNumber) return refused(invalidFields(['phoneNumber']), form)
  const answer = await site.ticketing.call(stkPush, {
    // What was shown goes along, so that nobody is asked for another amount than they saw.
    body: { purchaseId, phoneNumber, amount: Number(textOf(form, 'amount')) },
    idempotencyKey: textOf(form, 'idempotencyKey'),
  })
  if (answer.ok) await site.session.remember({ phone: phoneNumber })
  else if (!isSignedOut(answer.problem)) return refused(answer.problem, form)
  replyOf(answer, request)
  return redirect(`/pay/${purchaseId}/waiting`, 303)
}
