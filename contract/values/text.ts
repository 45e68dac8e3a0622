import { z } from 'zod'
import { broken } from '../faults.ts'

/**
 * One line that a person wrote: trimmed, without control characters, which have no business in a name or a mail header,
 * without the line breaks of Unicode, and without what turns the direction of the text around it.
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

/** As a person types it; the API reads every Kenyan form and answers E.164 (`+254712345678`). */
export const phone = z.string().trim().min(1).max(32)

/** Length is all that is asked of a password (NIST SP 800-63B); 128 bounds the work of hashing. */
export const newPassword = z.string().min(10).max(128)
