import type { Endpoint } from '@event-sphere/contract/endpoint'
import type { Answered } from '../../cast/call-api.ts'

/** How calls ended: how often in each way, and which of those must never be. */
export class Outcomes {
  readonly counts = new Map<string, number>()
  readonly faults: string[] = []

  note({ method, path }: Endpoint, { status, body, text }: Answered<unknown>): void {
    const code = status >= 400 ? (body as { code?: string } | undefined)?.code : undefined
    this.count(`${method} ${path} ${code ?? status}`)
    if (isFault(status, code)) this.faults.push(`${method} ${path}: ${status} ${text}`)
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1)
  }
}

/** The model asks nothing malformed and what everybody may; M-Pesa's own refusal travels as 502. */
function isFault(status: number, code: string | undefined): boolean {
  if (code === 'payment_provider_refused' || code === 'mailbox_unproven') return false
  return status >= 500 || [400, 401, 403, 405, 415].includes(status)
}
