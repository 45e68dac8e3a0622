import { refusedAccountsInEnglish, refusedAccountsInSwahili } from './accounts.ts'
import { refusedCallsInEnglish, refusedCallsInSwahili } from './calls.ts'
import { refusedEventsInEnglish, refusedEventsInSwahili } from './events.ts'
import { refusedPaymentsInEnglish, refusedPaymentsInSwahili } from './payments.ts'
import type { RefusalWords } from './refusal-words.ts'
import { refusedSalesInEnglish, refusedSalesInSwahili } from './sales.ts'
import { refusedWebhooksInEnglish, refusedWebhooksInSwahili } from './webhooks.ts'

/** The words of every refusal: one file per subject, in both languages. */
export const refusalsInEnglish = {
  ...refusedCallsInEnglish,
  ...refusedAccountsInEnglish,
  ...refusedEventsInEnglish,
  ...refusedSalesInEnglish,
  ...refusedPaymentsInEnglish,
  ...refusedWebhooksInEnglish,
} satisfies RefusalWords

export const refusalsInSwahili: typeof refusalsInEnglish = {
  ...refusedCallsInSwahili,
  ...refusedAccountsInSwahili,
  ...refusedEventsInSwahili,
  ...refusedSalesInSwahili,
  ...refusedPaymentsInSwahili,
  ...refusedWebhooksInSwahili,
}
