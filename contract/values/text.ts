import { z } from 'zod'
import { broken } from '../faults.ts'

/**
 * One line of text from a person: trimmed, without control characters (unsafe in a mail header), Unicode line breaks,
 * or characters that change the text direction.
 */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]*$/u, broken('no_control_characters'))

/** Text of several lines. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\0]*$/, broken('no_nul_characters'))

export const email = z.string().trim().toLowerCase().max(254).pipe(z.email())

/** As people type it; the API accepts every Kenyan format and replies with E.164 (`+254712345678`). */
export const phone = z.string().trim().min(1).max(32)

/** Only the length of a password is checked (NIST SP 800-63B); 128 limits the work of hashing. */
export const newPassword = z.string().min(10).max(128)
