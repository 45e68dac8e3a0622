import { lookup } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { DeliveryFault } from '@event-sphere/contract/webhooks'
import { faultOfUrl } from './fault-of-url.ts'
import { AddressRefused, guardedLookup } from './guarded-lookup.ts'
import type { Resolve, WebhookAnswer, WebhookRequest, WebhookWire } from './webhook-wire.ts'

/** Standard Webhooks asks for 15 to 30. */
const limitMilliseconds = 15_000
/** What is read of an answer, so that its sender is done; nobody looks at it. */
const mostAnswerBytes = 64 * 1024

export interface WireSettings {
  /** Addresses that are reached as they are, such as that of a site on this machine. */
  trustedUrls: readonly string[]
  /** Of names; the system's, if nothing is said. */
  resolve?: Resolve
  limitMilliseconds?: number
}

/** HTTP/1.1, a connection each, no redirects, and only to addresses of the open network. */
export function httpWebhookWire(settings: WireSettings): WebhookWire {
  const limit = settings.limitMilliseconds ?? limitMilliseconds
  return {
    send: async (request, stop) => {
      if (faultOfUrl(request.url, settings.trustedUrls)) return failed('address_refused')
      const inTime = AbortSignal.timeout(limit)
      try {
        const answer = await post(request, settings, AbortSignal.any([stop, inTime]))
        return readAnswer(answer)
      } catch (fault) {
        if (stop.aborted) throw fault
        return failed(inTime.aborted ? 'timeout' : kindOf(fault))
      }
    },
  }
}

function post(
  { url, headers, body }: WebhookRequest,
  { trustedUrls, resolve = lookup }: WireSettings,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { href, protocol } = new URL(url)
  const isTrusted = trustedUrls.includes(href)
  const guard = isTrusted ? {} : { lookup: guardedLookup(resolve) as typeof lookup }
  const { request } = protocol === 'http:' ? http : https
  return new Promise((resolved, rejected) => {
    const options = { method: 'POST', headers, signal, agent: false as const, ...guard }
    const asking = request(url, options, (answer) => {
      drain(answer)
      resolved(answer)
    })
    asking.on('error', rejected)
    asking.end(body)
  })
}

/** The status has said everything; a body that never ends, or is endless, is cut off. */
function drain(answer: IncomingMessage): void {
  let bytes = 0
  answer.on('error', () => undefined)
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > mostAnswerBytes) answer.destroy()
  })
}

function readAnswer({ statusCode = 0, headers }: IncomingMessage): WebhookAnswer {
  const isTaken = statusCode >= 200 && statusCode < 300
  const isElsewhere = statusCode >= 300 && statusCode < 400
  const fault = isTaken ? undefined : isElsewhere ? 'redirect' : 'status'
  return { statusCode, fault, retryAfterSeconds: readRetryAfter(headers['retry-after']) }
}

/** Seconds or a date (RFC 9110, 10.2.3). */
function readRetryAfter(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,9}$/.test(text.trim())) return Number(text)
  const seconds = (Date.parse(text) - Date.now()) / 1000
  return seconds > 0 ? Math.ceil(seconds) : undefined
}

const failed = (fault: DeliveryFault): WebhookAnswer => ({
  statusCode: undefined,
  fault,
  retryAfterSeconds: undefined,
})

function kindOf(fault: unknown): DeliveryFault {
  if (fault instanceof AddressRefused) return 'address_refused'
  const code = String((fault as { code?: unknown }).code)
  if (/^(ENOTFOUND|EAI_|ENODATA)/.test(code)) return 'name_unknown'
  return /^(ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|EPROTO|HOSTNAME)/.test(code)
    ? 'tls'
    : 'connection'
}
