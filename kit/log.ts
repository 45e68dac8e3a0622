import { type Logger, pino } from 'pino'

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
  return pino({ name: box, level, redact: { paths: secretPaths, censor: '[secret]' } })
}
