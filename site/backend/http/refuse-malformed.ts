import type { NextFunction, Request, Response } from 'express'

/** Refuses a request without a valid address: no Host, an invalid one, or an absolute URL as its target. */
export function refuseMalformed(request: Request, response: Response, next: NextFunction): void {
  const { host } = request.headers
  if (host && request.originalUrl.startsWith('/') && URL.canParse(`http://${host}${request.originalUrl}`))
    next()
  else response.status(400).type('text/plain').send('This request has no valid Host header or path.\n')
}
