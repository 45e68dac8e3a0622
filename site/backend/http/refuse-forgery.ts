import type { NextFunction, Request, Response } from 'express'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])
const largestForm = 32 * 1024

/** Refuses forms from other sites. The form token is the second safeguard, for browsers that send neither header. */
export function refuseForgery(publicUrl: string) {
  const { origin } = new URL(publicUrl)
  return (request: Request, response: Response, next: NextFunction): void => {
    const fault = harmless.has(request.method) ? undefined : faultOf(request, origin)
    if (fault) response.status(fault.status).type('text/plain').send(`${fault.words}\n`)
    else next()
  }
}

function faultOf(request: Request, ownOrigin: string): { status: number; words: string } | undefined {
  if (!isOwn(request, ownOrigin)) {
    return { status: 403, words: `This form came from another site. Open ${ownOrigin} and try again.` }
  }
  const length = Number(request.headers['content-length'] ?? Number.NaN)
  if (Number.isNaN(length)) return { status: 411, words: 'A form must state its length.' }
  if (length > largestForm) return { status: 413, words: 'This form is too large.' }
  return isForm(request) ? undefined : { status: 415, words: 'Send the form in the format of the page.' }
}

const isForm = (request: Request): boolean =>
  /^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? '')

function isOwn(request: Request, ownOrigin: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = request.headers
  return origin === undefined || origin === ownOrigin
}
