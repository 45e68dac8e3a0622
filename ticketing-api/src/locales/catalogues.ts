import { authInEnglish, authInSwahili } from './auth.ts'
import { checkInInEnglish, checkInInSwahili } from './check-in.ts'
import { faultsInEnglish, faultsInSwahili } from './faults.ts'
import { mattersInEnglish, mattersInSwahili } from './matters.ts'
import { paymentsInEnglish, paymentsInSwahili } from './payments.ts'
import { refusalsInEnglish, refusalsInSwahili } from './refusals/catalogue.ts'
import { ticketsInEnglish, ticketsInSwahili } from './tickets.ts'

/** A catalogue a room: the rooms add theirs here. */
export const en = {
  refusals: refusalsInEnglish,
  faults: faultsInEnglish,
  payments: paymentsInEnglish,
  auth: authInEnglish,
  tickets: ticketsInEnglish,
  checkIn: checkInInEnglish,
  matters: mattersInEnglish,
}

export type Words = typeof en

export const sw: Words = {
  refusals: refusalsInSwahili,
  faults: faultsInSwahili,
  payments: paymentsInSwahili,
  auth: authInSwahili,
  tickets: ticketsInSwahili,
  checkIn: checkInInSwahili,
  matters: mattersInSwahili,
}
