import { refuse } from '../call/refuse.ts'
import { readKenyanMobile } from '../phone.ts'

/** Before anything is bought: a number that no prompt can reach is told at once. */
export function refuseBadPhone(typed: string | undefined): void {
  if (typed !== undefined && !readKenyanMobile(typed)) throw refuse('phone_invalid')
}
