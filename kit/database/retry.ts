import { setTimeout as pause } from 'node:timers/promises'

/** Serialization failure and deadlock: the transaction was rolled back and can be repeated. */
const againCodes = new Set(['40001', '40P01'])
/** An earlier statement of the same transaction had failed; that fault is the one to report. */
const abortedCode = '25P02'
const unavailableCodes = new Set([
  // Shutting down, starting up, ended by an operator or by a limit on idle transactions.
  ...['57P01', '57P02', '57P03', '57P05', '25P03', '25P04'],
  // No connection, or too many.
  ...['08000', '08001', '08003', '08004', '08006', '53300'],
  // No lock or no answer in time, or a full disk.
  ...['55P03', '57014', '53100'],
  // Failover: read-only for the moment. Later statements of the same transaction are reported as aborted.
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
/** The driver's messages, without a code, for a closed connection or a server that did not answer in time. */
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

/** The database cannot answer now; the same call may succeed later. */
export function isUnavailable(fault: unknown): boolean {
  if (unavailableCodes.has(codeOf(fault))) return true
  // The job queue reports faults as plain objects.
  return unavailableWords.test(String((fault as { message?: unknown } | undefined)?.message ?? ''))
}

export const hidesAnotherFault = (fault: unknown): boolean => codeOf(fault) === abortedCode

/** A text contains a character that PostgreSQL cannot store, such as NUL: the caller's mistake, in whichever field. */
export function hasUnstorableText(fault: unknown): boolean {
  return codeOf(fault) === '22021'
}

/** The name of the unique constraint that a write violated; undefined for any other fault. */
export function violatedConstraint(fault: unknown): string | undefined {
  if (!['23505', '23514'].includes(codeOf(fault))) return undefined
  return (fault as { constraint?: string }).constraint
}

function codeOf(fault: unknown): string {
  return typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : ''
}
