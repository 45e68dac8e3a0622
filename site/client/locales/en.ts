import { agendaInEnglish } from './agenda.en.ts'
import { chooseInEnglish } from './choose.en.ts'
import { eventInEnglish } from './event.en.ts'
import { faultsInEnglish } from './faults.en.ts'
import { frameInEnglish } from './frame.en.ts'
import { manageInEnglish } from './manage.en.ts'
import { paymentInEnglish } from './payment.en.ts'
import { privacyInEnglish } from './privacy.en.ts'
import { receiptsInEnglish } from './receipts.en.ts'
import { refusalsInEnglish } from './refusals.en.ts'
import { registrationInEnglish } from './registration.en.ts'
import { ticketsInEnglish } from './tickets.en.ts'

/** Every word of the site that a person reads, in English: a file a screen. */
export const en = {
  ...frameInEnglish,
  ...eventInEnglish,
  ...agendaInEnglish,
  ...registrationInEnglish,
  ...refusalsInEnglish,
  ...chooseInEnglish,
  ...paymentInEnglish,
  ...ticketsInEnglish,
  ...receiptsInEnglish,
  ...manageInEnglish,
  ...privacyInEnglish,
  ...faultsInEnglish,
}
