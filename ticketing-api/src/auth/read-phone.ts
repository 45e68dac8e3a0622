import { refuse } from '../call/refuse.ts'
import { readKenyanMobile } from '../phone.ts'

/** Parses a phone number that a person typed; returns E.164. @throws phone_invalid if it is not a Kenyan mobile number. */
export function readPhone(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const phone = readKenyanMobile(text)
  if (!phone) throw refuse('phone_invalid')
  return phone
}
