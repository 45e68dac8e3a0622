import { agendaInEnglish, agendaInSwahili } from './agenda.ts'
import { chooseInEnglish, chooseInSwahili } from './choose.ts'
import { eventInEnglish, eventInSwahili } from './event.ts'
import { faultsInEnglish, faultsInSwahili } from './faults.ts'
import { frameInEnglish, frameInSwahili } from './frame.ts'
import { manageInEnglish, manageInSwahili } from './manage.ts'
import { paymentInEnglish, paymentInSwahili } from './payment.ts'
import { privacyInEnglish, privacyInSwahili } from './privacy.ts'
import { receiptsInEnglish, receiptsInSwahili } from './receipts.ts'
import { refusalsInEnglish, refusalsInSwahili } from './refusals.ts'
import { registrationInEnglish, registrationInSwahili } from './registration.ts'
import { ticketsInEnglish, ticketsInSwahili } from './tickets.ts'

/** Every text of the site: one file per room, in both languages. */
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

export const sw: Record<keyof typeof en, string> = {
  ...frameInSwahili,
  ...eventInSwahili,
  ...agendaInSwahili,
  ...registrationInSwahili,
  ...refusalsInSwahili,
  ...chooseInSwahili,
  ...paymentInSwahili,
  ...ticketsInSwahili,
  ...receiptsInSwahili,
  ...manageInSwahili,
  ...privacyInSwahili,
  ...faultsInSwahili,
}
