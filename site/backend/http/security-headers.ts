import { randomBytes } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'

type Policy = Record<string, string>

const strict: Policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'frame-ancestors': "'none'",
}

/** The gate decodes QR codes with WebAssembly, shows the camera, and calls the Ticketing API itself. */
const gate = (ticketingOrigin: string): Policy => ({
  ...strict,
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'media-src': "'self' blob: mediastream:",
  'worker-src': "'self' blob:",
  'connect-src': `'self' ${ticketingOrigin}`,
})

export function securityHeaders({ isSecure, ticketingUrl }: { isSecure: boolean; ticketingUrl: string }) {
  const policies = { strict: write(strict), gate: write(gate(new URL(ticketingUrl).origin)) }
  return (request: Request, response: Response, next: NextFunction): void => {
    const isGate = /^\/gate(\/|$)/.test(request.path)
    response.set({
      'Content-Security-Policy': isGate ? policies.gate : policies.strict,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': `camera=${isGate ? '(self)' : '()'}, geolocation=(), microphone=(), payment=(), usb=()`,
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      ...(isSecure && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
    })
    next()
  }
}

/** For a page that hydrates: an injected script cannot know the nonce. */
export function allowWrittenScripts(response: Response): string {
  const nonce = randomBytes(16).toString('base64url')
  const policy = { ...strict, 'script-src': `${strict['script-src']} 'nonce-${nonce}'` }
  response.set('Content-Security-Policy', write(policy))
  return nonce
}

function write(policy: Policy): string {
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}
