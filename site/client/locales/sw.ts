import { agendaInSwahili } from './agenda.sw.ts'
import { chooseInSwahili } from './choose.sw.ts'
import type { en } from './en.ts'
import { eventInSwahili } from './event.sw.ts'
import { faultsInSwahili } from './faults.sw.ts'
import { frameInSwahili } from './frame.sw.ts'
import { manageInSwahili } from './manage.sw.ts'
import { paymentInSwahili } from './payment.sw.ts'
import { privacyInSwahili } from './privacy.sw.ts'
import { receiptsInSwahili } from './receipts.sw.ts'
import { refusalsInSwahili } from './refusals.sw.ts'
import { registrationInSwahili } from './registration.sw.ts'
import { ticketsInSwahili } from './tickets.sw.ts'

/** The same in Swahili. */
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
