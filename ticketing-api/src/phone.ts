import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile'

/**
 * Parses a Kenyan mobile number as people write it and returns it as E.164 (`+254712345678`); undefined if invalid.
 * Only the shape is judged: operators open new prefixes faster than any list of them is kept.
 */
export function readKenyanMobile(text: string): string | undefined {
  const dialled = text
    .trim()
    .replace(/^\((\+?254)\)/, '$1')
    // 000 is how one dials out of Kenya, but 00 is what phones abroad show.
    .replace(/^(?:000?[\s-]*)?254/, '+254')
  const number = parsePhoneNumberFromString(dialled, { defaultCountry: 'KE', extract: false })
  if (!number || number.ext) return undefined
  return /^\+254[17]\d{8}$/.test(number.number) ? number.number : undefined
}
