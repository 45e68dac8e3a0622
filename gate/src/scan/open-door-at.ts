import type { Outbox } from '../outbox/outbox.ts'
import type { Place } from '../place/place.ts'
import type { AgentSession } from '../session/agent-session.ts'
import { signal } from '../verdict/signal.ts'
import { verdictOf } from '../verdict/verdict-of.ts'
import { makeAskApi } from './ask-api.ts'
import { checkScan } from './check-scan.ts'
import { type Door, openDoor } from './door.ts'
import { newScanId } from './new-scan-id.ts'
import { makePauses } from './pause.ts'

export interface DoorAtPlace extends Door {
  askNow: () => void
}

interface Needs {
  place: Place
  session: AgentSession
  outbox: Outbox
}

/** Opens a door at this place with the agent's session. */
export function openDoorAt({ place, session, outbox }: Needs): DoorAtPlace {
  const ask = makeAskApi(session)
  const { pause, hurry } = makePauses(window)
  const door = openDoor({
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
