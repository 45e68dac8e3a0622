import { html, type Markup } from '../../html.ts'
import { endings, type Outcome } from '../payments/outcomes.ts'
import type { Payment } from '../payments/payment.ts'

const answers: readonly [Outcome, string][] = [
  ['approve', 'Enter PIN and pay'],
  ['wrong_pin', 'Wrong PIN'],
  ['cancel', 'Cancel'],
  ['ignore', 'Ignore'],
  ['offline', 'Phone off'],
  ['insufficient', 'Too little money'],
]

export const shillings = (amount: number): string => `KSh ${amount.toLocaleString('en-KE')}`

const button = ([outcome, label]: readonly [Outcome, string]): Markup =>
  html`<button class="${outcome}" name="outcome" value="${outcome}">${label}</button>`

function habitNote({ unattended }: Payment): Markup | false {
  if (!unattended.isCertain) return false
  return html`<p class="dim small">Left alone, this number ends in: ${endings[unattended.outcome].label}.</p>`
}

/** One open prompt as shown on the phone, with a button for each answer. */
export function promptCard(payment: Payment, businessName: string, shownPhone: string): Markup {
  const { push, checkoutRequestId } = payment
  return html`<article class="phone" aria-label="Phone ${push.phoneNumber}">
<div class="bar"><span>+${push.phoneNumber}</span><span>Safaricom</span></div>
<div class="prompt">
<h3>M-PESA</h3>
<p>Do you want to pay <strong>${businessName}</strong></p>
<p class="amount">${shillings(push.amount)}</p>
<p>Account no. <strong>${push.accountReference}</strong><br><span class="dim small">${push.transactionDesc}</span></p>
${habitNote(payment)}<p class="pin" aria-hidden="true">••••</p>
<form method="post" action="/phone/prompts/${checkoutRequestId}/answer">
<input type="hidden" name="phone" value="${shownPhone}">
<div class="answers">${answers.map(button)}</div>
</form>
</div>
</article>`
}
