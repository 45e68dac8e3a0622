import type { RecordedScan } from '../outbox/outbox.ts'
import type { Outcome } from './ask-api.ts'

export type DoorState =
  | { phase: 'ready' }
  | { phase: 'checking'; scan: RecordedScan }
  /** No answer yet; the scan is being repeated. */
  | { phase: 'silent'; scan: RecordedScan }
  | { phase: 'verdict'; scan: RecordedScan; outcome: Outcome }

export interface Door {
  state(): DoorState
  subscribe(onChange: () => void): () => void
  /** Takes a code that was read or typed; false while another scan waits for its answer. */
  take(ticketCode: string): boolean
  /** Admits the holder's other ticket, named by the verdict. */
  admitWith(ticketId: string): void
  /** Goes on to the next person: closes a verdict or sets an unanswered scan aside. */
  next(): void
  close(): void
}

interface Needs {
  record: (ticketCode: string, withTicketId?: string) => RecordedScan
  check: (scan: RecordedScan, onSilence: () => void, stop: AbortSignal) => Promise<Outcome | undefined>
  onOutcome: (outcome: Outcome, scan: RecordedScan) => void
}

/** A green verdict stays until the next scan, at most this long; every other one waits for the agent. */
export const greenStaysMs = 3_000

/** One person at a time: ready → checking → (silent) → verdict → ready. */
export function openDoor({ record, check, onOutcome }: Needs): Door {
  let state: DoorState = { phase: 'ready' }
  let stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  function become(next: DoorState) {
    state = next
    for (const onChange of listeners) onChange()
  }

  function next() {
    stop.abort()
    clearTimeout(timer)
    if (state.phase !== 'ready') become({ phase: 'ready' })
  }

  async function work(scan: RecordedScan, mine: AbortController) {
    const onSilence = () => {
      if (!mine.signal.aborted) become({ phase: 'silent', scan })
    }
    const outcome = await check(scan, onSilence, mine.signal)
    if (!outcome || mine.signal.aborted) return
    become({ phase: 'verdict', scan, outcome })
    if (isGreen(outcome)) timer = setTimeout(next, greenStaysMs)
    onOutcome(outcome, scan)
  }

  function start(scan: RecordedScan) {
    next()
    stop = new AbortController()
    become({ phase: 'checking', scan })
    void work(scan, stop)
  }

  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    take(ticketCode) {
      if (state.phase === 'checking' || state.phase === 'silent') return false
      start(record(ticketCode))
      return true
    },
    admitWith(ticketId) {
      if (state.phase === 'verdict') start(record(state.scan.ticketCode, ticketId))
    },
    next,
    close: next,
  }
}

/** True if the person is let in and nothing is left to check. */
export function isGreen(outcome: Outcome): boolean {
  return isAdmitted(outcome) && outcome.kind === 'decided' && !outcome.scan.needsNameCheck
}

export function isAdmitted(outcome: Outcome): boolean {
  return outcome.kind === 'decided' && outcome.scan.result === 'admitted'
}
