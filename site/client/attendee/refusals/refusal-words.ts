import type { RefusalCode } from '@event-sphere/contract/refusals'
import type { Say, WordKey } from '../../locales/words.ts'

/** What a refusal means to a visitor of the site. */
export type Reason =
  | 'check'
  | 'signIn'
  | 'credentials'
  | 'byLink'
  | 'forbidden'
  | 'mailbox'
  | 'missing'
  | 'busy'
  | 'slow'
  | 'soldOut'
  | 'notOnSale'
  | 'paused'
  | 'hasAll'
  | 'unpaid'
  | 'tooMuch'
  | 'closed'
  | 'prompted'
  | 'phoneBusy'
  | 'sameAmount'
  | 'cancelled'
  | 'link'
  | 'price'
  | 'needsOther'
  | 'phone'
  | 'notOffered'
  | 'tooMany'
  | 'mpesa'
  | 'away'
  /** A mistake of our own program, which the visitor cannot correct. */
  | 'ours'

const reasons: Record<RefusalCode, Reason> = {
  invalid_request: 'check',
  field_unknown: 'ours',
  idempotency_key_missing: 'ours',
  unauthenticated: 'signIn',
  token_expired: 'signIn',
  wrong_credentials: 'credentials',
  sign_in_by_link: 'byLink',
  forbidden: 'forbidden',
  mailbox_unproven: 'mailbox',
  not_found: 'missing',
  unknown_ticket: 'missing',
  method_not_allowed: 'ours',
  timed_out: 'slow',
  idempotency_key_in_use: 'busy',
  email_taken: 'ours',
  code_taken: 'ours',
  name_taken: 'ours',
  entrance_in_use: 'ours',
  slug_taken: 'ours',
  webhook_exists: 'ours',
  too_many_webhooks: 'ours',
  webhook_disabled: 'ours',
  webhook_url_refused: 'ours',
  already_sold: 'ours',
  cart_empty: 'ours',
  cart_other_event: 'ours',
  sold_out: 'soldOut',
  sale_closed: 'notOnSale',
  sales_paused: 'paused',
  limit_reached: 'hasAll',
  too_many_unpaid: 'unpaid',
  purchase_closed: 'closed',
  payment_in_progress: 'prompted',
  phone_busy: 'phoneBusy',
  same_amount_just_paid: 'sameAmount',
  event_cancelled: 'cancelled',
  link_used: 'link',
  too_large: 'ours',
  unsupported_media_type: 'ours',
  idempotency_key_reused: 'ours',
  total_changed: 'price',
  requirement_missing: 'needsOther',
  amount_too_large: 'tooMuch',
  phone_invalid: 'phone',
  ticket_type_unknown: 'notOffered',
  rate_limited: 'tooMany',
  headers_too_large: 'ours',
  fault: 'ours',
  payment_provider_refused: 'mpesa',
  unavailable: 'away',
}

/** The site's own words for a refusal: the API's are also for developers and mention keys and headers. */
export function wordsOfRefusal(code: RefusalCode, say: Say): { title: string; text: string } {
  const reason = reasons[code]
  const key = (part: 'title' | 'text'): WordKey => `refusal.${reason}.${part}`
  return { title: say(key('title')), text: say(key('text')) }
}
