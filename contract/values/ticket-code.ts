import { z } from 'zod'

/** The printed code: `EBS2026-GA-001234`. For reading aloud; it can be guessed, so it is no proof of ownership. */
export const printedCode = z
  .string()
  .max(40)
  .regex(/^[A-Z0-9]{2,16}-[A-Z0-9]{1,12}-\d{6,}$/)

/** The typed code: ten characters of Crockford's alphabet, which omits the confusable I, L, O and U. */
export const typedCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/)

/** Parses a typed code as people write it: in any case, with spaces and dashes, O for 0, I and L for 1. */
export function readTypedCode(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return typedCode.safeParse(plain).success ? plain : undefined
}

/** The prefix of every QR of ours. */
export const qrPrefix = 'ES1:'
