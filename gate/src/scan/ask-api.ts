import { scanTicket } from '@event-sphere/contract/check-in'
import type { WireReply } from '@event-sphere/contract/endpoint'
import type { Answer } from '../api/send-call.ts'
import type { RecordedScan } from '../outbox/outbox.ts'
import type { AgentSession } from '../session/agent-session.ts'

export type Scan = WireReply<typeof scanTicket>
export type Outcome =
  | { kind: 'decided'; scan: Scan }
  | { kind: 'unknown' }
  | { kind: 'signed_out' }
  /** The device's entrance no longer exists. */
  | { kind: 'no_entrance' }
/** Resolves to undefined if there is no answer in time. */
export type AskOnline = (
  scan: RecordedScan,
  patienceMs: number,
  stop: AbortSignal,
) => Promise<Outcome | undefined>

// `scannedAt` is not sent: online, the API's own clock decides, and a phone's may be wrong.
export function makeAskApi(session: Pick<AgentSession, 'call'>): AskOnline {
  return async ({ scannedAt: _, ...body }, patienceMs, stop) => {
    const patience = new AbortController()
    const giveUp = () => patience.abort()
    const timer = setTimeout(giveUp, patienceMs)
    stop.addEventListener('abort', giveUp, { once: true })
    if (stop.aborted) giveUp()
    const answer = await session.call(scanTicket, { body }, patience.signal)
    clearTimeout(timer)
    stop.removeEventListener('abort', giveUp)
    return outcomeOf(answer)
  }
}

function outcomeOf(answer: Answer<Scan>): Outcome | undefined {
  if (answer.kind === 'answered') return { kind: 'decided', scan: answer.reply }
  if (answer.kind === 'silent') return undefined
  if (answer.problem.code === 'not_found') return { kind: 'no_entrance' }
  switch (answer.problem.status) {
    case 401:
    case 403:
      return { kind: 'signed_out' }
    case 429:
      return undefined
    default:
      return { kind: 'unknown' }
  }
}
