import { admissionDay, decideAdmission } from '@event-sphere/contract/decisions/admission'
import type { EventId, OrganizationId, ScanId, UserId } from '@event-sphere/contract/values/ids'
import { readNow } from '@event-sphere/kit/clock'
import type { Tx } from '@event-sphere/kit/database/database'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import type { Door } from '../entrances/find-door.ts'
import { lockDoor } from '../entrances/lock-door.ts'
import { announce } from '../happenings/announce.ts'
import type { FoundTicket } from '../tickets/find-ticket-by-code.ts'
import { wallClockThere } from './rules.ts'
import { countAdmitted, findAdmission, findScan, insertScan, type ScanRow } from './store.ts'

export interface Seen {
  organizationId: OrganizationId
  id: ScanId
  agentId: UserId
  location: string
  claimedAt: Date | undefined
}

export interface AtDoor {
  found: FoundTicket
  door: Door
}

/** Decides and writes it down; the same scan again is read back as it was decided the first time. */
export async function recordScan(
  ctx: Pick<Context, 'jobs'>,
  tx: Tx,
  at: AtDoor,
  seen: Seen,
): Promise<ScanRow> {
  const scan = await decideScan(tx, at, seen)
  const { agentId, claimedAt } = seen
  const row = { ...scan, eventId: at.door.eventId, agentId, claimedAt, readBy: at.found.readBy }
  if (await insertScan(tx, row)) {
    await announceScanned(ctx, tx, seen.organizationId, row)
    return scan
  }
  const known = await findScan(tx, seen.id)
  const isAnother = known?.ticketId !== scan.ticketId || known.entranceId !== scan.entranceId
  if (known && isAnother) throw refuse('idempotency_key_reused')
  if (known) return known
  // Neither written nor known: another gate was first, and its admission is there to be seen now.
  const isBeaten = scan.result === 'admitted' && (await findAdmission(tx, scan)) !== undefined
  // Or the id is one of another organization's, which nobody here sees.
  if (!isBeaten) throw refuse('idempotency_key_reused')
  return recordScan(ctx, tx, at, seen)
}

async function announceScanned(
  ctx: Pick<Context, 'jobs'>,
  tx: Tx,
  organizationId: OrganizationId,
  { id: scanId, ticketId, eventId, entranceId, result, scannedAt }: ScanRow & { eventId: EventId },
): Promise<void> {
  const data = { scanId, ticketId, eventId, entranceId, result, scannedAt }
  await announce(ctx, tx, { organizationId }, [{ type: 'ticket.scanned', data }])
}

async function decideScan(tx: Tx, { found, door }: AtDoor, seen: Seen): Promise<ScanRow> {
  const { ticket, event, type } = found.facts
  if (door.capacity !== null) await lockDoor(tx, door)
  const scannedAt = await readNow(tx)
  const now = wallClockThere(scannedAt, door.timezone)
  const day = admissionDay(door, now)
  const entry = { ticketId: ticket.id, entranceId: door.id, day }
  const result = decideAdmission({
    ticketStatus: ticket.status,
    isOfEvent: event.id === door.eventId,
    eventStatus: door.eventStatus,
    isAdmittedHere: door.admits.some(({ id }) => id === type.id),
    admitsOn: type.admitsOn,
    entrance: door,
    now,
    wasAdmittedToday: (await findAdmission(tx, entry)) !== undefined,
    isFull: door.capacity !== null && (await countAdmitted(tx, door.id, day)) >= door.capacity,
  })
  return { ...entry, id: seen.id, result, location: seen.location, scannedAt }
}
