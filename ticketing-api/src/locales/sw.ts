import { refusalsInSwahili } from './refusals.sw.ts'
import type { Words } from './words.ts'
import { checkInInSwahili } from './check-in.sw.ts'
import { ticketsInSwahili } from './tickets.sw.ts'

export const sw: Words = {
  refusals: refusalsInSwahili,
  tickets: ticketsInSwahili,
  checkIn: checkInInSwahili,
}
