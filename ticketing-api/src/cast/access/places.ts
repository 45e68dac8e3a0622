import type { Endpoint } from '@event-sphere/contract/endpoint'
import { z } from 'zod'
import { type Noun, nounOfField, nounOfId } from './nouns.ts'

/** Where a call names an object: `['body', 'items', '*', 'ticketTypeId']`. */
export interface Place {
  path: readonly string[]
  field: string
  noun: Noun
  isOptional: boolean
}

const parts = ['params', 'query', 'body'] as const

/** Every place of a call that names an object, found by the type of its id. */
export function placesOf(endpoint: Endpoint): Place[] {
  return parts.flatMap((part) => placesIn(endpoint[part], [part], false))
}

/** The noun that a list is of. */
export function listedBy({ reply }: Endpoint): Noun | undefined {
  return placesIn(reply, [], false).find(({ path }) => path.join('.') === 'items.*.id')?.noun
}

/** @throws for a part of the path of which nobody has said what it names */
function placesIn(shape: unknown, path: readonly string[], isOptional: boolean): Place[] {
  const field = path.findLast((step) => step !== '*') ?? ''
  const noun = nounOfId(shape) ?? (shape instanceof z.ZodString ? nounOfField(field) : undefined)
  if (noun === 'secret') return []
  if (noun) return [{ path, field, noun, isOptional }]
  if (shape instanceof z.ZodObject)
    return Object.entries(shape.def.shape).flatMap(([name, inner]) =>
      placesIn(inner, [...path, name], isOptional),
    )
  if (shape instanceof z.ZodArray) return placesIn(shape.def.element, [...path, '*'], isOptional)
  if (shape instanceof z.ZodUnion)
    return shape.def.options.flatMap((option) => placesIn(option, path, isOptional))
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodDefault || shape instanceof z.ZodPrefault)
    return placesIn(shape.def.innerType, path, true)
  if (shape instanceof z.ZodNullable) return placesIn(shape.def.innerType, path, isOptional)
  if (path.length === 2 && path[0] === 'params')
    throw new Error(`{${field}} has no id of its own: say in cast/access/nouns.ts which noun it names`)
  return []
}

/** What a call says, with this value at this place; in an array at each element, and one if it has none. */
export function withValue(said: unknown, path: readonly string[], value: string): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (step !== '*') {
    const before = (said ?? {}) as Record<string, unknown>
    return { ...before, [step]: withValue(before[step], rest, value) }
  }
  const elements = Array.isArray(said) && said.length > 0 ? said : [undefined]
  return elements.map((element) => withValue(element, rest, value))
}
