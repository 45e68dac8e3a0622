import type { QuotaId, TicketTypeId } from '@event-sphere/contract/values/ids'
import { sql, type Tx } from '@event-sphere/kit/database/database'
import type { SaleType, Stock } from './lock-stock.ts'

export interface Seats {
  ticketTypeId: TicketTypeId
  quantity: number
}

/** Whether every quota that these seats draw from has them. */
export function hasSeats(stock: Stock, seats: readonly Seats[]): boolean {
  return [...seatsByQuota(stock.types, seats)].every(
    ([quota, wanted]) => (stock.left.get(quota) ?? 0) >= wanted,
  )
}

/** Takes seats out of what is left; the database hears of it with `saveStock`. */
export function takeSeats(stock: Stock, seats: readonly Seats[]): void {
  for (const [quota, wanted] of seatsByQuota(stock.types, seats)) {
    stock.left.set(quota, (stock.left.get(quota) ?? 0) - wanted)
  }
}

/** Puts seats back. */
export function returnSeats(stock: Stock, seats: readonly Seats[]): void {
  takeSeats(
    stock,
    seats.map(({ ticketTypeId, quantity }) => ({ ticketTypeId, quantity: -quantity })),
  )
}

/** Writes what is left; the table's own check refuses to go below nothing, whatever we thought. */
export async function saveStock(tx: Tx, stock: Stock): Promise<void> {
  await sql`
    update quotas set taken = size - new.left_over
    from unnest(${[...stock.left.keys()]}::uuid[], ${[...stock.left.values()]}::int[]) as new (id, left_over)
    where quotas.id = new.id and taken <> size - new.left_over`.execute(tx)
}

function seatsByQuota(
  types: ReadonlyMap<TicketTypeId, SaleType>,
  seats: readonly Seats[],
): Map<QuotaId, number> {
  const wanted = new Map<QuotaId, number>()
  for (const { ticketTypeId, quantity } of seats) {
    for (const quota of types.get(ticketTypeId)?.quotaIds ?? []) {
      wanted.set(quota, (wanted.get(quota) ?? 0) + quantity)
    }
  }
  return wanted
}
