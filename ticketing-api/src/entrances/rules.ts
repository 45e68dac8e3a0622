import type { EntranceChange } from '@event-sphere/contract/entrances'

interface Wanted {
  isDefault: boolean
  eventDays: readonly string[]
}

/** What is wrong with the terms of an entrance. */
export function faultsOfEntrance(
  { days, ticketTypeIds }: Pick<EntranceChange, 'days' | 'ticketTypeIds'>,
  { isDefault, eventDays }: Wanted,
) {
  const faults: { pointer: string; message: string }[] = []
  if (days?.some((day) => !eventDays.includes(day)))
    faults.push({ pointer: '/days', message: `is of the event's days: ${eventDays.join(', ')}` })
  if (ticketTypeIds?.length === 0 && !isDefault)
    faults.push({ pointer: '/ticketTypeIds', message: 'only the default entrance may name none' })
  return faults
}
