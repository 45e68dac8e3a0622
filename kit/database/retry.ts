import { setTimeout as pause } from 'node:timers/promises'

/** Serialization failure and deadlock: the database undid everything and asks to be asked again. */
const againCodes = new Set(['40001', '40P01'])
/** A statement came after another of its transaction had failed; the other's fault is the one to tell. */
const abortedCode = '25P02'
const unavailableCodes = new Set([
  // Shutting down, starting up, ended by an operator or by a limit on idle transactions.
  ...['57P01', '57P02', '57P03', '57P05', '25P03', '25P04'],
  // No connection, or too many.
  ...['08000', '08001', '08003', '08004', '08006', '53300'],
  // No lock or no answer in time, no room on the disk.
  ...['55P03', '57014', '53100'],
  // Fails over: read-only for the moment. What follows in the same transaction is told as aborted.
  ...['25006', abortedCode],
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'ETIMEDOUT',
    'EPIPE',
    'ENOENT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EAI_AGAIN',
  ],
])
/** What the driver says about a connection that ended, or a server that was not heard of in time, without a code. */
const unavailableWords =
  /timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated|not queryable|heartbeat timed out/
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
  if (unavailableCodes.has(codeOf(fault))) return true
  // A job queue tells its faults as plain objects.
  return unavailableWords.test(String((fault as { message?: unknown } | undefined)?.message ?? ''))
}

export const hidesAnotherFault = (fault: unknown): boolean => codeOf(fault) === abortedCode

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
