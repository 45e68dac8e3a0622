import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import { readCookie, setCookie } from './cookies.ts'
import { isSecret, newSecret, seal, unseal } from './secret.ts'

/** Identifies a browser to the API by our cookie; the cookie cannot be derived from it. */
export function browserOf(request: Request, isSecure: boolean): string | undefined {
  const secret = readCookie(request, 'form', isSecure)
  return secret && isSecret(secret)
    ? createHmac('sha256', secret).update('browser').digest('base64url')
    : undefined
}

/** Every form carries one; only our own pages can read the secret that it is made from. */
export interface FormToken {
  make(): string
  accepts(token: string): boolean
  /**
   * Seals a message of one page to the next in its address: it can be written and read only through us, for this
   * browser.
   */
  seal(content: unknown): string
  /** Undefined if it was not sealed for this browser. */
  open(sealed: string): unknown
}

const saltBytes = 12
/** Longer than any phone keeps a page open. */
const thirtyDays = 30 * 24 * 3600

/** The cookie is set when the first form is drawn, so that pages without forms stay cacheable. */
export function formTokenOf(request: Request, response: Response, isSecure: boolean): FormToken {
  const sent = readCookie(request, 'form', isSecure)
  let secret = sent && isSecret(sent) ? sent : undefined
  const ownSecret = (): string => {
    if (secret) return secret
    secret = newSecret()
    setCookie(response, isSecure, { name: 'form', value: secret, maxAgeSeconds: thirtyDays })
    return secret
  }
  return {
    make() {
      // A new salt each time, so that the page's compression reveals nothing (BREACH).
      const salt = randomBytes(saltBytes).toString('base64url')
      return `${salt}.${sign(ownSecret(), salt)}`
    },
    seal: (content) => seal(ownSecret(), content).toString('base64url'),
    open: (sealed) => (secret ? openSealed(secret, sealed) : undefined),
    accepts(token) {
      const [salt = '', mark = ''] = token.split('.')
      if (!secret) return false
      const expected = Buffer.from(sign(secret, salt))
      const given = Buffer.from(mark)
      return expected.length === given.length && timingSafeEqual(expected, given)
    },
  }
}

function openSealed(secret: string, sealed: string): unknown {
  try {
    return unseal(secret, Buffer.from(sealed, 'base64url'))
  } catch {
    return undefined
  }
}

function sign(secret: string, salt: string): string {
  return createHmac('sha256', secret).update(`form ${salt}`).digest('base64url')
}
