import { z } from 'zod'
import { broken } from '../faults.ts'

/**
 * On the wire, an id is its noun and the 32 hex digits of a UUID v7 (`ticket_0199…`); internally it is the UUID itself.
 */
export function idCodec<Noun extends string, Brand extends string>(noun: Noun, _brand: Brand) {
  const wire = z.string().regex(new RegExp(`^${noun}_[0-9a-f]{32}$`), broken('id_form'))
  const start = noun.length + 1
  return z
    .codec(wire, z.string(), {
      decode: (text) => hexToUuid(text.slice(start)),
      encode: (uuid) => `${noun}_${uuid.replaceAll('-', '')}`,
    })
    .brand<Brand>()
}

function hexToUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export const organizationId = idCodec('org', 'OrganizationId')
export const userId = idCodec('user', 'UserId')
export const eventId = idCodec('event', 'EventId')
export const entranceId = idCodec('entrance', 'EntranceId')
export const ticketTypeId = idCodec('ticket_type', 'TicketTypeId')
export const quotaId = idCodec('quota', 'QuotaId')
export const cartId = idCodec('cart', 'CartId')
export const purchaseId = idCodec('purchase', 'PurchaseId')
export const paymentId = idCodec('payment', 'PaymentId')
export const ticketId = idCodec('ticket', 'TicketId')
export const scanId = idCodec('scan', 'ScanId')
export const apiKeyId = idCodec('key', 'ApiKeyId')
export const matterId = idCodec('matter', 'MatterId')
export const happeningId = idCodec('happening', 'HappeningId')
export const webhookId = idCodec('webhook', 'WebhookId')
export const deliveryId = idCodec('delivery', 'DeliveryId')

export type OrganizationId = z.output<typeof organizationId>
export type UserId = z.output<typeof userId>
export type EventId = z.output<typeof eventId>
export type EntranceId = z.output<typeof entranceId>
export type TicketTypeId = z.output<typeof ticketTypeId>
export type QuotaId = z.output<typeof quotaId>
export type CartId = z.output<typeof cartId>
export type PurchaseId = z.output<typeof purchaseId>
export type PaymentId = z.output<typeof paymentId>
export type TicketId = z.output<typeof ticketId>
export type ScanId = z.output<typeof scanId>
export type ApiKeyId = z.output<typeof apiKeyId>
export type MatterId = z.output<typeof matterId>
export type HappeningId = z.output<typeof happeningId>
export type WebhookId = z.output<typeof webhookId>
export type DeliveryId = z.output<typeof deliveryId>
