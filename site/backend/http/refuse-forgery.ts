import type { NextFunction, Request, Response } from 'express'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])
const largestForm = 32 * 1024

/** A form from another site ends here; the token in the form is the second lock, for browsers that send neither header. */
export function refuseForgery(publicUrl: string) {
  const ownHost = new URL(publicUrl).host
  return (request: Request, response: Response, next: NextFunction): void => {
    const fault = harmless.has(request.method) ? undefined : faultOf(request, ownHost)
    if (fault) response.status(fault.status).type('text/plain').send(`${fault.words}\n`)
    else next()
  }
}

function faultOf(request: Request, ownHost: string): { status: number; words: string } | undefined {
  if (!isOwn(request, ownHost)) return { status: 403, words: 'This form came from another site.' }
  const length = Number(request.headers['content-length'] ?? Number.NaN)
  if (Number.isNaN(length)) return { status: 411, words: 'A form says its length.' }
  return length > largestForm ? { status: 413, words: 'This form is too large.' } : undefined
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
