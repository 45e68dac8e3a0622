import type { Entrance } from '@event-sphere/contract/entrances'
import type { EntranceRow } from './store.ts'

export function viewEntrance(row: EntranceRow): Entrance {
  const { id, eventId, name, isDefault, ticketTypeIds, admits, days, opensAt, closesAt, capacity } = row
  const { eventTitle: title, eventStatus: status, timezone, eventDays } = row
  return {
    ...{ id, eventId, name, isDefault, ticketTypeIds, admits, days, opensAt, closesAt, capacity },
    event: { title, status, timezone, days: eventDays },
  }
}
