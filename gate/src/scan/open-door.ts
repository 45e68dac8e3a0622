import type { Outbox } from '../outbox/outbox.ts'
import type { Place } from '../place/place.ts'
import type { AgentSession } from '../session/agent-session.ts'
import { signal } from '../verdict/signal.ts'
import { verdictOf } from '../verdict/verdict-of.ts'
import { createAskApi } from './ask-api.ts'
import { checkScan } from './check-scan.ts'
import { createDoor, type Door } from './door.ts'
import { newScanId } from './new-scan-id.ts'
import { createPauses } from './pause.ts'

export interface OpenedDoor extends Door {
  askNow: () => void
}

/** A door at this place, with the agent's session behind it. */
export function openDoor(place: Place, session: AgentSession, outbox: Outbox): OpenedDoor {
  const ask = createAskApi(session)
  const { pause, hurry } = createPauses(window)
  const door = createDoor({
    record: (ticketCode, withTicketId) => ({
      scanId: newScanId(),
      ticketCode,
      checkInLocation: place.entranceName,
      entranceId: place.entranceId,
      ...(withTicketId !== undefined && { withTicketId }),
      scannedAt: new Date().toISOString(),
    }),
    check: (scan, onSilence, stop) => checkScan(scan, { outbox, ask, pause, onSilence }, stop),
    onOutcome: (outcome) => signal(verdictOf(outcome).tone),
  })
  return { ...door, askNow: hurry }
}
