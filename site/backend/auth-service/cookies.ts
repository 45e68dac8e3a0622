import type { IncomingMessage } from 'node:http'
import type { Response } from 'express'

export type CookieName = 'sid' | 'form' | 'lang'

export interface CookieOptions {
  /** If omitted, the cookie lasts until the browser closes. */
  maxAgeSeconds?: number
}

/** `__Host-` binds a cookie to this host over TLS; without TLS, browsers refuse the prefix. */
const wireName = (name: CookieName, isSecure: boolean) => (isSecure ? `__Host-${name}` : name)

export function readCookie(
  request: IncomingMessage,
  name: CookieName,
  isSecure: boolean,
): string | undefined {
  const wanted = `${wireName(name, isSecure)}=`
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length)
}

export function setCookie(
  response: Response,
  isSecure: boolean,
  cookie: CookieOptions & { name: CookieName; value: string },
): void {
  const parts = [`${wireName(cookie.name, isSecure)}=${cookie.value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  if (isSecure) parts.push('Secure')
  if (cookie.maxAgeSeconds !== undefined) parts.push(`Max-Age=${cookie.maxAgeSeconds}`)
  response.append('Set-Cookie', parts.join('; '))
}
