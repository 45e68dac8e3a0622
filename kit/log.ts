import { type Logger, pino, stdSerializers } from 'pino'
import { isUnavailable } from './database/retry.ts'
import { Unreachable } from './unreachable.ts'

export type Log = Logger

/** Paths that carry secrets; their values are never logged. */
const secretPaths = [
  'password',
  'token',
  'access_token',
  'refresh_token',
  'authorization',
  'apiKey',
  'key',
  '*.password',
  '*.token',
  '*.access_token',
  '*.refresh_token',
  '*.authorization',
  'req.headers.authorization',
  'req.headers.cookie',
]

/** Structured lines on standard output; `box` names the process. */
export function makeLog({ box, level = 'info' }: { box: string; level?: string }): Log {
  const redact = { paths: secretPaths, censor: '[secret]' }
  return pino({ name: box, level, redact, serializers: { err: tellError } }, standardOutput())
}

/**
 * Logs a fault with the facts around it. A database or server that cannot answer now is a one-line warning without a
 * stack.
 */
export function logFault(log: Log, facts: object, fault: unknown, message: string): void {
  if (isUnavailable(fault)) {
    const { message: reason, code } = partsOf(fault)
    log.warn({ ...facts, reason, code }, `${message}: the database cannot answer now`)
  } else if (fault instanceof Unreachable) log.warn({ ...facts, reason: fault.message }, message)
  else log.error({ ...facts, err: fault }, message)
}

/** Only four properties of an error: drivers attach their connection (with its credentials) and row values. */
function tellError(fault: unknown) {
  if (!(fault instanceof Error)) return partsOf(fault)
  // Includes the messages and stacks of its causes.
  const { type, message, stack } = stdSerializers.err(fault)
  return { type, message, code: partsOf(fault).code, stack }
}

function partsOf(fault: unknown) {
  if (typeof fault !== 'object' || fault === null) return { type: typeof fault, message: String(fault) }
  const { message, code, stack } = fault as { message?: unknown; code?: unknown; stack?: unknown }
  return { type: 'object', message: String(message), code, stack }
}

let output: { write(line: string): void; flushSync(): void } | undefined

/**
 * Lines are written in order, one write per event-loop turn. The last ones are written before the process exits,
 * however it exits; a logging thread could lose or reorder them.
 */
function standardOutput() {
  if (output) return output
  const stdout = pino.destination({ dest: 1, sync: true })
  let pending = ''
  const flushSync = () => {
    const lines = pending
    pending = ''
    if (lines !== '') stdout.write(lines)
  }
  const write = (line: string) => {
    if (pending === '') setImmediate(flushSync)
    pending += line
  }
  process.on('exit', flushSync)
  output = { write, flushSync }
  return output
}
