import type { NextFunction, Request, Response } from 'express'

/** Nothing may keep an answer that does not say that it is public, and one for somebody signed in is never public. */
export function keepPrivate(_request: Request, response: Response, next: NextFunction): void {
  beforeHead(response, () => {
    const said = String(response.getHeader('Cache-Control') ?? '')
    const isPublic = said.includes('public') && !response.locals.isSignedIn
    if (!isPublic) response.setHeader('Cache-Control', 'private, no-store')
  })
  next()
}

/** Runs once, when everything that an answer's head says has been said. */
function beforeHead(response: Response, act: () => void): void {
  const writeHead = response.writeHead
  response.writeHead = (...said: unknown[]) => {
    response.writeHead = writeHead
    act()
    return Reflect.apply(writeHead, response, said)
  }
}
