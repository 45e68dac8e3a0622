import { authInSwahili } from './auth.sw.ts'
import { checkInInSwahili } from './check-in.sw.ts'
import type { Words } from './en.ts'
import { faultsInSwahili } from './faults.sw.ts'
import { mattersInSwahili } from './matters.sw.ts'
import { paymentsInSwahili } from './payments.sw.ts'
import { refusalsInSwahili } from './refusals.sw.ts'
import { ticketsInSwahili } from './tickets.sw.ts'

export const sw: Words = {
  refusals: refusalsInSwahili,
  faults: faultsInSwahili,
  payments: paymentsInSwahili,
  auth: authInSwahili,
  tickets: ticketsInSwahili,
  checkIn: checkInInSwahili,
  matters: mattersInSwahili,
}
