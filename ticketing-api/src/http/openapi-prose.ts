/** What a reader of the document should know before the first call. */
export const about = `
Sells and checks tickets. JSON in camelCase; instants are ISO 8601 with an offset; money is whole Kenyan shillings, since
M-Pesa moves nothing smaller.

**Who calls.** \`Authorization: Bearer\` with an access token (15 minutes, from POST /auth/login or /auth/register; renew it
by POST /auth/refresh) or with an organization's API key (\`es_live_…\`, from POST /organizations/{id}/api-keys). With a key
you may act for a guest: name them as \`buyer\`. Ids carry their noun: \`event_\`, \`ticket_type_\`, \`purchase_\`, \`ticket_\`.

**Bodies are strict.** A field that a call does not have is refused by name (\`field_unknown\`), never dropped. A PATCH
changes what it names; null clears what may be empty. \`metadata\` is yours: an open object of at most 8 KiB that is kept and
given back to everybody who sees the thing.

**Retrying.** Every call that changes something takes an \`Idempotency-Key\` of 16 to 255 characters: new for each act, the
same for each retry. The same key gets the same answer, with \`Idempotent-Replayed: true\`; the same key with another body is
\`idempotency_key_reused\`, and while the first is in hand \`idempotency_key_in_use\`. Purchases and payments remember a key for
30 days, everything else for a day. Without a key each call is an act of its own.

**Refusals** are \`application/problem+json\` (RFC 9457). Programs read \`code\`; people read \`title\` and \`detail\`, in English
or Swahili as \`Accept-Language\` asks; \`errors\` names each faulty field by a JSON pointer. Quote \`requestId\` when you ask for
help. Where waiting helps, \`retryAt\` and \`Retry-After\` say how long.

**Lists** take \`limit\` and \`after\` and answer \`{ items, next }\`; pass \`next\` as \`after\`, and treat it as opaque.
`.trim()

export const tags: Record<string, string> = {
  organizations: 'Who holds events, and their API keys',
  auth: 'Accounts, sessions and staff',
  events: 'Events and their sub-events',
  'ticket-types': 'What is sold, at what price, from which stock; bundles',
  entrances: 'Doors, and the tickets that they admit',
  cart: 'Seats held for thirty minutes',
  purchases: 'Buying, and what was bought',
  payments: 'M-Pesa: asking the phone, and how it went',
  tickets: 'Tickets, their QR codes, and checking them at the door',
  matters: 'What needs a person',
  webhooks: 'Being told what happens, as Standard Webhooks describes',
}
