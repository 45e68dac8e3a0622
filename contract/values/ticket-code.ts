import { z } from 'zod'

/** What is printed: `EBS2026-GA-001234`. For reading aloud; it opens nothing that a guess should open. */
export const printedCode = z
  .string()
  .max(40)
  .regex(/^[A-Z0-9]{2,16}-[A-Z0-9]{1,12}-\d{6,}$/)

/** What is typed: ten characters of Crockford's alphabet, which has no I, L, O or U to confuse. */
export const typedCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/)

/** Reads a typed code as people write it: any case, spaces and dashes, O for 0, I and L for 1. */
export function readTypedCode(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return typedCode.safeParse(plain).success ? plain : undefined
}

/** Everything a QR of ours starts with. */
export const qrPrefix = 'ES1:'
