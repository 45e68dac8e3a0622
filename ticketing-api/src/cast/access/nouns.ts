import * as ids from '@event-sphere/contract/values/ids'
import { z } from 'zod'

/** What an id names: `purchaseId` is the id of a purchase. */
export type Noun = string

const someUuid = '00000000-0000-0000-0000-000000000000'

const codecs = Object.entries(ids).flatMap(([name, value]) =>
  value instanceof z.ZodCodec ? [{ noun: name.replace(/Id$/, ''), codec: value as z.ZodType }] : [],
)

export const nounOfId = (shape: unknown): Noun | undefined =>
  codecs.find(({ codec }) => codec === shape)?.noun

/** Objects that stand in the contract under another name than that of an id. */
const otherNames: Record<string, Noun> = {
  checkoutRequestId: 'payment',
  idOrSlug: 'event',
  ticketCode: 'ticket',
}
/** An id of the right form that nothing has; for what is known by another name, a text. */
export function unknownId(noun: Noun, field: string): string {
  const codec = field in otherNames ? undefined : codecs.find((one) => one.noun === noun)?.codec
  return codec ? String(z.encode(codec, someUuid)) : 'unknown'
}

/** `purchase_` → purchase. */
const nounByPrefix = new Map(codecs.map(({ noun }) => [unknownId(noun, '').replace(/_0+$/, ''), noun]))

/** Parts of a path that name no object: whoever knows one was given it. */
const secrets = ['token']

export function nounOfField(name: string): Noun | 'secret' | undefined {
  return secrets.includes(name) ? 'secret' : otherNames[name]
}

export interface NamedId {
  noun: Noun
  id: string
  uuid: string
}

/** Every id that stands in a text. */
export function idsIn(text: string): NamedId[] {
  return [...text.matchAll(/\b([a-z_]+)_([0-9a-f]{32})\b/g)].flatMap(([id, prefix = '', hex = '']) => {
    const noun = nounByPrefix.get(prefix)
    return noun ? [{ noun, id, uuid: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') }] : []
  })
}
