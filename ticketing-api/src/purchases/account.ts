import { randomCrockford } from '@event-sphere/kit/ids'

/** Letters count from 10 (A) to 35 (Z), as in an IBAN. */
const digitsOf = (text: string) => text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))

/** ISO 7064 MOD 97-10: catches every single wrong character and every swap of neighbours. */
function checkDigits(body: string): string {
  return String(98 - Number(BigInt(`${digitsOf(body)}00`) % 97n)).padStart(2, '0')
}

/** What a payer types as the Paybill account: eight characters and two check digits; Safaricom allows twelve. */
export function newAccount(): string {
  const body = randomCrockford(8)
  return body + checkDigits(body)
}

/** Reads an account as people type it; undefined where its check digits do not fit. */
export function readAccount(typed: string): string | undefined {
  const text = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  if (!/^[0-9A-HJKMNP-TV-Z]{8}\d{2}$/.test(text)) return undefined
  return checkDigits(text.slice(0, 8)) === text.slice(8) ? text : undefined
}
