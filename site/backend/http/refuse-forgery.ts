import type { NextFunction, Request, Response } from 'express'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])
const largestForm = 32 * 1024

/** A form from another site ends here; the token in the form is the second lock, for browsers that send neither header. */
export function refuseForgery(publicUrl: string) {
  const ownHost = new URL(publicUrl).host
  return (request: Request, response: Response, next: NextFunction): void => {
    if (harmless.has(request.method)) return next()
    if (!isOwn(request, ownHost)) return refuse(response, 403, 'This form came from another site.')
    const length = Number(request.headers['content-length'] ?? Number.NaN)
    if (Number.isNaN(length)) return refuse(response, 411, 'A form says its length.')
    if (length > largestForm) return refuse(response, 413, 'This form is too large.')
    next()
  }
}

function isOwn(request: Request, ownHost: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = request.headers
  if (origin === undefined) return true
  const host = hostOf(origin)
  return host === ownHost || host === request.headers.host
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

function refuse(response: Response, status: number, words: string): void {
  response.status(status).type('text/plain').send(`${words}\n`)
}
