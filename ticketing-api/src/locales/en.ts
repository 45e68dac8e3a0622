import { authInEnglish } from './auth.en.ts'
import { checkInInEnglish } from './check-in.en.ts'
import { faultsInEnglish } from './faults.en.ts'
import { mattersInEnglish } from './matters.en.ts'
import { paymentsInEnglish } from './payments.en.ts'
import { refusalsInEnglish } from './refusals.en.ts'
import { ticketsInEnglish } from './tickets.en.ts'

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
