/**
 * Why a call was refused: the `code` of its problem+json, and the status it travels with.
 * Codes are part of the contract: they are added, never renamed.
 */
export const refusals = {
  invalid_request: 400,
  idempotency_key_missing: 400,
  unauthenticated: 401,
  token_expired: 401,
  wrong_credentials: 401,
  forbidden: 403,
  not_found: 404,
  unknown_ticket: 404,
  idempotency_key_in_use: 409,
  email_taken: 409,
  code_taken: 409,
  name_taken: 409,
  entrance_in_use: 409,
  cart_empty: 409,
  cart_other_event: 409,
  sold_out: 409,
  sale_closed: 409,
  limit_reached: 409,
  too_many_unpaid: 409,
  purchase_closed: 409,
  payment_in_progress: 409,
  link_used: 410,
  too_large: 413,
  unsupported_media_type: 415,
  idempotency_key_reused: 422,
  total_changed: 422,
  requirement_missing: 422,
  amount_too_large: 422,
  phone_invalid: 422,
  ticket_type_unknown: 422,
  rate_limited: 429,
  fault: 500,
  payment_provider_refused: 502,
  unavailable: 503,
} as const

export type RefusalCode = keyof typeof refusals
