import { setTimeout as pause } from 'node:timers/promises'

/** Serialization failure and deadlock: the database undid everything and asks to be asked again. */
const againCodes = new Set(['40001', '40P01'])
/** Shutting down, starting up, no connection, no lock or no answer in time. */
const unavailableCodes = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '53300',
  '55P03',
  '57014',
  '53100',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOENT',
])
const mostTries = 4

export async function withRetry<T>(story: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await story()
    } catch (fault) {
      if (tried >= mostTries || !againCodes.has(codeOf(fault))) throw fault
      await pause(2 ** tried * 5 * (0.5 + Math.random()))
    }
  }
}

/** The database cannot answer now; the same call may go through later. */
export function isUnavailable(fault: unknown): boolean {
  const message = fault instanceof Error ? fault.message : ''
  return (
    unavailableCodes.has(codeOf(fault)) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message)
  )
}

/** A text with a character that PostgreSQL cannot keep, such as NUL: the caller's doing, wherever it stood. */
export function hasUnstorableText(fault: unknown): boolean {
  return codeOf(fault) === '22021'
}

/** The name of the unique constraint that a write ran into, if that is what happened. */
export function violatedConstraint(fault: unknown): string | undefined {
  if (!['23505', '23514'].includes(codeOf(fault))) return undefined
  return (fault as { constraint?: string }).constraint
}

function codeOf(fault: unknown): string {
  return typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : ''
}
