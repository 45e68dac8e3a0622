import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { refusals } from '@event-sphere/contract/refusals'
import { newUuid } from '@event-sphere/kit/ids'
import { refuse } from '../call/refuse.ts'
import { plainHeaders } from './plain-headers.ts'
import { problemOf } from './problem.ts'

const codes: Record<string, keyof typeof refusals> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'timed_out',
}

/** How long the client has to read the answer before its connection ends. */
const lingerMilliseconds = 500

/** Malformed HTTP never becomes a request; it gets the same kind of answer, and its connection ends. */
export function refuseOnTheWire(fault: Error & { code?: string }, socket: Socket): void {
  if (fault.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const problem = problemOf(refuse(codes[fault.code ?? ''] ?? 'invalid_request'), 'en', newUuid())
  const body = JSON.stringify(problem)
  const headers = {
    ...plainHeaders(problem.requestId),
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const status = `${problem.status} ${STATUS_CODES[problem.status]}`
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${body}`)
  setTimeout(() => socket.destroy(), lingerMilliseconds).unref()
}
