import { refuse } from '../call/refuse.ts'
import { readKenyanMobile } from '../phone.ts'

/** A phone number that somebody wrote, as E.164. @throws phone_invalid where it is not a Kenyan mobile number. */
export function readPhone(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const phone = readKenyanMobile(text)
  if (!phone) throw refuse('phone_invalid')
  return phone
}
