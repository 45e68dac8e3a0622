import { z } from 'zod'
import { parseJson } from './parse-json.ts'

/** An answer of Daraja, as far as it can be believed. */
export type Envelope =
  /** 2xx, JSON, and no error in it: Daraja also sends errors with 200. */
  | { kind: 'fields'; fields: Record<string, unknown> }
  /** An error with a name, of Daraja or of the gateway in front of it. */
  | { kind: 'error'; httpStatus: number; code: string; text: string }
  /** Anything else: a firewall's page, half a body, an empty one. */
  | { kind: 'unreadable'; httpStatus: number }

const errorShape = z.object({
  errorCode: z.coerce.string().min(1),
  errorMessage: z.coerce.string().default(''),
})
const gatewayFaultShape = z.object({
  fault: z.object({
    faultstring: z.string().default(''),
    detail: z.object({ errorcode: z.string().min(1) }),
  }),
})
const objectShape = z.record(z.string(), z.unknown())

/**
 * Reads whatever came back. Source: Safaricom, Daraja portal, "Error response parameters"
 * (`requestId, errorCode, errorMessage`); the gateway's own faults are Apigee's (`fault.detail.errorcode`).
 */
export function readEnvelope(httpStatus: number, text: string): Envelope {
  const body = parseJson(text)
  const error = errorShape.safeParse(body)
  if (error.success)
    return { kind: 'error', httpStatus, code: error.data.errorCode, text: error.data.errorMessage }
  const gateway = gatewayFaultShape.safeParse(body)
  if (gateway.success) {
    const { faultstring, detail } = gateway.data.fault
    return { kind: 'error', httpStatus, code: detail.errorcode, text: faultstring }
  }
  const fields = objectShape.safeParse(body)
  const isFine = httpStatus >= 200 && httpStatus < 300 && fields.success
  return isFine ? { kind: 'fields', fields: fields.data } : { kind: 'unreadable', httpStatus }
}

/** Three codes for one thing, depending on the product that was called. */
const invalidTokenCodes: ReadonlySet<string> = new Set(['404.001.03', '400.003.01', '401.002.01'])

/** The token was refused, so nothing was done: renew it and ask once more. Source: Daraja portal, "Authorization". */
export function isTokenRefused(envelope: Envelope): boolean {
  if (envelope.kind === 'fields') return false
  if (envelope.httpStatus === 401) return true
  return envelope.kind === 'error' && invalidTokenCodes.has(envelope.code)
}

/**
 * We ask too much: spike arrest and quota, of Daraja (500.003.02, 500.003.03) and of the gateway before it, or 429.
 * Nothing was done. Source: Daraja portal, "Error codes"; Apigee, "SpikeArrest" and "Quota" policies.
 */
export function isThrottle(code: string, httpStatus: number): boolean {
  return httpStatus === 429 || /^500\.003\.0[23]$|ratelimit|quotaviolation|spikearrest/i.test(code)
}
