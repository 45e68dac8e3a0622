import type { BrokenRow } from './store.ts'

const hour = 3_600_000
const day = 24 * hour

/** The last two o'clock in the morning in East Africa, which is 23:00 in UTC: then nobody buys. */
export function lastNight(now: Date): Date {
  return new Date(Math.floor((now.getTime() + hour) / day) * day - hour)
}

/** Ids and counts only; addresses are for people with access to the database. */
export const tellRow = (row: BrokenRow): string =>
  Object.entries(row)
    .filter(([name, value]) => name !== 'event_id' && name !== 'email' && value !== null)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
