import type { Endpoint } from './endpoint.ts'
import type { RefusalCode } from './refusals.ts'

/** All codes with which a call may be refused: its own, and those of its kind. */
export function refusalsOf(endpoint: Endpoint): Set<RefusalCode> {
  const { actor, body, query, method } = endpoint
  const always: RefusalCode[] = ['unavailable', 'fault']
  if (!actor.includes('public')) always.push('unauthenticated', 'token_expired', 'forbidden')
  if (body ?? query) always.push('invalid_request')
  if (method !== 'GET') {
    always.push('invalid_request', 'field_unknown', 'too_large', 'unsupported_media_type')
    always.push('idempotency_key_missing', 'idempotency_key_in_use', 'idempotency_key_reused')
  }
  return new Set([...endpoint.refusals, ...always])
}
