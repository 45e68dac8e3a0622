import { type Logger, pino, stdSerializers } from 'pino'
import { isUnavailable } from './database/retry.ts'
import { Unreachable } from './unreachable.ts'

export type Log = Logger

/** Where secrets travel; what stands there never reaches a line of the log. */
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

/** Structured lines on standard output; `box` says which process speaks. */
export function makeLog(box: string, level = 'info'): Log {
  const redact = { paths: secretPaths, censor: '[secret]' }
  return pino({ name: box, level, redact, serializers: { err: tellError } }, standardOutput())
}

/** A fault with the facts of its place; a database or a server that cannot answer now is a warning in one line, without a stack. */
export function logFault(log: Log, facts: object, fault: unknown, message: string): void {
  if (isUnavailable(fault)) {
    const { message: reason, code } = partsOf(fault)
    log.warn({ ...facts, reason, code }, `${message}: the database cannot answer now`)
  } else if (fault instanceof Unreachable) log.warn({ ...facts, reason: fault.message }, message)
  else log.error({ ...facts, err: fault }, message)
}

/** Four things of an error and no more: drivers hang their connection on it, with its keys, and the values of a row. */
function tellError(fault: unknown) {
  if (!(fault instanceof Error)) return partsOf(fault)
  // With the messages and stacks of what caused it.
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
 * Lines in the order in which they were said, those of one turn of the event loop in one write. The last ones are
 * written before the process ends, however it ends itself: a line that is with another thread by then can be lost or
 * overtaken.
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
