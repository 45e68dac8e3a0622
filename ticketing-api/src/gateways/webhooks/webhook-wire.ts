import type { LookupAddress, LookupOptions } from 'node:dns'
import type { DeliveryFault } from '@event-sphere/contract/webhooks'

export interface WebhookRequest {
  url: string
  headers: Readonly<Record<string, string>>
  body: string
}

/** What came of one attempt. */
export interface WebhookAnswer {
  /** Undefined if nothing was answered. */
  statusCode: number | undefined
  /** Undefined for a 2xx, and nothing else. */
  fault: DeliveryFault | undefined
  /** From when the receiver wants to be tried again, if it says so. */
  retryAfterSeconds: number | undefined
}

/** The door to those who want to be told: one POST, once, to an address that may be anything. */
export interface WebhookWire {
  /** Never throws: whatever goes wrong out there is an answer. @param stop ends the attempt, and then it throws */
  send(request: WebhookRequest, stop: AbortSignal): Promise<WebhookAnswer>
}

type Found = (fault: Error | null, addresses: LookupAddress[]) => void
/** `dns.lookup` asked for all addresses. */
export type Resolve = (host: string, options: LookupOptions & { all: true }, found: Found) => void
