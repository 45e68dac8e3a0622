import type { NextFunction, Request, Response } from 'express'

/** A request that makes no address (no Host, a broken one, a target that is a whole URL) goes no further. */
export function refuseMalformed(request: Request, response: Response, next: NextFunction): void {
  const { host } = request.headers
  if (host && request.originalUrl.startsWith('/') && URL.canParse(`http://${host}${request.originalUrl}`))
    next()
  else response.status(400).type('text/plain').send('This request has no valid Host header or path.\n')
}
