import { randomUUID } from 'node:crypto'
import type { Log } from '@event-sphere/kit/log'
import type { NextFunction, Request, Response } from 'express'

/** One line per response. The id is passed to the Ticketing API, so that a request can be found in both logs. */
export function logRequests(log: Log) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const startedAt = performance.now()
    const requestId = wellFormed(request.headers['x-request-id']) ?? randomUUID()
    response.locals.requestId = requestId
    response.set('X-Request-Id', requestId)
    response.on('finish', () => {
      const milliseconds = Math.round(performance.now() - startedAt)
      const line = { requestId, method: request.method, path: withoutSecrets(request.path), milliseconds }
      log[response.statusCode >= 500 ? 'error' : 'debug'](
        { ...line, status: response.statusCode },
        'answered',
      )
    })
    next()
  }
}

function wellFormed(id: string | string[] | undefined): string | undefined {
  return typeof id === 'string' && /^[\w-]{8,64}$/.test(id) ? id : undefined
}

/** The token of a sign-in link opens an account. */
function withoutSecrets(path: string): string {
  return path.replace(/^(\/sign-in\/link\/).+/, '$1…')
}
