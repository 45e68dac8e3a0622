import type { TicketTypeChange } from '@event-sphere/contract/ticket-types'
import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import type { FieldFault } from '../call/field-fault.ts'
import { includedIn } from './included-in.ts'
import { daysWanted, requirementsOf } from './rules.ts'
import type { TicketTypeRow } from './store.ts'
import type { Terms } from './terms.ts'

type Judged = { ok: true; terms: Terms } | { ok: false; isUnknown: boolean; fault: FieldFault }

/** What a change makes of a type among the others of its event; the plan's flags in metadata count as when it was made. */
export function judgeChange(
  before: TicketTypeRow,
  change: TicketTypeChange,
  others: readonly TicketTypeRow[],
): Judged {
  const requires = requiresAfter(before, change, others)
  if (!requires) return refused('/requires', 'requires_unknown', true)
  const included = includesAfter(before, change, others)
  if (!included.ok) return included
  const { ids: includes } = included
  const holders = others.filter((other) => other.includes.includes(before.id))
  if (includes.length > 0 && holders.length > 0) return refused('/includes', 'bundle_of_bundles', false)
  if (includes.length > 0 && change.admitsOn) return refused('/admitsOn', 'bundle_days', false)
  const isRedrawn =
    (requires.length === 0) !== (before.requires.length === 0) ||
    !isSame(includes, before.includes) ||
    (change.quantity !== undefined && before.ownQuotaId === null)
  const redraws = isRedrawn ? [before.id, ...holders.map((holder) => holder.id)] : []
  return { ok: true, terms: { requires, includes, admitsOn: daysAfter(change), redraws } }
}

const refused = (pointer: string, fault: FieldFault['fault'], isUnknown: boolean) =>
  ({ ok: false, isUnknown, fault: { pointer, fault } }) as const

function requiresAfter(
  before: TicketTypeRow,
  { requires, metadata }: TicketTypeChange,
  others: readonly TicketTypeRow[],
): TicketTypeId[] | undefined {
  const flag = metadata?.requiresGeneralAdmission
  if (requires === undefined && flag === undefined) return before.requires
  const named = requires === undefined ? before.requires : (requires ?? [])
  if (flag !== false) return requirementsOf({ requires: [...named], metadata: metadata ?? undefined }, others)
  const general = requirementsOf({ metadata: { requiresGeneralAdmission: true } }, others) ?? []
  return requirementsOf({ requires: named.filter((id) => requires || !general.includes(id)) }, others)
}

function includesAfter(
  before: TicketTypeRow,
  { includes, metadata }: TicketTypeChange,
  others: readonly TicketTypeRow[],
) {
  if (includes === undefined && !metadata?.bundle) return { ok: true, ids: before.includes } as const
  return includedIn({ includes, metadata: metadata ?? undefined }, others)
}

function daysAfter({ admitsOn, metadata }: TicketTypeChange): string[] | null | undefined {
  if (admitsOn === null) return null
  return daysWanted({ admitsOn, metadata: metadata ?? undefined }) ?? undefined
}

const isSame = (some: readonly TicketTypeId[], others: readonly TicketTypeId[]) =>
  some.length === others.length && some.every((id) => others.includes(id))
