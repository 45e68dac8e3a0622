import { decideAdmission } from '@event-sphere/contract/decisions/admission'
import type { ScanId, UserId } from '@event-sphere/contract/values/ids'
import { readNow } from '@event-sphere/kit/clock'
import type { Tx } from '@event-sphere/kit/database/database'
import { refuse } from '../refuse.ts'
import type { TicketFacts } from '../tickets/ticket-facts.ts'
import { dayThere, scannedWhen } from './rules.ts'
import { findAdmission, findScan, insertScan, type ScanRow } from './store.ts'

export interface Seen {
  id: ScanId
  agentId: UserId
  location: string
  /** When it was, by the device's clock. */
  claimedAt: Date | undefined
}

/** Decides and writes it down; the same scan again is read back as it was decided the first time. */
export async function recordScan(tx: Tx, facts: TicketFacts, seen: Seen): Promise<ScanRow> {
  const scan = await decideScan(tx, facts, seen)
  if (await insertScan(tx, { ...scan, eventId: facts.event.id, agentId: seen.agentId })) return scan
  const known = await findScan(tx, seen.id)
  if (known && known.ticketId !== scan.ticketId) throw refuse('idempotency_key_reused')
  // Neither written nor known: another gate was first, and its admission is there to be seen now.
  return known ?? recordScan(tx, facts, seen)
}

async function decideScan(tx: Tx, { ticket, event, type }: TicketFacts, seen: Seen): Promise<ScanRow> {
  const scannedAt = scannedWhen(seen.claimedAt, await readNow(tx))
  const day = dayThere(scannedAt, event.timezone)
  const result = decideAdmission({
    ticketStatus: ticket.status,
    admitsOn: type.admitsOn,
    today: day,
    wasAdmittedToday: (await findAdmission(tx, ticket.id, day)) !== undefined,
  })
  return { id: seen.id, ticketId: ticket.id, result, location: seen.location, day, scannedAt }
}
