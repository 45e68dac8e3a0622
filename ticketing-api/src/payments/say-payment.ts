import type { Locale } from '@event-sphere/contract/auth'
import type { PaymentStatus } from '@event-sphere/contract/payments'
import type { Cents } from '@event-sphere/contract/values/money'
import { maskPhone } from '../gateways/mpesa/mask-phone.ts'
import type { Words } from '../locales/catalogues.ts'
import { tellPrice } from '../locales/tell-price.ts'
import { fill, words } from '../locales/words.ts'
import type { PaymentRow } from './payment-row.ts'
import { after, dueOf, type PayablePurchase } from './rules.ts'

export type Said = Pick<PaymentStatus, 'message' | 'nextStep' | 'retryAt' | 'warning'>
type Told = Omit<Said, 'warning'>

/** What the buyer has to do after a failure, if it is not simply another try now. */
const afterFailure: Record<string, { nextStep: Said['nextStep']; waitSeconds?: number }> = {
  '2': { nextStep: 'contact_organiser' },
  '3': { nextStep: 'contact_organiser' },
  '8': { nextStep: 'contact_organiser' },
  '17': { nextStep: 'try_again', waitSeconds: 120 },
  '1001': { nextStep: 'try_again', waitSeconds: 60 },
  '1025': { nextStep: 'try_again', waitSeconds: 60 },
  '2028': { nextStep: 'contact_organiser' },
  SFC_IC0003: { nextStep: 'contact_organiser' },
}

/** Tells a person what happened to a payment, what to do, and when. */
export function sayPayment(
  payment: PaymentRow,
  purchase: PayablePurchase & { account: string },
  locale: Locale,
): Said {
  const { payments } = words(locale)
  const said = sayStatus(payment, purchase, payments)
  // Paid by another attempt: whatever became of this one, the tickets are there.
  const isDone = purchase.status === 'completed'
  const price = (cents: Cents) => tellPrice(cents, locale)
  const message = fill(said.message, {
    phone: maskPhone(payment.phone),
    code: payment.resultCode ?? '',
    amount: price(payment.amountCents),
    paid: price(purchase.paidCents),
    due: price(dueOf(purchase)),
    more: price(purchase.owedCents),
    owed: price(purchase.owedCents),
    account: purchase.account,
  })
  if (isDone) return { message, nextStep: 'see_tickets', retryAt: null, warning: null }
  const isOpen = payment.status === 'created' || payment.status === 'prompted'
  return { ...said, message, warning: isOpen && payment.isAfterUndecided ? payments.warning : null }
}

function sayStatus(payment: PaymentRow, purchase: PayablePurchase, said: Words['payments']): Told {
  const { status, resultCode, openUntil } = payment
  switch (status) {
    case 'paid':
      return sayPaid(purchase, said)
    case 'failed':
      return sayFailed(payment, said)
    case 'expired':
      return { message: sayExpired(payment, said), nextStep: 'may_have_paid', retryAt: null }
    case 'prompted':
      return { message: sayOpen(resultCode, said) ?? said.waiting, nextStep: 'wait', retryAt: openUntil }
    case 'created':
      return { message: payment.answeredAt ? said.lost : said.asking, nextStep: 'wait', retryAt: openUntil }
    default:
      return status satisfies never
  }
}

/** Money may have moved, and only Safaricom knows; without an id, or after a day, nobody asks it. */
function sayExpired({ resultCode, nextQueryAt }: PaymentRow, said: Words['payments']): string {
  if (!nextQueryAt) return said.undecided
  return `${sayOpen(resultCode, said) ?? said.expired} ${said.lookFirst}`
}

function sayPaid(purchase: PayablePurchase, said: Words['payments']): Told {
  const owed = purchase.owedCents
  switch (purchase.status) {
    case 'pending_payment':
      return { message: said.paidPartly, nextStep: 'try_again', retryAt: null }
    case 'expired':
    case 'cancelled':
    case 'owed_back':
      return { message: said.owedBack, nextStep: 'contact_organiser', retryAt: null }
    case 'completed':
    case 'partially_refunded':
    case 'refunded':
      return { message: owed > 0 ? said.paidTooMuch : said.paid, nextStep: 'see_tickets', retryAt: null }
    default:
      return purchase.status satisfies never
  }
}

function sayFailed(payment: PaymentRow, { failed }: Words['payments']): Told {
  const { resultCode, settledAt, refusedBecause } = payment
  const message = textOf(failed, resultCode ?? refusedBecause ?? 'other') ?? failed.other
  if (resultCode === null) return { message, nextStep: 'try_again', retryAt: payment.retryAt }
  const { nextStep, waitSeconds } = afterFailure[resultCode ?? ''] ?? { nextStep: 'try_again' as const }
  return { message, nextStep, retryAt: waitSeconds && settledAt ? after(settledAt, waitSeconds) : null }
}

/** The words for a code that decides nothing; undefined if Safaricom has said nothing yet. */
function sayOpen(resultCode: string | null, { open }: Words['payments']): string | undefined {
  return resultCode === null ? undefined : (textOf(open, resultCode) ?? open.other)
}

function textOf(texts: Record<string, string>, code: string): string | undefined {
  return Object.hasOwn(texts, code) ? texts[code] : undefined
}
