import type { Locale } from '@event-sphere/contract/auth'
import type { Endpoint } from '@event-sphere/contract/endpoint'
import type { FastifyRequest } from 'fastify'
import { refuse } from '../call/refuse.ts'
import type { Wants } from '../call/route.ts'

const longestWaitSeconds = 25

export function readWants(request: FastifyRequest): Wants {
  const prefer = String(request.headers.prefer ?? '')
  const wait = Number(/\bwait=(\d{1,3})\b/.exec(prefer)?.[1] ?? 0)
  return { isMinimal: /\breturn=minimal\b/.test(prefer), waitSeconds: Math.min(wait, longestWaitSeconds) }
}

/** Swahili if it is preferred to English; otherwise English. */
export function readLocale(request: FastifyRequest): Locale {
  const asked = String(request.headers['accept-language'] ?? '').toLowerCase()
  const first = asked
    .split(',')
    .map((part) => part.trim().slice(0, 2))
    .find((tag) => tag === 'sw' || tag === 'en')
  return first === 'sw' ? 'sw' : 'en'
}

/**
 * What the client sent: 16 to 255 printable characters, bare or in quotes (draft-ietf-httpapi-idempotency-key-header).
 * Undefined if it sent none and the contract asks for none.
 */
export function readIdempotencyKey(endpoint: Endpoint, request: FastifyRequest): string | undefined {
  if (endpoint.method === 'GET') return undefined
  const sent = request.headers['idempotency-key']
  if (sent === undefined && endpoint.idempotencyKey !== 'required') return undefined
  if (typeof sent !== 'string') throw refuse('idempotency_key_missing')
  const key = /^"(.*)"$/.exec(sent)?.[1] ?? sent
  if (!/^[\x20-\x7e]{16,255}$/.test(key)) throw refuse('idempotency_key_missing')
  return key
}
