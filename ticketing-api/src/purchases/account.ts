import { randomCrockford } from '@event-sphere/kit/ids'

const radix = 36
const modulus = 1271

/**
 * ISO 7064 MOD 1271-36: two check characters over digits and letters.
 * Every single wrong character and every swap of two neighbours changes the sum.
 */
function sumOf(text: string): number {
  return [...text].reduce((sum, letter) => (sum * radix + Number.parseInt(letter, radix)) % modulus, 0)
}

function checkCharacters(body: string): string {
  const check = (modulus + 1 - ((sumOf(body) * radix * radix) % modulus)) % modulus
  return check.toString(radix).toUpperCase().padStart(2, '0')
}

/** A purchase's name at M-Pesa: eight characters and two check characters; Safaricom allows twelve. */
export function newAccount(): string {
  const body = randomCrockford(8)
  return body + checkCharacters(body)
}

/** Reads an account as people type it; undefined if its check characters do not fit. */
export function readAccount(typed: string): string | undefined {
  const text = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return /^[0-9A-Z]{10}$/.test(text) && sumOf(text) === 1 ? text : undefined
}
