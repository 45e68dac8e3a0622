import { chance } from '../chance.ts'
import { endings, type Outcome, unseenOutcomes } from '../payments/outcomes.ts'
import type { Foresight } from '../payments/payment.ts'
import { habitOf } from '../payments/unattended.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Push } from './push.ts'

const maximumAmount = 250_000
const promptLength = 182

export const promptText = (businessName: string, push: Push): string =>
  `Do you want to pay KSh ${push.amount} to ${businessName} Account no. ${push.accountReference}?`

/** M-PESA's own ruling on an accepted push, whatever the phone answers. */
function ruledOutcome({ settings, rules, payments, clock }: Sandbox, push: Push): Outcome | undefined {
  const isPaybill = push.transactionType === 'CustomerPayBillOnline'
  const isPaired = isPaybill ? push.partyB === push.shortcode : settings.tills.includes(push.partyB)
  if (!isPaired) return 'not_permitted'
  if (push.amount > maximumAmount) return 'over_maximum'
  if (promptText(settings.businessName, push).length > promptLength) return 'push_error'
  const isRepeat = payments.hadSameLately(push, clock.now(), !rules.sameAmountAfterAnyPrompt)
  return rules.sameAmountRule && isRepeat ? 'rule_limited' : undefined
}

/** How and when the prompt ends if nobody answers it on the fake phone. */
export function foresee(sandbox: Sandbox, push: Push, sequence: number): Foresight {
  const ruled = ruledOutcome(sandbox, push)
  const habit = ruled ? undefined : habitOf(push.phoneNumber)
  const outcome = ruled ?? habit?.outcome ?? 'ignore'
  const isCertain = ruled !== undefined || habit !== undefined
  const [from, to] = endings[outcome].afterSeconds
  const afterSeconds = from + (to - from) * chance(sandbox.rules.seed, 'delay', sequence)
  const reachesPhone = !unseenOutcomes.has(outcome)
  return { outcome, afterSeconds, isCertain, reachesPhone, faults: habit?.faults ?? [] }
}
