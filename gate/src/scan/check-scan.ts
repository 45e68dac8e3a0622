import type { Outbox, RecordedScan } from '../outbox/outbox.ts'
import type { AskOnline, Outcome } from './ask-api.ts'

const firstPatienceMs = 2_000
const laterPatienceMs = 6_000
const pausesMs = [500, 1_000, 2_000, 4_000]

export interface CheckTools {
  outbox: Outbox
  ask: AskOnline
  /** Waits; ends early if the network comes back or the agent asks. */
  pause: (ms: number, stop: AbortSignal) => Promise<void>
  onSilence: () => void
}

/**
 * Records the scan, then asks until there is an answer, always with the same id, so that a lost answer is given again.
 * Undefined if stopped first.
 */
export async function checkScan(
  scan: RecordedScan,
  { outbox, ask, pause, onSilence }: CheckTools,
  stop: AbortSignal,
): Promise<Outcome | undefined> {
  await outbox.append(scan)
  for (let attempt = 0; !stop.aborted; attempt++) {
    const outcome = await ask(scan, attempt === 0 ? firstPatienceMs : laterPatienceMs, stop)
    if (outcome) return settled(scan, outcome, outbox)
    if (stop.aborted) break
    onSilence()
    await pause(pausesMs[Math.min(attempt, pausesMs.length - 1)] ?? 0, stop)
  }
  await outbox.settle(scan.scanId, { by: 'set_aside' })
  return undefined
}

async function settled({ scanId }: RecordedScan, outcome: Outcome, outbox: Outbox): Promise<Outcome> {
  if (outcome.kind === 'signed_out' || outcome.kind === 'no_entrance')
    await outbox.settle(scanId, { by: 'set_aside' })
  else {
    const result = outcome.kind === 'decided' ? outcome.scan.result : outcome.kind
    await outbox.settle(scanId, { by: 'api', result })
  }
  return outcome
}
