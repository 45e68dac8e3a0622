import type { NewTicketType, SaleState } from '@event-sphere/contract/ticket-types'
import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import type { FieldFault } from '../call/field-fault.ts'
import { type SaleWindow, saleSideOf } from './sale-side.ts'

export interface SaleFacts extends SaleWindow {
  /** What can be bought now. */
  remaining: number
  quantity: number
  now: Date
  /** Whether its organization is suspended. */
  isPaused: boolean
}

/** What a buyer is told about a ticket type: the state of its sale, and whether few are left. */
export function saleStateOf({ remaining, quantity, now, isPaused, ...window }: SaleFacts): SaleState {
  const side = saleSideOf(window, now)
  if (isPaused && side !== 'ended') return 'paused'
  if (side !== 'open') return side
  if (remaining <= 0) return 'sold_out'
  return remaining <= Math.max(10, quantity * 0.05) ? 'few_left' : 'on_sale'
}

export interface OfferedType {
  id: TicketTypeId
  code: string
  priceCents: number
}

type Wishes = Pick<NewTicketType, 'requires' | 'metadata'>

/** What must be held or bought together with a new type; undefined if it names what the event does not offer. */
export function requirementsOf({ requires = [], metadata }: Wishes, offered: readonly OfferedType[]) {
  const wanted = new Set(requires)
  if (metadata?.requiresGeneralAdmission) {
    const general = generalAdmissionOf(offered)
    if (!general) return undefined
    wanted.add(general.id)
  }
  const isOffered = [...wanted].every((id) => offered.some((type) => type.id === id))
  return isOffered ? [...wanted] : undefined
}

/** The type that the plan's flag means: the one coded GA, else the only free one. */
function generalAdmissionOf(offered: readonly OfferedType[]): OfferedType | undefined {
  const coded = offered.find((type) => type.code === 'GA')
  const free = offered.filter((type) => type.priceCents === 0)
  return coded ?? (free.length === 1 ? free[0] : undefined)
}

/** The days that are asked for, in order; null for every day of the event. A bundle has those of what it includes. */
export function daysWanted({
  admitsOn,
  metadata,
}: Pick<NewTicketType, 'admitsOn' | 'metadata'>): string[] | null {
  const wanted = admitsOn ?? (metadata?.galaDate && !metadata.bundle ? [metadata.galaDate] : null)
  return wanted && [...new Set(wanted)].sort()
}

/** A code from the name's initials (`General Admission` is GA, `Student` is STUD), numbered if that is taken. */
export function codeFor(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9\s-]/g, '')
    .split(/[\s-]+/)
    .filter(Boolean)
  const [only = 'T'] = words
  const code =
    words.length > 1
      ? words
          .map((word) => word.charAt(0))
          .join('')
          .slice(0, 8)
      : only.slice(0, 4)
  for (let number = 2; ; number += 1) {
    const next = number === 2 ? code : `${code}${number - 1}`
    if (!taken.has(next)) return next
  }
}

/** Postgres keeps the price in an integer of cents: some 21 million shillings. */
const highestPriceCents = 2_147_483_647

interface Terms {
  priceCents: number
  saleStartsAt: Date | null
  saleEndsAt: Date | null
  admitsOn: readonly string[] | null
}

/** What is wrong with the terms that a type is sold on. */
export function faultsOfTerms(
  { priceCents, saleStartsAt, saleEndsAt, admitsOn }: Terms,
  eventDays: readonly string[],
) {
  const faults: FieldFault[] = []
  if (priceCents > highestPriceCents)
    faults.push({
      pointer: '/price',
      fault: 'too_big',
      values: { maximum: Math.floor(highestPriceCents / 100) },
    })
  if (saleStartsAt && saleEndsAt && saleEndsAt <= saleStartsAt)
    faults.push({ pointer: '/saleEndDate', fault: 'sale_end_after_start' })
  if (admitsOn?.some((day) => !eventDays.includes(day)))
    faults.push({ pointer: '/admitsOn', fault: 'day_of_event', values: { days: eventDays.join(', ') } })
  return faults
}
