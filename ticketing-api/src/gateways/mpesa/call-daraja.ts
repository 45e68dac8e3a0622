import { fetch } from 'undici'
import { darajaWire } from './daraja-wire.ts'
import { type Envelope, readEnvelope } from './envelope.ts'

export type Heard =
  | { kind: 'answer'; envelope: Envelope }
  /** No connection was made: nothing can have happened. */
  | { kind: 'not_sent'; text: string; isBusy: boolean }
  /** It was sent, or may have been, and nothing whole came back. */
  | { kind: 'silence'; text: string }

export interface DarajaCall {
  url: string
  token: string
  body: object
  patienceMilliseconds: number
}

/** POSTs JSON once. It never throws and never sends again. */
export async function callDaraja({ url, token, body, patienceMilliseconds }: DarajaCall): Promise<Heard> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify(body),
      redirect: 'manual',
      dispatcher: darajaWire,
      signal: AbortSignal.timeout(patienceMilliseconds),
    })
    return { kind: 'answer', envelope: readEnvelope(response.status, await response.text()) }
  } catch (fault) {
    const code = causeOf(fault)
    if (wasNeverConnected(code)) return { kind: 'not_sent', text: `no connection (${code})`, isBusy: true }
    return { kind: 'silence', text: code ? `no answer (${code})` : 'no answer in time' }
  }
}

const neverConnected: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** A handshake that failed carried no request either. */
const wasNeverConnected = (code: string) =>
  neverConnected.has(code) || /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code)

function causeOf(fault: unknown): string {
  const cause = fault instanceof Error ? fault.cause : undefined
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}
