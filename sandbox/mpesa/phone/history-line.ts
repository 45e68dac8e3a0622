import { html, type Markup } from '../../html.ts'
import type { CallbackEntry } from '../callbacks/callback-log.ts'
import { clockFace } from '../east-africa-time.ts'
import { endings } from '../payments/outcomes.ts'
import type { Payment } from '../payments/payment.ts'
import { shillings } from './prompt-card.ts'

function resultOf(payment: Payment): string {
  if (!payment.outcome) return payment.status === 'answered' ? 'answered, on its way' : 'not on the phone'
  const { code, label } = endings[payment.outcome]
  return payment.receipt ? `paid · ${payment.receipt}` : `${label} · ${code}`
}

function toldOf(entry: CallbackEntry | undefined): string {
  if (!entry) return 'no callback yet'
  if (entry.failure) return `callback: ${entry.failure}`
  return entry.responseStatus ? `callback answered ${entry.responseStatus}` : 'callback under way'
}

export function historyLine(payment: Payment, told: CallbackEntry | undefined): Markup {
  const { push } = payment
  return html`<li><span><strong>+${push.phoneNumber}</strong> · ${push.accountReference}</span><span class="end">${shillings(push.amount)}</span>
<span class="${payment.status}">${resultOf(payment)}</span><span class="end dim small">${clockFace(payment.createdAt)}</span>
<span class="dim small">${toldOf(told)}</span></li>`
}
