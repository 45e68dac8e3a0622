import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { page, pageOf, wholeList } from './events.ts'
import { broken } from './faults.ts'
import { happeningType } from './happenings.ts'
import { deliveryId, happeningId, webhookId } from './values/ids.ts'
import { instant } from './values/instant.ts'
import { line } from './values/text.ts'

/** The most webhooks that an organization may have. */
export const mostWebhooks = 10

/** Why a webhook is disabled: an administrator disabled it, it answered 410, or every attempt failed for five days. */
const disabledBecause = z.enum(['asked', 'gone', 'failing'])

/** An address that receives the organization's happenings, as Standard Webhooks 1.0.0 describes. */
export const webhook = z.object({
  id: webhookId,
  url: z.string(),
  description: z.string().nullable(),
  /** The types that it receives; empty for all, including types added later. */
  types: z.array(happeningType),
  status: z.enum(['active', 'disabled']),
  disabledBecause: disabledBecause.nullable(),
  /** Every attempt has failed since then; null if the last one succeeded. */
  failingSince: instant.nullable(),
  createdAt: instant,
})
export type Webhook = z.output<typeof webhook>

/** The signing secret: `whsec_` and 24 to 64 bytes in base64. */
export const webhookSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]+={0,2}$/, broken('webhook_secret_form'))
  .refine(hasGoodLength, broken('webhook_secret_form'))

function hasGoodLength(secret: string): boolean {
  const base64 = secret.slice('whsec_'.length)
  const bytes = Math.floor((base64.replace(/=+$/, '').length * 3) / 4)
  return base64.length % 4 === 0 && bytes >= 24 && bytes <= 64
}

const url = z.string().trim().max(500).pipe(z.url())
const described = {
  url,
  description: line(200).optional(),
  types: z.array(happeningType).max(happeningType.options.length).optional(),
}

const ids = z.object({ id: webhookId })

export const createWebhook = endpoint({
  method: 'POST',
  path: '/webhooks',
  summary:
    'Create a webhook: every happening of the given types, or of all, is sent to an https address as Standard Webhooks describes. The secret is shown only in this reply',
  actor: ['admin', 'key'],
  /** `secret` is optional; by default one is generated. */
  body: z.object({ ...described, secret: webhookSecret.optional() }),
  status: 201,
  reply: webhook.extend({ secret: z.string() }),
  refusals: ['webhook_url_refused', 'webhook_exists', 'too_many_webhooks'],
})

export const listWebhooks = endpoint({
  method: 'GET',
  path: '/webhooks',
  summary: "The organization's webhooks, oldest first",
  actor: ['admin', 'key'],
  status: 200,
  reply: wholeList(webhook),
  refusals: [],
})

export const getWebhook = endpoint({
  method: 'GET',
  path: '/webhooks/{id}',
  summary: "One of the organization's webhooks",
  actor: ['admin', 'key'],
  params: ids,
  status: 200,
  reply: webhook,
  refusals: ['not_found'],
})

export const changeWebhook = endpoint({
  method: 'PATCH',
  path: '/webhooks/{id}',
  summary:
    'Change, disable or enable a webhook; what happens while it is disabled is not sent, and pending deliveries are given up',
  actor: ['admin', 'key'],
  params: ids,
  body: z.object({
    url: url.optional(),
    description: described.description.nullable(),
    types: described.types,
    status: z.enum(['active', 'disabled']).optional(),
  }),
  status: 200,
  reply: webhook,
  refusals: ['not_found', 'webhook_url_refused', 'webhook_exists'],
})

export const deleteWebhook = endpoint({
  method: 'DELETE',
  path: '/webhooks/{id}',
  summary: 'Delete a webhook with all its deliveries',
  actor: ['admin', 'key'],
  params: ids,
  status: 204,
  reply: z.undefined(),
  refusals: ['not_found'],
})

export const rotateWebhookSecret = endpoint({
  method: 'POST',
  path: '/webhooks/{id}/rotate-secret',
  summary:
    'Replace the secret; the new one is shown only in this reply. Both sign for a day, so that receivers can switch; sending the current secret changes nothing',
  actor: ['admin', 'key'],
  params: ids,
  body: z.object({ secret: webhookSecret.optional() }).default({}),
  status: 200,
  /** `previousUntil`: when the old secret stops signing; null if there is none. */
  reply: z.object({ secret: z.string(), previousUntil: instant.nullable() }),
  refusals: ['not_found'],
})

/**
 * `pending`: not tried yet. `failed`: will be tried again. `dead`: given up, after ten attempts in about three days or
 * with its webhook. A receiver may get a delivery more than once, and different deliveries in any order; `webhook-id`
 * is the same for all attempts.
 */
const deliveryStatus = z.enum(['pending', 'failed', 'delivered', 'dead'])

const deliveryFault = z.enum([
  /** The answer was not 2xx. */
  'status',
  /** The answer was a redirect, which is not followed. */
  'redirect',
  'timeout',
  'name_unknown',
  /** Its name resolves to a private address. */
  'address_refused',
  'tls',
  'connection',
])
export type DeliveryFault = z.output<typeof deliveryFault>

export const delivery = z.object({
  id: deliveryId,
  /** Sent to the receiver as `webhook-id`. */
  happeningId,
  type: happeningType,
  happenedAt: instant,
  status: deliveryStatus,
  attempts: z.int(),
  lastAttemptAt: instant.nullable(),
  lastStatusCode: z.int().nullable(),
  lastFault: deliveryFault.nullable(),
  /** Null if there are no more attempts. */
  nextAttemptAt: instant.nullable(),
  deliveredAt: instant.nullable(),
})
export type Delivery = z.output<typeof delivery>

export const listDeliveries = endpoint({
  method: 'GET',
  path: '/webhooks/{id}/deliveries',
  summary: "A webhook's deliveries of the last 30 days, including pending ones, newest first",
  actor: ['admin', 'key'],
  params: ids,
  query: z.object({ ...page, status: deliveryStatus.optional() }),
  status: 200,
  reply: pageOf(delivery),
  refusals: ['not_found'],
})

export const replayDeliveries = endpoint({
  method: 'POST',
  path: '/webhooks/{id}/replay',
  summary:
    'Send deliveries again: one, whatever its status, or all failed ones of happenings since an instant',
  actor: ['admin', 'key'],
  params: ids,
  body: z
    .object({ deliveryId: deliveryId.optional(), since: instant.optional() })
    .refine((asked) => (asked.deliveryId === undefined) !== (asked.since === undefined), {
      ...broken('delivery_or_since'),
      path: ['deliveryId'],
    }),
  status: 202,
  reply: z.object({ replayed: z.int() }),
  refusals: ['not_found', 'webhook_disabled'],
})
