import type { Endpoint } from '@event-sphere/contract/endpoint'
import { nobody } from './callers.ts'
import { nameOf } from './cells.ts'
import { type Example, examples } from './examples.ts'
import { unknownId } from './nouns.ts'
import { type Place, placesOf, withValue } from './places.ts'

/** What a call says, and the objects that it names, whoever makes it. */
export async function sayExample(endpoint: Endpoint): Promise<Example> {
  const asking = { caller: nobody, nth: 0, phone: '0700000000', refreshToken: async () => 'unknown' }
  return (await examples[nameOf(endpoint)]?.(asking)) ?? {}
}

/** The places that a call cannot do without, and those that its example names all the same. */
export const namedPlaces = (endpoint: Endpoint, { names }: Example): Place[] =>
  placesOf(endpoint).filter(({ field, isOptional }) => !isOptional || names?.includes(field))

/** What a new call still needs before it can be asked, in words. */
export async function missingFrom(endpoint: Endpoint): Promise<string[]> {
  const example = await sayExample(endpoint)
  let said: unknown = { body: example.body ?? {} }
  for (const { path, noun, field } of namedPlaces(endpoint, example))
    said = withValue(said, path, unknownId(noun, field))
  const read = endpoint.body?.safeParse((said as { body: unknown }).body)
  if (!read || read.success) return []
  const faults = read.error.issues.map(({ path, message }) => `/${path.join('/')} ${message}`)
  return [`${nameOf(endpoint)} needs a body that fits, in cast/access/examples.ts: ${faults.join('; ')}`]
}
