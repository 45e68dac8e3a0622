import type { EntranceChange } from '@event-sphere/contract/entrances'
import type { FieldFault } from '../call/field-fault.ts'

interface Wanted {
  isDefault: boolean
  eventDays: readonly string[]
}

/** What is wrong with the terms of an entrance. */
export function faultsOfEntrance(
  { days, ticketTypeIds }: Pick<EntranceChange, 'days' | 'ticketTypeIds'>,
  { isDefault, eventDays }: Wanted,
) {
  const faults: FieldFault[] = []
  if (days?.some((day) => !eventDays.includes(day)))
    faults.push({ pointer: '/days', fault: 'day_of_event', values: { days: eventDays.join(', ') } })
  if (ticketTypeIds?.length === 0 && !isDefault)
    faults.push({ pointer: '/ticketTypeIds', fault: 'types_needed' })
  return faults
}
