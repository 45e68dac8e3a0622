import type { NextFunction, Request, Response } from 'express'

/** No cache may store a response unless it is marked public, and one for a signed-in person never is. */
export function keepPrivate(_request: Request, response: Response, next: NextFunction): void {
  beforeHead(response, () => {
    const said = String(response.getHeader('Cache-Control') ?? '')
    const isPublic = said.includes('public') && !response.locals.isSignedIn
    if (!isPublic) response.setHeader('Cache-Control', 'private, no-store')
  })
  next()
}

/** Runs once, just before the response headers are sent. */
function beforeHead(response: Response, act: () => void): void {
  const writeHead = response.writeHead
  response.writeHead = (...said: unknown[]) => {
    response.writeHead = writeHead
    act()
    return Reflect.apply(writeHead, response, said)
  }
}
