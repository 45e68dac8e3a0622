import { scanTicket } from '@event-sphere/contract/check-in'
import { sql } from '@event-sphere/kit/database/database'
import fc from 'fast-check'
import { act } from './act.ts'
import { type Known, pick } from './known.ts'
import { often } from './orders.ts'
import { times } from './times.ts'
import type { World } from './world.ts'

const entrance = fc.constantFrom<'Main Entrance' | 'Gala Hall'>('Main Entrance', 'Gala Hall')

const scans = act(
  'a ticket is scanned',
  { at: fc.nat(), often, entrance, isByName: fc.boolean() },
  async (known, world, chosen) => {
    const code = pick(await codesOf(world), chosen.at)
    if (!code) return
    await Promise.all(times(chosen.often + 1).map((side) => scan(known, world, { ...chosen, code, side })))
  },
)

interface Scan {
  code: string
  side: number
  entrance: 'Main Entrance' | 'Gala Hall'
  isByName: boolean
}

async function scan(known: Known, world: World, { code, side, ...where }: Scan): Promise<void> {
  const isHall = where.entrance === 'Gala Hall'
  const { status, body } = await world.ask(scanTicket, {
    side,
    as: world.agentToken(),
    body: {
      ticketCode: code,
      checkInLocation: where.entrance,
      ...(isHall && !where.isByName && { entranceId: world.hall }),
    },
  })
  if (status !== 200) return
  world.outcomes.count(`scan ${body.result}`)
  if (body.result !== 'admitted') return
  known.admissions.push({
    ticketId: body.ticket.id,
    typeName: body.ticket.ticketTypeName,
    entrance: body.entrance.name,
    day: dayInNairobi(body.scannedAt),
  })
}

const dayInNairobi = (instant: string) =>
  new Date(Date.parse(instant) + 3 * 3_600_000).toISOString().slice(0, 10)

/** Of tickets that anybody but the crowd holds. */
async function codesOf({ sides, eventUuid }: World): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select typed_code as code from tickets k join ticket_types t on t.id = k.ticket_type_id
    where k.event_id = ${eventUuid} and t.code <> 'EX' order by k.id`.execute(sides[0].ctx.database.reader)
  return rows.map(({ code }) => code)
}

export const door = [scans]
