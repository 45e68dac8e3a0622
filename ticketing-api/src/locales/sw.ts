import { authInSwahili } from './auth.sw.ts'
import { checkInInSwahili } from './check-in.sw.ts'
import { mattersInSwahili } from './matters.sw.ts'
import { paymentsInSwahili } from './payments.sw.ts'
import { refusalsInSwahili } from './refusals.sw.ts'
import { ticketsInSwahili } from './tickets.sw.ts'
import type { Words } from './words.ts'

export const sw: Words = {
  refusals: refusalsInSwahili,
  payments: paymentsInSwahili,
  auth: authInSwahili,
  tickets: ticketsInSwahili,
  checkIn: checkInInSwahili,
  matters: mattersInSwahili,
}
