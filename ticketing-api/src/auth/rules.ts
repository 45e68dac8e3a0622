import type { StaffRole } from '../call/caller.ts'

interface Duties {
  role: 'admin' | 'agent' | null
  isPlatform: boolean
}

export function staffRolesOf({ role, isPlatform }: Duties): StaffRole[] {
  return [...(role ? [role] : []), ...(isPlatform ? (['platform'] as const) : [])]
}

/** A visitor stays signed in from buying the ticket to the event; who works for it signs in every day. */
export const sessionHoursOf = (duties: Duties): number => (staffRolesOf(duties).length > 0 ? 14 : 90 * 24)

/** A session that nobody used for so long ends by itself. */
export const idleDays = 30

export const linkMinutes = 10
