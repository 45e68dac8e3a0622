import type { NewTicketType } from '@event-sphere/contract/ticket-types'
import { type TicketTypeId, ticketTypeId } from '@event-sphere/contract/values/ids'
import type { FieldFault } from '../call/field-fault.ts'

export interface IncludableType {
  id: TicketTypeId
  code: string
  name: string
  includes: readonly TicketTypeId[]
}

type Wishes = Pick<NewTicketType, 'includes' | 'metadata'>
type Included = { ok: true; ids: TicketTypeId[] } | { ok: false; isUnknown: boolean; fault: FieldFault }

/** What a bundle is made of: the ids of `includes`, or the plan's words in its metadata. Empty if the type is not a bundle. */
export function includedIn({ includes, metadata }: Wishes, offered: readonly IncludableType[]): Included {
  const named = metadata?.bundle ? (metadata.includes ?? []) : []
  const read = named.map((word) => typeCalled(word, offered)?.id)
  const ids = includes ?? read.filter((id) => id !== undefined)
  const pointer = includes ? '/includes' : '/metadata/includes'
  if (metadata?.bundle && ids.length === 0 && named.length === 0)
    return faulty('/includes', 'includes_missing')
  if (read.includes(undefined) || ids.some((id) => !offered.some((type) => type.id === id)))
    return { ...faulty(pointer, 'includes_unknown'), isUnknown: true }
  if (new Set(ids).size < ids.length) return faulty(pointer, 'includes_twice')
  if (includes && named.length > 0 && !isSameSet(includes, read))
    return faulty('/metadata/includes', 'includes_differ')
  if (offered.some((type) => ids.includes(type.id) && type.includes.length > 0))
    return faulty(pointer, 'bundle_of_bundles')
  return { ok: true, ids }
}

const faulty = (pointer: string, fault: FieldFault['fault']) =>
  ({ ok: false, isUnknown: false, fault: { pointer, fault } }) as const

const isSameSet = (some: readonly unknown[], others: readonly unknown[]) =>
  some.length === others.length && some.every((one) => others.includes(one))

/** By id, code or name; else by the beginning of exactly one name: `gala_night` is Gala Night Access. */
function typeCalled(word: string, offered: readonly IncludableType[]): IncludableType | undefined {
  const id = ticketTypeId.safeParse(word)
  if (id.success) return offered.find((type) => type.id === id.data)
  const wanted = inWords(word)
  const exact = offered.filter((type) => inWords(type.code) === wanted || inWords(type.name) === wanted)
  const close = offered.filter((type) => wanted !== '' && inWords(type.name).startsWith(`${wanted}_`))
  const found = exact.length > 0 ? exact : close
  return found.length === 1 ? found[0] : undefined
}

const inWords = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
